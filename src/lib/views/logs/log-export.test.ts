import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { views } from '../index';
import { changed } from '../testing.fixture';
import { LogExport } from './log-export';

function downloaded(...asked: ConstructorParameters<typeof LogExport>): LogExport {
	return finish(new LogExport(...asked).begin());
}

describe('the rows of a download', () => {
	it('C-477: are those that the details show, in the order of the list, and leave the world as it was', () => {
		const world = changed();
		const { rows } = views.logs(world, { count: 100 });
		const before = [world.fingerprint(), world.checkpoint()];
		const download = downloaded(world, {});
		const parts = [0, 2, 3].map((from, at) => download.part(from, [2, 1, 100][at]!));
		expect(download.total).toBe(rows.length);
		expect(rows.length).toBeGreaterThan(3);
		expect([world.fingerprint(), world.checkpoint()]).toEqual(before);
		expect(parts.flat()).toEqual(rows.map(({ seq }) => views.logRow(world, { seq })!.graph));
		expect(download.part(1000, 10)).toEqual([]);
	});

	it('are those that the list shows: narrowed and sorted', () => {
		const world = changed();
		const asked = { status: ['Success'], sort: 'identity' as const, descending: false, count: 100 };
		const { rows } = views.logs(world, asked);
		expect(rows.length).toBeLessThan(views.logs(world, {}).total);
		const names = downloaded(world, asked)
			.part(0, 100)
			.map(({ sourceIdentity }) => sourceIdentity.displayName);
		expect(names).toEqual(rows.map(({ identity }) => identity));
	});

	it('are the same in the past', () => {
		const world = changed();
		const all = views.logs(world, { count: 100 }).rows.map(({ seq }) => seq);
		world.seek({ seq: all[1]! });
		const { here } = world.sim.ledger;
		const { rows } = views.logs(world, { count: 100 });
		const told = downloaded(world, {}).part(0, 100);
		expect(told).toEqual(rows.map(({ seq }) => views.logRow(world, { seq })!.graph));
		expect(world.sim.ledger.here).toBe(here);
	});

	it('stay as they were when it began, while time goes on and while somebody looks at another moment', () => {
		const world = changed();
		const download = downloaded(world, {});
		const first = download.part(0, 100);
		world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value: 'Yard' } });
		world.advance({ by: 2 * 3_600_000 });
		expect(views.logs(world, {}).total).toBeGreaterThan(download.total);
		expect(download.part(0, 100)).toEqual(first);
		world.seek({ index: 2 });
		expect(download.part(0, 100)).toEqual(first);
		expect(world.sim.ledger.here).toBe(2);
	});

	it('end where another branch is opened: it has other rows', () => {
		const world = changed();
		const download = downloaded(world, {});
		world.fork({ at: world.options.start ?? Date.UTC(2026, 2, 2, 8, 1) });
		expect(() => download.part(0, 10)).toThrow('is no longer open');
	});
});
