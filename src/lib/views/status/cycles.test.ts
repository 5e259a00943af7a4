import { describe, expect, it } from 'vitest';
import { views } from '../index';
import { changed, must } from '../testing.fixture';

describe('the runs of a job', () => {
	it('are listed from the latest on, with runs on demand by their name', () => {
		const world = changed();
		expect(views.cycles(world, { app: 'byoa' }).rows.map(({ name }) => name)).toEqual(['cycle 2', 'cycle 1']);
		must(world, 'job.onDemand', { app: 'byoa', object: 7 });
		const [first] = views.cycles(world, { app: 'byoa' }).rows;
		expect(first).toMatchObject({ name: 'on demand', kind: 'Provision on demand' });
	});
});

describe('the gallery', () => {
	it('offers a further instance of what is here already, and knows what has no connector', () => {
		const world = changed();
		const entries = views.gallery(world, {});
		expect(entries.find(({ key }) => key.startsWith('byoa'))).toMatchObject({ key: 'byoa-a', here: 1 });
		expect(entries.find(({ key }) => key === 'timecard')).toMatchObject({ provisioning: false });
		expect(views.gallery(world, { search: 'sla' }).map(({ name }) => name)).toContain('Slack');
	});
});
