/**
 * What a log of 100,000 rows costs: the first fold beside reading the packed rows bare, then what each filter, page and
 * increment of the timeline takes. Run it with `npm run bench -- logs`.
 */
import { packRow, rowActions, rowStatuses, unpackRow } from '#lib/engine/steps/log-row';
import { views } from '#lib/views';
import { running } from '#lib/views/testing.fixture';

const many = 100_000;
const world = running();
world.advance({ to: Date.UTC(2026, 2, 2, 9, 1) });

const packed: number[] = [];
function tellRows(count: number): void {
	const { writer, ledger } = world.sim;
	for (let row = 0; row < count; row++) {
		const kind = { action: rowActions[row % 5]!, status: rowStatuses[row % 3]! };
		packed.push(packRow(kind, 0));
		writer.tell('row', 'C-174', 0, 'users', row % 25, 3 | ((row % 2) << 2), packed.at(-1)!);
		if (row % 50) continue;
		ledger.clock += 1000;
		ledger.boundary(true);
	}
	ledger.boundary(true);
}

function timed(act: (run: number) => unknown, runs = 1): number {
	const times = Array.from({ length: runs }, (_, run) => {
		const began = performance.now();
		act(run);
		return performance.now() - began;
	});
	return times.sort((a, b) => a - b)[runs >> 1]!;
}

tellRows(many);
const bound = timed(() =>
	packed.reduce((failures, row) => failures + (unpackRow(row).status === 'failure' ? 1 : 0), 0)
);
const first = timed(() => views.logs(world, {}));
console.log(
	`${many} rows: first fold ${first.toFixed(1)} ms, reading them bare ${bound.toFixed(1)} ms, ratio ${(first / bound).toFixed(1)}`
);
tellRows(1000);
console.log(`1000 more rows: ${timed(() => views.logs(world, {})).toFixed(2)} ms`);

const identity = views.logs(world, {}).rows[0]!.identity.slice(0, 3);
const filters = {
	'two columns': (since: number) => views.logs(world, { status: ['Failure'], action: ['Create'], since, count: 30 }),
	'part of the name': (since: number) => views.logs(world, { identity, since, count: 30 }),
	'a page further on': (run: number) => views.logs(world, { from: run * 1000, count: 30 })
};
for (const [name, act] of Object.entries(filters)) console.log(`${name}: median ${timed(act, 20).toFixed(2)} ms`);

views.timeline(world, {});
const { until } = views.timeline(world, {});
tellRows(1000);
console.log(`timeline, 1000 new events: ${timed(() => views.timeline(world, { since: until })).toFixed(2)} ms`);
