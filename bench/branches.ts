/** What it costs to hold two branches side by side, to go from one to the other, and to ask what if. */
import { createWorld } from '#lib/world';
import { WhatIfRun } from '#lib/world/what-if';
import { views } from '#lib/views';
import { whatIfResult } from '#lib/views/what-if/result';

const hour = 3_600_000;

function timed<T>(name: string, act: () => T): T {
	const began = performance.now();
	const value = act();
	console.log(`${name.padEnd(58)} ${(performance.now() - began).toFixed(1).padStart(9)} ms`);
	return value;
}

for (const size of [1_000, 10_000]) {
	console.log(`-- ${size} people`);
	const world = createWorld({ size, apps: ['byoa'] });
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ by: 3 * hour });
	const before = world.clock;
	world.advance({ by: 60_000 });
	for (let user = 30; user < 130; user++) world.do({ verb: 'user.block', args: { user } });
	world.advance({ by: hour });
	timed('fork at the moment before 100 commands', () => world.fork({ at: before }));
	world.do({ verb: 'user.edit', args: { user: 200, attribute: 'department', value: 'Harbour' } });
	world.advance({ by: hour });
	timed('back to the branch that was left', () => world.branches.activate(0));
	const found = timed('what differs between the two', () => views.branchComparison(world, { a: 0, b: 1 })!);
	console.log(`${found.differences.of} differences`);
	const changes = [{ verb: 'job.setThreshold', args: { app: 'byoa', threshold: 10 } } as const];
	const run = timed(
		'a copy of the company before its first cycle',
		() => new WhatIfRun(world, { changes, index: 1, until: world.clock })
	);
	timed('the same commands under another configuration', () => {
		for (const _ of run.go());
	});
	timed('what came of it', () => whatIfResult(run, 'byoa'));
}
