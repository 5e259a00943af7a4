import type { Slot } from '#lib/engine/base';
import type { PrincipalKind } from '#lib/engine/source';
import { layout } from '#lib/tenant/sample/extras';
import type { Simulation } from '../../simulation';

/** An object of the directory, as facts name it. */
export interface Named {
	readonly kind: PrincipalKind;
	readonly slot: Slot;
	/** Where the slot is a place among the workers, or among the uploaded records. */
	readonly source?: 'hr' | 'api';
}

/** The group whose own name holds the signs that the language is made of. */
const specialGroup = { written: 'R&D-group', name: 'R&D "Blue" [EU]' };
const range = /^(\d+)-(\d+)$/;

/** What scripts call the objects of one sandbox: 7, N1, G1, svc2, TEAM-6, R&D-group. */
export class Names {
	readonly #users = new Map<string, Slot>();
	readonly #labels = new Map<Slot, string>();
	readonly #employees = new Map<string, string>();
	readonly #employeeLabels = new Map<string, string>();
	readonly #groups = new Map<string, Slot>();
	readonly #groupLabels = new Map<Slot, string>();

	/**
	 * @param began where the slots of those end who were there at the beginning: a person's slot is the index then.
	 * Whoever comes later gets the next free slot, and is known by the employee number.
	 */
	constructor(
		readonly sim: Simulation,
		readonly size: number,
		extras: boolean,
		readonly began = endOfSlots(sim)
	) {
		const places = layout(size, extras, false);
		const give = (prefix: string, { from, to }: { from: number; to: number }) => {
			for (let slot = from; slot < to; slot++) this.call(`${prefix}${slot - from + 1}`, slot);
		};
		give('G', places.guests);
		give('svc', places.serviceAccounts);
		give('mbx', places.sharedMailboxes);
		for (const group of sim.tables.groups.all()) this.callGroup(String(group.attrs.displayName), group.slot);
	}

	/** A newcomer gets a name. */
	call(name: string, slot: Slot): void {
		this.#users.set(name, slot);
		this.#labels.set(slot, name);
	}

	callGroup(name: string, slot: Slot): void {
		const written = name === specialGroup.name ? specialGroup.written : name;
		this.#groups.set(written, slot);
		this.#groupLabels.set(slot, written);
	}

	/** Somebody of whom HR knows first: the other directories know the person by this employee number. */
	callWorker(name: string, employeeId: string): void {
		this.#employees.set(name, employeeId);
		this.#employeeLabels.set(employeeId, name);
	}

	/** A further record of somebody: called by its number, as long as that is one word and nobody's index. */
	callRecord(employeeId: string): void {
		if (/^[\w.-]+$/.test(employeeId) && this.#known(employeeId) === undefined && !this.#employeeLabels.has(employeeId))
			this.callWorker(employeeId, employeeId);
	}

	/** The user in Entra ID. */
	user(name: string): Slot | undefined {
		const { users } = this.sim.tables;
		const own = this.#ownPlace(name, this.began.users);
		if (own !== undefined && users.rows[own]) return own;
		const employeeId = this.#employeeOf(name);
		if (employeeId !== undefined)
			for (const user of users.all()) if (user.attrs.employeeId === employeeId) return user.slot;
		return own;
	}

	/** The account in Active Directory. */
	account(name: string): Slot | undefined {
		const { adUsers, adByEmployeeId } = this.sim.tables;
		const own = this.#ownPlace(name, this.began.accounts);
		if (own !== undefined && adUsers.rows[own]) return own;
		const employeeId = this.#employeeOf(name);
		return (employeeId === undefined ? undefined : adByEmployeeId.first(employeeId.toLowerCase())) ?? own;
	}

	/** The place that somebody had from the beginning, or that a line gave. */
	#ownPlace(name: string, began: Slot): Slot | undefined {
		const known = this.#known(name);
		return this.#users.has(name) || (known ?? began) < began ? known : undefined;
	}

