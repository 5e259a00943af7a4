import { describe, expect, it } from 'vitest';
import { createWorld, type World } from './index';

const block = { verb: 'user.block', args: { user: 200 } } as const;

/** A thousand people after their initial cycle: all references are written at one moment (C-441). */
function provisioned(): World {
	const world = createWorld({ apps: ['byoa'], size: 1000 });
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ cycles: 1 });
	return world;
}

const world = provisioned();
const { ledger } = world.sim;
const home = world.branches.live;
const fingerprint = world.fingerprint();
/** Early in the references: hundreds of them come later at the same moment. */
const index = ledger.boundaries.findIndex(
	({ at, eventAt }, here) => eventAt === at && ledger.boundaries[here + 100]?.at === at
);

describe('a command in the middle of a moment that has happened', () => {
	const moment = ledger.boundaries[index]!;
	const rest = ledger.boundaries[ledger.indexAt(moment.at)]!.op;
	const rows = ledger.tape.after.slice(moment.op, rest);
	const ways = {
		'there itself': () => world.seek({ index }),
		'on a branch that was begun there before': () => {
			world.seek({ index });
			world.fork();
		}
	};

	it.each(Object.entries(ways))('comes after the rest of it, which is taken over and not played again: %s', (_, go) => {
		go();
		expect(ledger.here).toBe(index);
		expect(world.do(block).ok).toBe(true);
		expect(world.clock).toBe(moment.at + 1);
		// The very same rows: a unit that runs again makes others.
		const taken = ledger.tape.after.slice(moment.op, rest);
		expect(taken.length).toBeGreaterThan(100);
		expect(taken.every((row, at) => row === rows[at])).toBe(true);
		world.advance({ by: 3_600_000 });

		const again = createWorld({ apps: ['byoa'], size: 1000 });
		for (const { at, verb, args } of world.journal()) {
			again.advance({ to: at, before: true });
			again.do({ verb, args } as never);
		}
		again.advance({ to: world.clock });
		expect(again.fingerprint()).toBe(world.fingerprint());
		world.branches.activate(home);
		expect(world.fingerprint()).toBe(fingerprint);
	});
});
