import { expect, it } from 'vitest';
import { blankWorld, createWorld, Recording, replay, type Entry, type Piece } from '#lib/world';
import { boundariesOf } from '#lib/world/testing/boundaries';
import { seal } from './seal';

const minute = 60_000;

function lived() {
	const world = createWorld({ apps: ['byoa'] });
	const recording = new Recording(world);
	const entries: Entry[] = [];
	const look = () => entries.push(...recording.take());
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	for (let turn = 0; turn < 30; turn++) {
		world.advance({ by: 7 * minute });
		look();
		if (turn === 9) world.fork({ seq: 20 }, 'what if');
		if (turn === 12) world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value: 'Harbour' } });
		if (turn === 20) world.branches.activate(0);
		if (turn === 24) {
			world.seek({ seq: 10 });
			world.branches.undo('undone');
		}
	}
	look();
	return { world, entries };
}

it('a sealed journal says the same in few records', () => {
	const { world, entries } = lived();
	const sealed = seal(entries);
	expect(sealed.length).toBeLessThan(entries.length / 3);
	const again = blankWorld({ apps: ['byoa'] });
	replay(again, sealed);
	expect(again.fingerprint()).toBe(world.fingerprint());
	expect(boundariesOf(again)).toEqual(boundariesOf(world));
	for (const one of [world, again]) one.branches.activate(1);
	expect(again.facts()).toEqual(world.facts());
	expect(seal(sealed)).toEqual(sealed);
});

it('seals a piece with more moments than a call takes arguments', () => {
	const world = createWorld();
	const recording = new Recording(world);
	const [first] = recording.take();
	world.advance({ by: minute });
	const [next] = recording.take() as Piece[];
	const boundaries = Array.from({ length: 1_000_000 }, () => next!.boundaries[0]!);
	const [sealed, ...more] = seal([first!, { ...next!, boundaries }]) as Piece[];
	expect(more).toEqual([]);
	expect(sealed!.boundaries.length).toBeGreaterThan(1_000_000);
});
