import { describe, expect, it } from 'vitest';
import { createWorld, type Command, type World, type WorldOptions } from '#lib/world';
import { at } from '../testing/hybrid';
import { dice } from '../testing/random';
import { randomDeed } from '../testing/random-deed';

const minute = 60_000;
const end = at('03-05 08:00');

const options: WorldOptions = { preset: 'hybrid-hr', apps: ['byoa', 'api-entra'] };

function live(seed: number, disturb: (world: World, roll: ReturnType<typeof dice>) => void): World {
	const world = createWorld(options);
	const roll = dice(seed);
	const other = dice(seed + 1_000_000);
	for (let step = 0; step < 40; step++) {
		const span = roll.below(60) * minute + roll.below(3) * 1000;
		const deed = randomDeed(world, roll);
		world.advance({ by: span });
		disturb(world, other);
		world.do(deed);
	}
	world.advance({ to: end });
	return world;
}

describe('a company with HR is a function of its seed and its commands', () => {
	it.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'a journal gives the same again, and so does a life with scrubbing (seed %i)',
		(seed) => {
			const world = live(seed, () => {});
			const again = createWorld(options);
			for (const { at: when, verb, args } of world.journal()) {
				again.advance({ to: when, before: true });
				expect(again.do({ verb, args } as Command).ok).toBe(true);
			}
			again.advance({ to: end });
			expect(again.fingerprint()).toBe(world.fingerprint());
			const scrubbed = live(seed, (one, roll) => {
				one.seek({ index: roll.below(one.sim.ledger.boundaries.length) });
				one.back();
			});
			expect(scrubbed.fingerprint()).toBe(world.fingerprint());
		}
	);

	it.each([11, 12, 13])('what Connect and the jobs left behind holds together (seed %i)', (seed) => {
		const { tables } = live(seed, () => {});
		const anchors = [...tables.users.all()].flatMap(({ attrs }) => (attrs.immutableId ? [attrs.immutableId] : []));
		expect(new Set(anchors).size).toBe(anchors.length);
		const names = [...tables.users.all()].map(({ attrs }) => String(attrs.userPrincipalName).toLowerCase());
		expect(new Set(names).size).toBe(names.length);
		const places = [...tables.adUsers.all()].map(({ attrs }) => String(attrs.distinguishedName).toLowerCase());
		expect(new Set(places).size).toBe(places.length);
		expect([...tables.connectExports.all()].every(({ held, failed }) => held || failed)).toBe(true);
	});
});
