import type { Checkpoint, Ledger, Tail } from './core/ledger';

/** A way the session took. The live one lies in the ledger; the others keep what followed their fork. */
export interface Branch {
	readonly id: number;
	name: string;
	/** Made by an undo: what was taken back, kept for redo and not shown among the branches. */
	readonly undone: boolean;
	/** Put away by the person: it is kept, because others may hang on it and one may want it back, and not listed. */
	discarded?: boolean;
	/** Where it hangs while it is not live: another branch, and the boundary from which it differs. */
	parked: { anchor: number; at: number; point: Checkpoint; tail: Tail } | null;
}

/** What a person did with the branches, in few words: a stored session repeats it. */
export type BranchMove =
	| { readonly move: 'fork'; readonly at: number; readonly name?: string }
	| { readonly move: 'activate'; readonly id: number }
	| { readonly move: 'drop'; readonly id: number; readonly back: number }
	| { readonly move: 'rename'; readonly id: number; readonly name: string }
	| { readonly move: 'discard'; readonly id: number; readonly discarded: boolean }
	| { readonly move: 'undo'; readonly at: number; readonly name: string }
	| { readonly move: 'redo'; readonly id: number };

/** Who keeps the session is told of every move before it happens and when it is done. */
export interface Watcher {
	before(): void;
	after(move: BranchMove): void;
}

/** Named branches over one ledger: leaving one cuts its tail, coming back plays it again. */
export class Branches {
	readonly list: Branch[] = [{ id: 0, name: 'main', undone: false, parked: null }];
	live = 0;
	watcher: Watcher | null = null;
	#moving = false;

	constructor(readonly ledger: Ledger) {}

	get current(): Branch {
		return this.list[this.live]!;
	}

