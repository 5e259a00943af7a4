/**
 * What it costs to go to any moment of a company of a hundred thousand people, to begin a branch there or to do something,
 * and to come back. A bare branch is the lower bound of a command, and coming back from it that of coming back from one.
 */
import { createWorld } from '#lib/world';
import { anywhere, best } from './parts/best';
import { percentiles } from './parts/percentiles';

const hour = 3_600_000;

function took(act: () => unknown): number {
	const began = performance.now();
	act();
	return performance.now() - began;
}

for (const size of [1_000, 100_000]) {
	const world = createWorld({ size, apps: ['byoa'] });
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ cycles: 1 });
	for (let user = 30; user < 130; user++) world.do({ verb: 'user.block', args: { user } });
	world.advance({ by: 4 * hour });
	const { ledger } = world.sim;
	const { tape, boundaries } = ledger;
	console.log(`-- ${size} people: ${tape.n} changes, ${ledger.facts.n} facts, ${boundaries.length} boundaries`);
	globalThis.gc?.();
	const end = boundaries.length - 1;
	const places = anywhere(40, end);
	const any = await best(() => places.map((index) => took(() => world.seek({ index }))));
	const far = await best(() => [1, end].map((index) => took(() => world.seek({ index }))));
	/** At every place: goes there, starts a branch in one of two ways, and comes back to the one that was left. */
	const awayAndBack = async (act: () => unknown) => {
		const times = await best(() =>
			places.slice(0, 16).flatMap((index) => {
				world.back();
				const { live } = world.branches;
				world.seek({ index });
				return [took(act), took(() => world.branches.activate(live))];
			})
		);
		const every = (side: number) => times.filter((_, at) => at % 2 === side);
		return { away: every(0), back: every(1) };
	};
	const bare = await awayAndBack(() => world.fork());
	const command = await awayAndBack(() => world.do({ verb: 'user.block', args: { user: 200 } }));
	percentiles('to any moment, from any', any);
	percentiles('from one end to the other', far);
	percentiles('a branch that begins there', bare.away);
	percentiles('  and with a command', command.away);
	percentiles('back to the branch that was left', bare.back);
	percentiles('  after a command', command.back);
}
