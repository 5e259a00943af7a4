import { tableNames, type Ms, type Seq, type Slot } from '#lib/engine/base';
import { nameOf, type Resource } from '#lib/apps';
import { equal } from '#lib/scim/equal';
import type { Json } from '#lib/scim/types';
import { STEP, type Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import type { AccountRow } from '#lib/world/tables/rows';
import { cycleOfFact, isUnitFact } from '../why/unit';
import { piecesOf } from './pieces';

/** Which operations somebody holds to be wrong. */
export interface Choice {
	readonly app: Slot;
	/** Its kind in the catalogue. */
	readonly kind: string;
	isWrong(cycle: Slot, user: Slot): boolean;
}

/** One value of one person's account: what it was before, what it was made, what it is. */
export interface Value {
	readonly path: string;
	readonly good: Json | undefined;
	bad: Json | undefined;
	now: Json | undefined;
}

/** What the wrong operations did to an account as a whole. */
export interface Touched {
	/** Another one once the account was deleted and created again under its name. */
	account: Slot;
	readonly user: Slot;
	/** The account as it was before; null: it did not exist. */
	readonly good: Resource | null;
	/** When it was touched first, and by which row of the log. */
	readonly since: Ms;
	readonly seq: Seq;
	readonly values: Map<string, Value>;
	/** null: it is gone. */
	now: Resource | null;
	wrong: number;
}

/** How many values were wrong from a moment on. */
export interface Moment {
	readonly at: Ms;
	readonly wrong: number;
}

const accountsTable = tableNames.indexOf('accounts');
/** The path under which the existence of an account stands among its values. */
export const EXISTENCE = '(account)';

const isBad = ({ bad, good, now }: Value) => equal(now, bad) && !equal(now, good);

/**
 * The account history, folded from the wrong operations on: what was good before the first of them, and whether each
 * value is still what they made of it. Whatever else was written since is somebody's own decision and stays.
 */
export class RollbackFold {
	readonly touched = new Map<Slot, Touched>();
	readonly moments: Moment[] = [];
	operations = 0;
	wrong = 0;
	first: Ms | null = null;
	/** Accounts that are gone, by their names. */
	readonly #gone = new Map<string, Touched>();
	/** Changes of the tape that were taken in. */
	op = 0;

	constructor(public choice: Choice) {}

	/** In steps: a hundred thousand people have a million changes. */
	*following(world: World, to: number): Steps<this> {
		while (this.op < to) {
			// Between two steps somebody else may go on with it.
			for (const end = Math.min(to, this.op + STEP); this.op < end; this.op++) this.#take(world, this.op);
			yield this.op;
		}
		return this;
	}

	#take(world: World, op: number): void {
		const { tape, facts } = world.sim.ledger;
		if (tape.table[op] !== accountsTable) return;
		const after = tape.after[op] as AccountRow | null;
		const before = (tape.before[op] ?? null) as AccountRow | null;
		const row = after ?? before;
		if (row?.app !== this.choice.app || row.resource.type !== 'User') return;
		const seq = Math.min(tape.seq[op]!, facts.n - 1);
		const fact = facts.fact(seq);
		const cycle = isUnitFact(fact) && fact.subject.table === 'users' ? cycleOfFact(fact) : null;
		const isWrong = cycle !== null && this.choice.isWrong(cycle, fact.subject.slot);
		if (isWrong) this.#takeWrong(row.slot, fact.subject.slot, before, after, { seq, at: fact.at });
		else this.#takeOther(row.slot, before, after, fact.at);
	}

	#takeWrong(
		account: Slot,
		user: Slot,
		before: AccountRow | null,
		after: AccountRow | null,
		{ seq, at }: { seq: Seq; at: Ms }
	): void {
		this.operations++;
		this.first ??= at;
		let one = this.touched.get(account);
		if (!one) {
			const good = before?.resource ?? null;
			one = { account, user, good, since: at, seq, values: new Map(), now: good, wrong: 0 };
			this.touched.set(account, one);
		}
		const was = piecesIn(before?.resource);
		const is = piecesIn(after?.resource);
		for (const path of new Set([...was.keys(), ...is.keys()])) {
			if (equal(was.get(path), is.get(path))) continue;
			// With a whole account comes and goes everything in it: one value says so.
			if (path !== EXISTENCE && (before === null || after === null)) continue;
			const known = one.values.get(path);
			if (known) known.bad = is.get(path);
			else one.values.set(path, { path, good: was.get(path), bad: is.get(path), now: undefined });
		}
		this.#count(one, after?.resource ?? null, is, at);
	}

	#takeOther(account: Slot, before: AccountRow | null, after: AccountRow | null, at: Ms): void {
		const one = before === null && after ? this.#cameBack(account, after) : this.touched.get(account);
		if (one) this.#count(one, after?.resource ?? null, piecesIn(after?.resource), at);
	}

	/** An account that was wrongly deleted has a new place when somebody creates it again. */
	#cameBack(account: Slot, { resource }: AccountRow): Touched | undefined {
		const one = this.#gone.get(this.#name(resource));
		if (!one) return this.touched.get(account);
		this.touched.delete(one.account);
		one.account = account;
		this.touched.set(account, one);
		return one;
	}

	#name(resource: Resource): string {
		return nameOf(this.choice.kind, resource).toLowerCase();
	}

	#count(one: Touched, now: Resource | null, pieces: ReadonlyMap<string, Json>, at: Ms): void {
		if (now === null && one.now) this.#gone.set(this.#name(one.now), one);
		// Somebody else who has its name by now is not the account that is gone.
		else if (now && this.#gone.get(this.#name(now)) === one) this.#gone.delete(this.#name(now));
		one.now = now;
		let wrong = 0;
		for (const value of one.values.values()) {
			value.now = pieces.get(value.path);
			if (isBad(value)) wrong++;
		}
		if (wrong === one.wrong) return;
		this.wrong += wrong - one.wrong;
		one.wrong = wrong;
		if (this.moments.at(-1)?.at === at) this.moments.pop();
		this.moments.push({ at, wrong: this.wrong });
	}
}

function piecesIn(resource: Resource | undefined): Map<string, Json> {
	if (!resource) return new Map();
	return piecesOf(resource.data).set(EXISTENCE, true);
}

export const stillBad = isBad;

interface Kept {
	readonly key: string;
	readonly cuts: number;
	readonly fold: RollbackFold;
}
const kept = new WeakMap<World['sim'], Kept>();

/** The fold of a choice at the moment that is shown; what was folded before is gone on with. */
export function* rollbackFold(world: World, key: string, choice: Choice): Steps<RollbackFold> {
	const { tape } = world.sim.ledger;
	const to = world.checkpoint().op;
	const known = kept.get(world.sim);
	if (known?.key === key && known.cuts === tape.cuts && known.fold.op <= to) {
		// A cycle that came since may run with a version that came since.
		known.fold.choice = choice;
		return yield* known.fold.following(world, to);
	}
	const fold = new RollbackFold(choice);
	kept.set(world.sim, { key, cuts: tape.cuts, fold });
	return yield* fold.following(world, to);
}