	/** Starts a new branch at the present boundary; what lay behind it stays with the branch that is left. */
	fork(name?: string): Branch {
		return this.#moved({ move: 'fork', at: this.ledger.here, name }, () => {
			const id = this.list.length;
			const branch: Branch = { id, name: name ?? `branch ${id}`, undone: false, parked: null };
			this.list.push(branch);
			this.#leave(id);
			return branch;
		});
	}

	/** Goes on as a branch did that was left right here, up to the end of this millisecond: playing it comes to the same. */
	follow(): void {
		const { ledger } = this;
		const { here, clock } = ledger;
		for (const { parked } of this.#hangingOn(this.live, (at) => at === here)) {
			const { boundaries } = parked!.tail;
			const later = boundaries.findIndex(({ at }) => at > clock);
			ledger.repeat(parked!.tail, later < 0 ? boundaries.length : later);
			if (ledger.here > here) return;
		}
	}

	/** Makes a branch live, standing at its end. */
	activate(id: number): void {
		if (id === this.live) return this.#toEnd();
		if (!this.list[id]?.parked) throw new Error(`there is no branch ${id}`);
		this.#moved({ move: 'activate', id }, () => this.#activate(id));
	}

	/** Forgets a branch that was only tried out; the one it came from is live again where it was left. */
	drop(id: number, back: number): void {
		if (id !== this.list.length - 1) throw new Error('only the newest branch can be dropped');
		this.#moved({ move: 'drop', id, back }, () => {
			this.#activate(back);
			this.ledger.drop(this.list.pop()!.parked!.tail);
		});
	}

	rename(id: number, name: string): void {
		const branch = this.list[id];
		if (!branch) throw new Error(`there is no branch ${id}`);
		this.#moved({ move: 'rename', id, name }, () => (branch.name = name));
	}

	/** Puts a branch away, or takes it back. */
	discard(id: number, discarded: boolean): void {
		const branch = this.list[id];
		if (!branch || branch.undone) throw new Error(`there is no branch ${id}`);
		if (id === this.live) throw new Error('the branch that is open cannot be discarded: open another one first');
		this.#moved({ move: 'discard', id, discarded }, () => (branch.discarded = discarded));
	}

	/** The branches that a person has, in the order in which they were made. */
	get listed(): readonly Branch[] {
		return this.list.filter(
			({ undone, parked, discarded, id }) => !undone && !discarded && (parked || id === this.live)
		);
	}

	/** Moves the end of the live branch back to the present boundary. What lay behind it is put aside for `redo`. */
	undo(name: string): Branch {
		return this.#moved({ move: 'undo', at: this.ledger.here, name }, () => {
			const aside: Branch = { id: this.list.length, name, undone: true, parked: null };
			this.list.push(aside);
			this.#park(aside, this.live);
			for (const other of this.#hangingOn(this.live, (at) => at > aside.parked!.at)) other.parked!.anchor = aside.id;
			return aside;
		});
	}

	/** What the last undo put aside, if nothing happened since. */
	get undone(): Branch | undefined {
		const { boundaries } = this.ledger;
		const end = boundaries.length - 1;
		const now = boundaries[end]!;
		return this.list.findLast(
			({ undone, parked }) => undone && parked?.anchor === this.live && parked.at === end && parked.point.at === now.at
		);
	}

	/** Puts back what the last undo took away. */
	redo(): boolean {
		const aside = this.undone;
		if (!aside) return false;
		this.#moved({ move: 'redo', id: aside.id }, () => {
			const { tail } = aside.parked!;
			this.#toEnd();
			aside.parked = null;
			for (const other of this.#hangingOn(aside.id, () => true)) other.parked!.anchor = this.live;
			this.ledger.append(tail);
			this.#toEnd();
		});
		return true;
	}

	/** Does again what a stored session tells of. */
	repeat(move: BranchMove): void {
		switch (move.move) {
			case 'fork':
				this.ledger.seek(move.at);
				this.fork(move.name);
				return;
			case 'activate':
				return this.activate(move.id);
			case 'drop':
				return this.drop(move.id, move.back);
			case 'rename':
				return this.rename(move.id, move.name);
			case 'discard':
				return this.discard(move.id, move.discarded);
			case 'undo':
				this.ledger.seek(move.at);
				this.undo(move.name);
				return;
			case 'redo':
				this.redo();
		}
	}

	#moved<T>(move: BranchMove, perform: () => T): T {
		const watcher = this.#moving ? null : this.watcher;
		watcher?.before();
		this.#moving = true;
		try {
			return perform();
		} finally {
			this.#moving = false;
			watcher?.after(move);
		}
	}

	#hangingOn(anchor: number, where: (at: number) => boolean): Branch[] {
		return this.list.filter(({ parked }) => parked?.anchor === anchor && where(parked.at));
	}

	#park(branch: Branch, anchor: number): void {
		const { ledger } = this;
		branch.parked = { anchor, at: ledger.here, point: ledger.now, tail: ledger.cut() };
	}

	/** Parks the live branch from the present boundary on and makes another one live there. */
	#leave(next: number): void {
		const left = this.current;
		const at = this.ledger.here;
		// What hung on the shared part of the branch that is left hangs on the new one from now on.
		for (const other of this.#hangingOn(left.id, (hangs) => hangs <= at))
			if (other !== left) other.parked!.anchor = next;
		this.#park(left, next);
		this.live = next;
	}

	#activate(id: number): void {
		if (id === this.live) return this.#toEnd();
		const branch = this.list[id];
		if (!branch?.parked) throw new Error(`there is no branch ${id}`);
		this.#activate(branch.parked.anchor);
		const { at, point, tail } = branch.parked;
		this.ledger.seek(at);
		branch.parked = null;
		this.#leave(id);
		// While the branch was away, time may have gone on at the fork without anything happening.
		this.ledger.boundaries[at] = point;
		this.ledger.append(tail);
		this.#toEnd();
	}

	#toEnd(): void {
		this.ledger.seek(this.ledger.boundaries.length - 1);
	}
}
