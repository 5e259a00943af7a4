import type { Row, Slot } from '#lib/engine/base';
import type { LinkRow } from '#lib/engine/job/records';
import type { AssignmentRow, MemberRow } from '#lib/engine/source';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { AccountRow, AppRow } from '#lib/world/tables/rows';
import { commandOf, commandsOf, type Said } from '#lib/world/ways';
import { accountName } from '../apps/account-names';
import { nameOf } from '../folds/history';
import {
	appOfJob,
	isEdge,
	principalKey,
	sourceTable,
	stateOf,
	valuesOfPart,
	type Part,
	type PrincipalTable
} from './parts';
import { accountKey, type Sides, type Which } from './sides';

export interface DifferentValue {
	readonly name: string;
	readonly a: string | null;
	readonly b: string | null;
}

/** The command that made a difference, and on which of the two ways it was given. */
export interface Because {
	readonly side: Which;
	readonly seq: number;
	readonly at: number;
	readonly text: string;
}

/** What differs of one person or group in one system. */
export interface Difference {
	readonly key: string;
	readonly name: string;
	readonly kind: 'person' | 'group';
	/** The user, where both ways mean the same one. */
	readonly user: Slot | null;
	readonly system: { readonly id: string; readonly name: string };
	/** "active, linked": what it is on each way. */
	readonly a: string;
	readonly b: string;
	readonly presence: 'both' | 'a' | 'b';
	readonly values: readonly DifferentValue[];
	/** Empty: time alone, or what was done before the ways parted. */
	readonly because: readonly Because[];
}

/** So many people between two looks around: each of them takes a while. */
const AT_ONCE = 100;

interface Sorted {
	readonly order: number;
	readonly lower: string;
	readonly lowerKey: string;
}

interface Entity {
	key: string;
	name: string;
	kind: Difference['kind'];
	user: Slot | null;
	system: Difference['system'];
	order: number;
	parts: Part[];
}

const directories = { workers: 'HR', adUsers: 'Active Directory', users: 'Entra ID', groups: 'Entra ID' } as const;
const ids = { workers: 'hr', adUsers: 'ad', users: 'entra', groups: 'entra' } as const;

/** Collects the parts that belong to one person in one system. */
class Entities {
	readonly #found = new Map<string, Entity>();
	readonly #owners: Readonly<Record<Which, ReadonlyMap<string, LinkRow>>>;

	private constructor(
		readonly sides: Sides,
		owners: Readonly<Record<Which, ReadonlyMap<string, LinkRow>>>
	) {
		this.#owners = owners;
	}

	static *of(sides: Sides, parts: readonly Part[]): Steps<Iterable<Entity>> {
		const accounts = parts.filter(({ table }) => table === 'accounts');
		const wanted = accounts.flatMap(({ a, b }) => [a, b].flatMap((row) => (row ? keysOf(row as AccountRow) : [])));
		const entities = new Entities(sides, yield* sides.ownersOf(new Set(wanted)));
		for (const [at, part] of parts.entries()) {
			if (at % STEP === 0) yield at;
			entities.#take(part);
		}
		return entities.#found.values();
	}

