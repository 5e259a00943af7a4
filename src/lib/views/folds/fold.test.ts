import { describe, expect, it } from 'vitest';
import type { World } from '#lib/world';
import { running } from '../testing.fixture';
import { History } from './history';
import { LogRows } from './rows';
import { StageFacts } from './stage';

/** What a fold holds, as plain lists. */
function state(rows: LogRows, stage: StageFacts, history: History) {
	return {
		seq: [...rows.seq.subarray(0, rows.n)],
		names: Array.from(rows.name.subarray(0, rows.n), (entry) => history.rows[entry]),
		apps: [...rows.app.subarray(0, rows.n)],
		marks: [...stage.mark.subarray(0, stage.n)],
		lanes: [...stage.lane.subarray(0, stage.n)],
		labels: stage.labels.map(({ text }) => text),
		quarantines: stage.quarantines.map(({ from, end }) => [from, end?.at ?? null]),
		entries: history.rows.length
	};
}

function act(world: World, draw: number): void {
	const user = draw % 25;
	switch (draw % 7) {
		case 0:
			return void world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [user] } });
		case 1:
			return void world.do({ verb: 'user.edit', args: { user, attribute: 'displayName', value: `Name ${draw}` } });
		case 2:
			return void world.do({ verb: 'job.setCredential', args: { app: 'byoa', state: draw % 2 ? 'ok' : 'bad' } });
		case 3:
			return void world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		case 4:
			return world.seek({ index: draw % world.sim.ledger.boundaries.length });
		case 5:
			return world.branches.activate(draw % world.branches.list.length);
		default:
			if (!world.live) world.back();
			world.advance({ by: (draw % 50) * 60_000 });
	}
}

describe('a fold that follows', () => {
	it('holds what a fresh one would hold, whatever branches were taken, left and taken again', () => {
		const world = running();
		const rows = new LogRows();
		const stage = new StageFacts();
		const history = new History();
		let draw = 7;
		for (let step = 0; step < 250; step++) {
			draw = (Math.imul(draw, 1_103_515_245) + 12_345) >>> 1;
			act(world, draw % 10_007);
			if (step % 3 === 0) continue;
			const followed = state(rows.follow(world.sim), stage.follow(world.sim), history.follow(world.sim));
			const fresh = state(
				new LogRows().follow(world.sim),
				new StageFacts().follow(world.sim),
				new History().follow(world.sim)
			);
			expect(followed, `step ${step}`).toEqual(fresh);
		}
		expect(world.branches.list.length).toBeGreaterThan(5);
	});
});
