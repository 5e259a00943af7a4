import { describe, expect, it } from 'vitest';
import type { Row, Slot } from '#lib/engine/base';
import { CountIndex } from './count-index';
import { LazyIndex } from './lazy-index';
import { MultiIndex } from './multi-index';
import { SortedIndex } from './sorted-index';
import { Table } from './tables';
import { tapeCutter } from './cut';
import { Tape } from './tape';

interface Person extends Row {
	readonly kind: number;
	readonly team: number | null;
	readonly names: readonly string[];
}

class People extends Table<Person> {
	readonly byTeam = new SortedIndex<Person, number>(({ team }) => team);
	readonly lateByTeam = new LazyIndex<Person, number>(
		() => this.all(),
		({ team }) => team
	);
	readonly byName = new MultiIndex<Person>(
		() => this.all(),
		({ names }) => names
	);
	readonly kinds = new CountIndex<Person>(({ kind }) => kind);

	constructor() {
		super();
		this.indexes.push(this.byTeam, this.lateByTeam, this.byName, this.kinds);
	}
}

/** The same for the same seed (Park and Miller). */
function dice(seed: number): (below: number) => number {
	return (below) => (seed = (seed * 48271) % 2147483647) % below;
}

/** People come, change and go; one row changes all the time, as a cycle's does. */
function written(tape: Tape, people: People, changes: number): void {
	const roll = dice(7);
	for (let n = 0; n < changes; n++) {
		const slot: Slot = n % 2 ? 0 : roll(3) ? people.next : roll(people.next + 1);
		const kind = slot % 3;
		const team = roll(5) ? roll(40) : null;
		const names = [`n${roll(50)}`, `n${roll(50)}`];
		const wasGone = people.rows[slot] === null;
		const person: Person | null = wasGone || (slot > 0 && !roll(9)) ? null : { slot, kind, team, names };
		tape.write(0, slot, n, person);
	}
}

/** What all look-ups say at a place of the tape. */
function seen(people: People) {
	const numbers = Array.from({ length: 50 }, (_, n) => n);
	return {
		rows: [...people.all()],
		next: people.next,
		teams: numbers.map((team) => people.byTeam.get(team)),
		lateTeams: numbers.map((team) => people.lateByTeam.get(team)),
		names: numbers.map((name) => people.byName.get(`n${name}`)),
		kinds: numbers.map((kind) => people.kinds.count(kind))
	};
}

/** The same place, reached by nothing but the changes that lead to it. */
function onFoot(tape: Tape, to: number) {
	const people = new People();
	for (let op = 0; op < to; op++) people.set(tape.slot[op]!, tape.after[op] as Person | null);
	return seen(people);
}

describe('going to any moment of the tape', () => {
	const changes = 9000;

	it('comes to the same rows and look-ups by steps and by leaps, forwards and backwards', () => {
		const people = new People();
		const tape = new Tape([people as unknown as Table]);
		written(tape, people, changes);
		for (const to of [8990, 6000, 0, 2500, 9000, 10, 12, 4500, 1500, 8999]) {
			tape.seek(to);
			expect(seen(people), `at ${to}`).toEqual(onFoot(tape, to));
		}
	});

	it('also past places where nobody looks, and with a tail that was cut off and put back', () => {
		const people = new People();
		const tape = new Tape([people as unknown as Table]);
		written(tape, people, changes);
		tape.seek(3000);
		const cutter = tapeCutter(tape);
		const tail = cutter.cut(tape.cursor, tape.n);
		tape.trim();
		seen(people);
		for (const slot of [people.next, people.next + 1]) {
			const person: Person = { slot, kind: 2, team: 1, names: [] };
			tape.write(0, slot, 0, person);
		}
		tape.seek(3000);
		tape.trim();
		cutter.append(tail, tape.n);
		tape.n += tail.count;
		for (const to of [changes, 5, 5500, 5400, 200]) tape.seek(to);
		expect(seen(people)).toEqual(onFoot(tape, 200));
		tape.seek(changes);
		expect(seen(people)).toEqual(onFoot(tape, changes));
	});

	it('filling the next slots is the same as writing them one after the other', () => {
		const people = new People();
		const tape = new Tape([people as unknown as Table]);
		written(tape, people, 3000);
		const [from, before] = [people.next, tape.n];
		const person = (slot: number): Person => ({ slot, kind: slot % 3, team: slot % 7, names: [`n${slot % 50}`] });
		const rows = Array.from({ length: 2500 }, (_, n) => (n % 9 ? person(from + n) : null));
		tape.fill(0, from, 77, rows);
		expect(seen(people)).toEqual(onFoot(tape, tape.n));
		expect([tape.n, tape.cursor, tape.seq[before], tape.seq[tape.n - 1]]).toEqual([before + 2500, tape.n, 77, 77]);
		tape.seek(before + 10);
		expect(seen(people)).toEqual(onFoot(tape, before + 10));
		tape.seek(tape.n);
		expect(seen(people)).toEqual(onFoot(tape, tape.n));
	});
});