	#take(part: Part): void {
		const which = part.a ? 'a' : 'b';
		const row = part[which];
		if (!row) return;
		switch (part.table) {
			case 'users':
			case 'groups':
			case 'adUsers':
			case 'workers':
				return this.#inDirectory(part, part.table, which, row);
			case 'members':
				return this.#ofPrincipal(part, which, (row as MemberRow).kind, (row as MemberRow).member, null);
			case 'assignments':
				return this.#ofPrincipal(
					part,
					which,
					(row as AssignmentRow).kind,
					(row as AssignmentRow).principal,
					row as never
				);
			case 'links':
				return this.#ofLink(part, which, row as LinkRow);
			case 'accounts':
				return this.#ofAccount(part, which, row as AccountRow);
			default:
		}
	}

	#put(part: Part, who: Omit<Entity, 'parts'>): void {
		const known = this.#found.get(who.key);
		if (known) known.parts.push(part);
		else this.#found.set(who.key, { ...who, parts: [part] });
	}

	#inDirectory(part: Part, table: keyof typeof ids, which: Which, row: Row): void {
		const isGroup = table === 'groups';
		const shared = this.sides.isShared(table, row.slot);
		const id = principalKey(this.sides, which, table, row.slot);
		this.#put(part, {
			key: `${ids[table]} ${id}`,
			name: nameOf(row),
			kind: isGroup ? 'group' : 'person',
			user: table === 'users' && shared ? row.slot : null,
			system: { id: ids[table], name: directories[table] },
			order: Object.keys(ids).indexOf(table)
		});
	}

	#ofPrincipal(part: Part, which: Which, kind: 'user' | 'group', slot: Slot, assignment: AssignmentRow | null): void {
		const table = kind === 'group' ? ('groups' as const) : ('users' as const);
		const id = principalKey(this.sides, which, table, slot);
		const app = assignment && this.sides.app(which, assignment.app);
		if (assignment && !app) return;
		this.#put(part, {
			key: `${app ? app.key : 'entra'} ${id}`,
			name: this.#name(which, table, slot),
			kind: kind === 'group' ? 'group' : 'person',
			user: kind === 'user' && this.sides.isShared('users', slot) ? slot : null,
			system: app ? { id: app.key, name: app.name } : { id: 'entra', name: 'Entra ID' },
			order: app ? 10 + app.slot : 2
		});
	}

	#ofLink(part: Part, which: Which, link: LinkRow): void {
		const app = appOfJob(this.sides, which, link.job);
		if (app) this.#ofOwner(part, which, app, link);
	}

	#ofOwner(part: Part, which: Which, app: AppRow, link: LinkRow): void {
		const table = sourceTable(this.sides, which, link);
		this.#put(part, {
			key: `${app.key} ${principalKey(this.sides, which, table, link.source)}`,
			name: this.#name(which, table, link.source) || link.displayName,
			kind: table === 'groups' ? 'group' : 'person',
			user: table === 'users' && this.sides.isShared('users', link.source) ? link.source : null,
			system: { id: app.key, name: app.name },
			order: 10 + app.slot
		});
	}

	#ofAccount(part: Part, which: Which, account: AccountRow): void {
		const app = this.sides.app(which, account.app);
		const { type } = account.resource;
		if (!app) return;
		if (type === 'Member') return this.#ofMembership(part, which, app, account);
		const owner = this.#ownerOf(part, account);
		if (owner) return this.#ofOwner(part, owner.side, app, owner.link);
		this.#put(part, {
			key: `${app.key} account ${this.sides.login(which, account).toLowerCase()}`,
			name: accountName(app.kind, account),
			kind: type === 'Group' ? 'group' : 'person',
			user: null,
			system: { id: app.key, name: app.name },
			order: 10 + app.slot
		});
	}

	/** Whose an account is on either way: on one of them its link may be gone. */
	#ownerOf(part: Part, account: AccountRow): { side: Which; link: LinkRow } | null {
		// An id names the same account on both ways only if it was there where they part: new ones are numbered anew.
		const isShared = this.sides.isShared('accounts', account.slot);
		for (const side of ['a', 'b'] as const) {
			const row = (part[side] as AccountRow | null) ?? (isShared ? account : null);
			const link = row && this.#owners[side].get(accountKey(row));
			if (link) return { side, link };
		}
		return null;
	}

	/** A membership in an application belongs to the member there. */
	#ofMembership(part: Part, which: Which, app: AppRow, { resource: { data } }: AccountRow): void {
		const owner = (id: unknown) => {
			const key = `${app.slot}/${String(id)}`;
			return this.#owners[which].get(key) ?? this.#owners[which === 'a' ? 'b' : 'a'].get(key);
		};
		const named = (id: unknown) =>
			owner(id)?.displayName ?? this.sides.names(which).get(`${app.slot}/${String(id)}`) ?? String(id);
		const edge = { ...part, edge: named(data.group) };
		const member = owner(data.value);
		if (member) return this.#ofOwner(edge, which, app, member);
		const name = named(data.value);
		this.#put(edge, {
			key: `${app.key} account ${name.toLowerCase()}`,
			name,
			kind: 'person',
			user: null,
			system: { id: app.key, name: app.name },
			order: 10 + app.slot
		});
	}

	#name(which: Which, table: PrincipalTable, slot: Slot): string {
		const other = which === 'a' ? 'b' : 'a';
		const row = this.sides.row(which, table, slot) ?? this.sides.row(other, table, slot);
		return row ? nameOf(row) : '';
	}
}

/** Whose links are asked for: of an account its own, of a membership those of the group and the member. */
function keysOf(row: AccountRow): string[] {
	const { data } = row.resource;
	return isEdge(row) ? [data.group, data.value].map((id) => `${row.app}/${String(id)}`) : [accountKey(row)];
}

const isMembership = ({ table, edge }: Part) => table === 'members' || edge !== undefined;

const partOrder = ['users', 'groups', 'adUsers', 'workers', 'accounts', 'links', 'assignments', 'members'];

/** What differs between two ways, person by person and system by system: in steps. */
export function* differencesOf(sides: Sides, touched: readonly Part[]): Steps<Difference[]> {
	const found: (Difference & Sorted)[] = [];
	const blame = new Blame(sides);
	let looked = 0;
	for (const entity of yield* Entities.of(sides, touched)) {
		if (looked++ % AT_ONCE === 0) yield looked;
		const { parts: all, order, ...who } = entity;
		const parts = all.toSorted((x, y) => partOrder.indexOf(x.table) - partOrder.indexOf(y.table));
		const values = parts.flatMap((part) => differentValues(sides, part));
		const states = parts.filter((part) => !isMembership(part)).map((part) => statesOf(sides, part));
		if (values.length === 0 && states.every(({ a, b }) => a === b)) continue;
		const words = (which: Which) => states.map((state) => state[which]).join(', ') || membershipsOn(which, values);
		const main = parts.find((part) => !isMembership(part) && part.table !== 'assignments' && part.table !== 'links');
		const presence = !main || (main.a && main.b) ? 'both' : main.a ? 'a' : 'b';
		const sorted = { order, lower: who.name.toLowerCase(), lowerKey: who.key.toLowerCase() };
		found.push({ ...who, a: words('a'), b: words('b'), presence, values, because: blame.of(parts), ...sorted });
	}
	yield looked;
	found.sort((x, y) => compare(x.lower, y.lower) || x.order - y.order || compare(x.lowerKey, y.lowerKey));
	yield looked;
	return found.map(({ order: _order, lower: _lower, lowerKey: _key, ...difference }) => difference);
}

