import { describe, expect, it } from 'vitest';
import { tableNames, type Row } from '#lib/engine/base';
import { createWorld, type World } from '../index';
import { Table } from '../core/tables';
import { Tape } from '../core/tape';
import { Pins } from './pins';

/** Stops inside the second cycle, after some of its units. */
function inside(): World {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 11, 12, 13, 14] } });
	world.advance({ by: 5 * 60_000 });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	const rows = () => world.facts().filter(({ kind }) => kind === 'row').length;
	world.advance({ until: () => rows() >= 3 });
	return world;
}

const edit = (user: number) =>
	({ verb: 'user.edit', args: { user, attribute: 'jobTitle', value: 'Changed meanwhile' } }) as const;

describe('what a cycle reads', () => {
	it('C-127: stays as it was when the cycle began, also when somebody goes some steps back and changes it there', () => {
		const world = inside();
		world.seek({ index: world.sim.ledger.here - 3 });
		for (const user of [14, 13, 12, 11, 7]) expect(world.do(edit(user)).ok).toBe(true);
		world.advance({ by: 10 * 60_000 });
		const again = createWorld({ apps: ['byoa'] });
		for (const { at, verb, args } of world.journal()) {
			again.advance({ to: at, before: true });
			again.do({ verb, args } as never);
		}
		again.advance({ to: world.clock });
		expect(world.fingerprint()).toBe(again.fingerprint());
	});

	it('is looked up anew once the tape was cut: what was written since is not what was read', () => {
		const tape = new Tape(tableNames.map(() => new Table<Row>()));
		const users = tableNames.indexOf('users');
		for (let slot = 0; slot < 6; slot++) tape.write(users, slot, 0, { slot });
		const pins = new Pins(tape, 2);
		expect(pins.follow()).toBe(true);
		tape.seek(3);
		tape.trim();
		for (const slot of [0, 1, 0, 1]) tape.write(users, slot, 0, { slot });
		expect(pins.follow()).toBe(false);
	});
});
