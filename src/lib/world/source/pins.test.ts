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

	it('C-127: forgets what was cut, and reads what was written since instead', () => {
		const tape = new Tape(tableNames.map(() => new Table<Row>()));
		const users = tableNames.indexOf('users');
		for (let slot = 0; slot < 6; slot++) tape.write(users, slot, 0, { slot });
		const pins = new Pins(tape, 2);
		tape.watcher = (from) => pins.forget(from);
		pins.follow();
		expect([0, 1, 2, 3, 4, 5].filter((slot) => pins.find(users, slot))).toEqual([2, 3, 4, 5]);
		tape.seek(3);
		tape.trim();
		for (const slot of [0, 1, 0, 1]) tape.write(users, slot, 0, { slot });
		pins.follow();
		expect([0, 1, 2, 3, 4, 5].filter((slot) => pins.find(users, slot))).toEqual([0, 1, 2]);
		expect(pins.find(users, 0)).toEqual({ row: tape.before[3] });
	});

	it('C-127: follows the tape back too', () => {
		const tape = new Tape(tableNames.map(() => new Table<Row>()));
		const users = tableNames.indexOf('users');
		for (let slot = 0; slot < 6; slot++) tape.write(users, slot, 0, { slot });
		const pins = new Pins(tape, 2);
		pins.follow();
		tape.seek(4);
		pins.follow();
		expect([0, 1, 2, 3, 4, 5].filter((slot) => pins.find(users, slot))).toEqual([2, 3]);
		tape.seek(6);
		pins.follow();
		expect([2, 3, 4, 5].every((slot) => pins.find(users, slot))).toBe(true);
	});
});
