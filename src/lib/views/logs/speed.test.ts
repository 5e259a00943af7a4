import { beforeAll, describe, expect, it } from 'vitest';
import { packRow, rowActions, rowStatuses } from '#lib/engine/steps/log-row';
import { running } from '../testing.fixture';
import { views } from '../index';
import type { World } from '#lib/world';

const many = 100_000;
let world: World;

/** The quickest of some runs: the machine may be busy, the code is as fast as its best. */
function quickest(runs: number, act: (run: number) => unknown): number {
	let best = Infinity;
	for (let run = 0; run < runs; run++) {
		const began = performance.now();
		act(run);
		best = Math.min(best, performance.now() - began);
	}
	return best;
}

function tellRows(count: number): void {
	const { writer, ledger } = world.sim;
	for (let row = 0; row < count; row++) {
		const kind = { action: rowActions[row % 5]!, status: rowStatuses[row % 3]! };
		writer.tell('row', 'C-174', 0, 'users', row % 25, 3 | ((row % 2) << 2), packRow(kind, 0));
		if (row % 50 === 0) {
			ledger.clock += 1000;
			ledger.boundary(true);
		}
	}
	ledger.boundary(true);
}

describe('a log of 100,000 rows', () => {
	beforeAll(() => {
		world = running();
		world.advance({ to: Date.UTC(2026, 2, 2, 9, 1) });
		tellRows(many);
	});

	it('is folded once in well under a second, and then followed by what is new', () => {
		const first = quickest(1, () => views.logs(world, {}));
		expect(first).toBeLessThan(300);
		tellRows(1000);
		expect(quickest(1, () => views.logs(world, {}))).toBeLessThan(25);
		expect(views.logs(world, { includeHidden: true }).total).toBeGreaterThan(many);
	});

	it('filters by columns within 2 ms, by a part of the name within 3, and scrolls at once', () => {
		const identity = views.logs(world, {}).rows[0]!.identity.slice(0, 3);
		const columns = quickest(20, (run) =>
			views.logs(world, { status: ['Failure'], action: ['Create'], since: run, count: 30 })
		);
		const name = quickest(20, (run) => views.logs(world, { identity, since: run, count: 30 }));
		const scrolled = quickest(20, (run) => views.logs(world, { from: run * 1000, count: 30 }));
		expect(columns).toBeLessThan(2);
		expect(name).toBeLessThan(3);
		expect(scrolled).toBeLessThan(2);
	});

	it('stays within a frame for the timeline and its increments', () => {
		quickest(1, () => views.timeline(world, {}));
		const { until } = views.timeline(world, {});
		tellRows(1000);
		expect(quickest(1, () => views.timeline(world, { since: until }))).toBeLessThan(16);
		expect(views.timeline(world, { since: until }).events.n).toBe(1000);
	});
});
