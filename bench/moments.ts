/** What it costs to go to any moment of a company of a hundred thousand people, to begin a branch there, and to come back. */
import { createWorld } from '#lib/world';

const hour = 3_600_000;

/** Of each way the best of seven goes: what somebody else does on the machine is not measured. */
function best(act: () => number[]): number[] {
	const runs = Array.from({ length: 7 }, act);
	return runs[0]!.map((_, at) => Math.min(...runs.map((run) => run[at]!)));
}

function percentiles(name: string, times: number[]): void {
	times.sort((a, b) => a - b);
	const at = (part: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * part))]!.toFixed(1).padStart(7);
	console.log(`${name.padEnd(46)} median ${at(0.5)}  95th ${at(0.95)}  worst ${at(1)} ms`);
}

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
	let seed = 7;
	const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	const places = Array.from({ length: 40 }, () => Math.max(1, Math.floor(random() * end)));
	const any = best(() => places.map((index) => took(() => world.seek({ index }))));
	const far = best(() => [1, end].map((index) => took(() => world.seek({ index }))));
	const both = best(() =>
		places.slice(0, 12).flatMap((index) => {
			world.back();
			const live = world.branches.live;
			world.seek({ index });
			return [took(() => world.fork()), took(() => world.branches.activate(live))];
		})
	);
	percentiles('to any moment, from any', any);
	percentiles('from one end to the other', far);
	percentiles(
		'a branch that begins there',
		both.filter((_, at) => at % 2 === 0)
	);
	percentiles(
		'back to the branch that was left',
		both.filter((_, at) => at % 2 === 1)
	);
}