const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

function statesOf({ a, b }: Sides, part: Part) {
	return { a: stateOf(part.table, part.a, a.end.at), b: stateOf(part.table, part.b, b.end.at) };
}

function differentValues(sides: Sides, part: Part): DifferentValue[] {
	if (part.edge !== undefined) return membership(part, part.edge);
	if (part.table === 'members') {
		const row = (part.a ?? part.b) as MemberRow;
		const group = sides.row(part.a ? 'a' : 'b', 'groups', row.group);
		return membership(part, group ? nameOf(group) : 'a group');
	}
	// What one way does not have at all is not told value by value.
	if (!part.a || !part.b) return [];
	const a = valuesOfPart(part.table, part.a);
	const b = valuesOfPart(part.table, part.b);
	const app = part.table === 'accounts' ? (part.a as AccountRow).app : null;
	const read = (which: Which, value: string | undefined) =>
		(app !== null && value !== undefined ? sides.names(which).get(`${app}/${referenceIn(value)}`) : undefined) ?? value;
	return [...new Set([...Object.keys(a), ...Object.keys(b)])]
		.filter((name) => read('a', a[name]) !== read('b', b[name]))
		.map((name) => ({ name, a: read('a', a[name]) ?? null, b: read('b', b[name]) ?? null }));
}

function membership({ a, b }: Part, group: string): DifferentValue[] {
	const words = (row: Row | null) => (row ? 'yes' : 'no');
	return Boolean(a) === Boolean(b) ? [] : [{ name: `member of ${group}`, a: words(a), b: words(b) }];
}

/** Of whom nothing but memberships differs: the one that differs, or how many of them each way has. */
function membershipsOn(which: Which, memberships: readonly DifferentValue[]): string {
	const held = memberships.filter((value) => value[which] === 'yes').length;
	const [first, ...more] = memberships;
	if (more.length > 0) return `member of ${held} of the ${memberships.length} groups that differ`;
	return `${held > 0 ? '' : 'not a '}${first?.name ?? ''}`;
}

/** The id in a reference, which is written alone or as an object. */
function referenceIn(value: string): string {
	return /^\{"value":"([^"]+)"/.exec(value)?.[1] ?? value;
}

/** The commands since the fork that only one way has: a difference can come from nothing else. */
export function ownCommands({ a, b, fork }: Sides): Readonly<Record<Which, readonly Said[]>> {
	const [sinceA, sinceB] = [commandsOf(a.way, fork.op, a.end.op), commandsOf(b.way, fork.op, b.end.op)];
	const named = new Set(sinceA.map(nameOfCommand));
	const both = new Set(sinceB.map(nameOfCommand).filter((name) => named.has(name)));
	const own = (list: readonly Said[]) => list.filter((one) => !both.has(nameOfCommand(one)));
	return { a: own(sinceA), b: own(sinceB) };
}

const nameOfCommand = ({ at, verb, args }: Said) => `${at} ${verb} ${JSON.stringify(args)}`;

/** Names the commands that made a difference. */
class Blame {
	readonly #own: Readonly<Record<Which, ReadonlyMap<number, Said>>>;
	/** Where the two ways have come as far and have a single command that is not the other's too, it made everything. */
	readonly #only: Because | null;

	constructor(readonly sides: Sides) {
		const { a, b } = ownCommands(sides);
		const bySeq = (list: readonly Said[]) => new Map(list.map((said) => [said.seq, said]));
		this.#own = { a: bySeq(a), b: bySeq(b) };
		const [side, said] = a.length > 0 ? (['a', a] as const) : (['b', b] as const);
		const isAlone = a.length + b.length === 1 && sides.a.end.at === sides.b.end.at;
		this.#only = isAlone ? this.#because(side, said[0]!) : null;
	}

	of(parts: readonly Part[]): Because[] {
		const found: Because[] = [];
		for (const { lastA, lastB } of parts)
			for (const [side, last] of [
				['a', lastA],
				['b', lastB]
			] as const) {
				const seq = last && commandOf(this.sides[side].way, last);
				const said = seq === null ? undefined : this.#own[side].get(seq);
				if (said && !found.some((one) => one.side === side && one.seq === seq)) found.push(this.#because(side, said));
			}
		return found.length === 0 && this.#only ? [this.#only] : found;
	}

	#because(side: Which, { seq, at, text }: Said): Because {
		return { side, seq, at, text: this.sides[side].text(text) };
	}
}