	#known(name: string): Slot | undefined {
		if (/^\d+$/.test(name)) return Number(name) < this.size ? Number(name) : undefined;
		return this.#users.get(name);
	}

	/** A newcomer's number, or that of the worker who has the index. */
	#employeeOf(name: string): string | undefined {
		return this.#employees.get(name) ?? this.sim.tables.workers.rows[this.#known(name) ?? -1]?.workerId;
	}

	/** The worker in human resources. */
	worker(name: string): Slot | undefined {
		const employeeId = this.#employees.get(name);
		if (employeeId !== undefined) return this.sim.tables.workersById.first(employeeId.toLowerCase());
		return /^\d+$/.test(name) && Number(name) < this.size ? Number(name) : undefined;
	}

	/** The labels that words stand for, whether or not the objects are there already. */
	labels(words: readonly string[]): string[] | { readonly unknown: string } {
		const found: string[] = [];
		for (let at = 0; at < words.length;) {
			const word = words[at]!;
			const [, from, to] = range.exec(word) ?? [];
			const length = this.#isPerson(word) || from !== undefined ? 1 : this.#groupAt(words, at);
			if (length === 0) return { unknown: word };
			if (from !== undefined) for (let index = Number(from); index <= Number(to); index++) found.push(String(index));
			else if (this.#isPerson(word)) found.push(word);
			else found.push(this.label({ kind: 'group', slot: this.group(words.slice(at, at + length).join(' '))! }));
			at += length;
		}
		return found;
	}

	#isPerson(word: string): boolean {
		return this.#known(word) !== undefined || this.#employees.has(word);
	}

	/** What a script calls an account of Active Directory. */
	accountLabel(slot: Slot): string {
		const employeeId = this.sim.tables.adUsers.rows[slot]?.attrs.employeeID;
		return this.#newcomer(employeeId) ?? this.#latecomer(slot, this.began.accounts, employeeId) ?? String(slot);
	}

	/** One of the company's own people who is in HR only at first: known by the worker's index. */
	#latecomer(slot: Slot, began: Slot, employeeId: unknown): string | undefined {
		if (slot < began || typeof employeeId !== 'string') return undefined;
		const worker = this.sim.tables.workersById.first(employeeId.toLowerCase());
		return worker !== undefined && worker < this.size ? String(worker) : undefined;
	}

	/** By the employee number: a newcomer, or somebody of the directory. */
	ofEmployee(employeeId: string | undefined): string | undefined {
		const newcomer = this.#newcomer(employeeId);
		if (newcomer !== undefined) return newcomer;
		for (const user of this.sim.tables.users.all())
			if (user.attrs.employeeId === employeeId) return this.label({ kind: 'user', slot: user.slot });
		return undefined;
	}

	/** The employee number under which other systems know the person. */
	employeeId(name: string): string | undefined {
		const known = this.#employees.get(name);
		if (known !== undefined) return known;
		const id = this.sim.tables.users.rows[this.user(name) ?? -1]?.attrs.employeeId;
		return typeof id === 'string' ? id : undefined;
	}

	#newcomer(employeeId: unknown): string | undefined {
		return typeof employeeId === 'string' ? this.#employeeLabels.get(employeeId) : undefined;
	}

	/** By the name of the beginning, which scripts keep after a rename, or by the present one. */
	group(name: string): Slot | undefined {
		const known = this.#groups.get(name);
		if (known !== undefined) return known;
		for (const group of this.sim.tables.groups.all()) if (group.attrs.displayName === name) return group.slot;
		return undefined;
	}

	label({ kind, slot, source }: Named): string {
		if (source === 'api') return this.ofEmployee(this.sim.tables.uploads.rows[slot]?.externalId) ?? String(slot);
		if (source === 'hr') return this.#newcomer(this.sim.tables.workers.rows[slot]?.workerId) ?? String(slot);
		if (kind === 'user') return this.#userLabel(slot);
		return this.#groupLabels.get(slot) ?? `group ${slot}`;
	}

	#userLabel(slot: Slot): string {
		const employeeId = this.sim.tables.users.rows[slot]?.attrs.employeeId;
		const named = this.#labels.get(slot) ?? this.#newcomer(employeeId);
		return named ?? this.#latecomer(slot, this.began.users, employeeId) ?? String(slot);
	}

	/** Every object that the words name; a group's name may hold blanks. Answers the word that names nothing. */
	resolve(words: readonly string[]): readonly Named[] | { readonly unknown: string } {
		const found: Named[] = [];
		for (let at = 0; at < words.length;) {
			const [, from, to] = range.exec(words[at]!) ?? [];
			if (from !== undefined) {
				for (let index = Number(from); index <= Number(to); index++)
					found.push({ kind: 'user', slot: this.user(String(index)) ?? index });
				at++;
				continue;
			}
			const user = this.user(words[at]!);
			if (user !== undefined) {
				found.push({ kind: 'user', slot: user });
				at++;
				continue;
			}
			const length = this.#groupAt(words, at);
			if (length === 0) return { unknown: words[at]! };
			found.push({ kind: 'group', slot: this.group(words.slice(at, at + length).join(' '))! });
			at += length;
		}
		return found;
	}

	/** How many words from here make a group's name: as many as possible. */
	#groupAt(words: readonly string[], at: number): number {
		for (let length = Math.min(words.length - at, 6); length > 0; length--)
			if (this.group(words.slice(at, at + length).join(' ')) !== undefined) return length;
		return 0;
	}
}

/** Where the slots of those end who are there now. */
export const endOfSlots = ({ tables: { users, adUsers } }: Simulation) => ({
	users: users.next,
	accounts: adUsers.next
});

/** 0 1 2 5 as 0-2 5, the way scripts are written. */
export function shortened(labels: readonly string[]): string {
	const sorted = [...labels].sort(byIndex);
	const parts: string[] = [];
	for (let at = 0; at < sorted.length;) {
		let end = at;
		while (isNext(sorted[end], sorted[end + 1])) end++;
		parts.push(end > at + 1 ? `${sorted[at]}-${sorted[end]}` : sorted.slice(at, end + 1).join(' '));
		at = end + 1;
	}
	return parts.join(' ');
}

function isNext(one: string | undefined, next: string | undefined): boolean {
	return one !== undefined && next !== undefined && /^\d+$/.test(one) && Number(next) === Number(one) + 1;
}

function byIndex(a: string, b: string): number {
	const [x, y] = [Number(a), Number(b)];
	if (Number.isNaN(x) && Number.isNaN(y)) return a < b ? -1 : a > b ? 1 : 0;
	if (Number.isNaN(x)) return 1;
	if (Number.isNaN(y)) return -1;
	return x - y;
}
