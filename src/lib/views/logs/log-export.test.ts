import { describe, expect, it } from 'vitest';
import { views } from '../index';
import { changed } from '../testing.fixture';

describe('the rows of a download', () => {
	it('C-477: are those that the details show, explained together, and leave the world as it was', () => {
		const world = changed();
		const seqs = views.logs(world, { count: 100 }).rows.map(({ seq }) => seq);
		const before = [world.fingerprint(), world.checkpoint()];
		const rows = views.logExport(world, { seqs });
		expect(rows.length).toBeGreaterThan(3);
		expect([world.fingerprint(), world.checkpoint()]).toEqual(before);
		expect(rows).toEqual(seqs.map((seq) => views.logRow(world, { seq })!.graph));
		expect(views.logExport(world, { seqs: [] })).toEqual([]);
	});

	it('are the same in the past', () => {
		const world = changed();
		const all = views.logs(world, { count: 100 }).rows.map(({ seq }) => seq);
		const early = all.at(-1)!;
		world.seek({ seq: early });
		const { here } = world.sim.ledger;
		expect(views.logExport(world, { seqs: [early] })).toEqual([views.logRow(world, { seq: early })!.graph]);
		expect(world.sim.ledger.here).toBe(here);
	});
});
