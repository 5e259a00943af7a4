import { expect, it } from 'vitest';
import { at, changed, running } from '../testing.fixture';
import { views } from '../index';

it('a log that was read before is followed by what is new, and equals one that is read at once', () => {
	const followed = running();
	const before = views.logs(followed, { includeHidden: true }).total;
	followed.advance({ to: at('10:01') });
	const then = views.logs(followed, { includeHidden: true });
	const atOnce = running();
	atOnce.advance({ to: at('10:01') });
	expect(then.total).toBeGreaterThanOrEqual(before);
	expect(then).toEqual(views.logs(atOnce, { includeHidden: true }));
});

it('the increments of the timeline hold what was told since, and no more', () => {
	const world = running();
	const { until, events } = views.timeline(world, {});
	expect(views.timeline(world, { since: until }).events.n).toBe(0);
	const later = changed();
	const all = views.timeline(later, {});
	expect(views.timeline(later, { since: until }).events.n).toBe(all.events.n - events.n);
});
