import { expect, it } from 'vitest';
import { blankWorld, createWorld, Recording, replay, type Entry, type World, type WorldOptions } from '#lib/world';
import { dice, randomCommand, wander } from '#lib/world/testing/random';
import { randomDeed } from '#lib/world/testing/random-deed';
import { viewArgs } from './args.fixture';
import { views, type ViewName } from './index';
import { drawn } from './stage/drawn.fixture';
import { joined, Told } from './stage/joined';
import type { Timeline } from './stage/timeline';

const minute = 60_000;
type Dice = ReturnType<typeof dice>;

/** As somebody works: commands, time, looks at the past, branches, undo and redo. */
function live(world: World, roll: Dice, hasHr: boolean): void {
	world.do(hasHr && roll.below(2) === 0 ? randomDeed(world, roll) : randomCommand(world, roll, 'byoa'));
	world.advance({ by: roll.below(60) * minute });
	wander(world, roll);
}

/** What a view tells, or why it does not. */
function told(world: World, name: ViewName, args: object): unknown {
	try {
		const answer = views[name](world, args as never);
		return name === 'timeline' ? drawn(answer as Timeline) : answer;
	} catch (error) {
		return String(error);
	}
}

const companies: readonly (readonly [string, WorldOptions])[] = [
	['cloud only', { apps: ['byoa', 'slack'] }],
	['hybrid with HR', { preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] }]
];

it.each(
	companies.flatMap(([name, options]) => [2, 14, 20, 23, 29, 38, 42, 60].map((seed) => ({ name, options, seed })))
)('every view tells of a company that is $name what it tells after a reload (seed $seed)', ({ options, seed }) => {
	const world = createWorld(options);
	const recording = new Recording(world);
	const entries: Entry[] = [];
	const roll = dice(seed * 7919);
	let seen = views.timeline(world, {});
	const page = new Told();
	page.add(seen);
	for (let step = 1; step <= 40; step++) {
		live(world, roll, options.preset !== undefined);
		const place = world.live ? null : world.sim.ledger.here;
		const user = roll.below(world.tables.users.next);
		const seq = roll.below(world.checkpoint().seq + 1);
		const questions = Object.entries({
			...viewArgs,
			user: { user },
			journey: { user },
			logRow: { seq },
			why: { seq }
		});
		// Now and then nobody looks, and what was remembered grows old.
		const answers = step % 2 ? [] : questions.map(([name, args]) => told(world, name as ViewName, args));
		const more = views.timeline(world, { ...page.before(world.checkpoint().seq) });
		page.add(more);
		seen = joined(seen, more);
		expect(drawn(seen)).toEqual(told(world, 'timeline', {}));
		world.back();
		entries.push(...recording.take());
		if (step % 10) continue;
		const again = blankWorld(options);
		replay(again, structuredClone(entries));
		if (place !== null) again.seek({ index: place });
		for (const [at, [name, args]] of questions.entries())
			expect(answers[at], name).toEqual(told(again, name as ViewName, args));
	}
});
