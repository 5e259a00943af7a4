import type { Tail } from './core/cut';
import type { Checkpoint, Ledger } from './core/ledger';
import { branching } from './parts';

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

/** Named branches over one ledger. How one moves between them comes with the first move (`branching.ts`). */
export class Branches {
	readonly list: Branch[] = [{ id: 0, name: 'main', undone: false, parked: null }];
	live = 0;
	watcher: Watcher | null = null;

	constructor(readonly ledger: Ledger) {}

	get current(): Branch {
		return this.list[this.live]!;
	}

	/** The branches that a person has, in the order in which they were made. */
	get listed(): readonly Branch[] {
		return this.list.filter(
			({ undone, parked, discarded, id }) => !undone && !discarded && (parked || id === this.live)
		);
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

	/** Starts a new branch at the present boundary; what lay behind it stays with the branch that is left. */
	fork(name?: string): Branch {
		return branching.here.fork(this, name);
	}

	/** Makes a branch live, standing at its end. */
	activate(id: number): void {
		branching.here.activate(this, id);
	}

	/** Forgets a branch that was only tried out; the one it came from is live again where it was left. */
	drop(id: number, back: number): void {
		branching.here.drop(this, id, back);
	}

	rename(id: number, name: string): void {
		branching.here.rename(this, id, name);
	}

	/** Puts a branch away, or takes it back. */
	discard(id: number, discarded: boolean): void {
		branching.here.discard(this, id, discarded);
	}

	/** Moves the end of the live branch back to the present boundary. What lay behind it is put aside for `redo`. */
	undo(name: string): Branch {
		return branching.here.undo(this, name);
	}

	/** Puts back what the last undo took away. */
	redo(): boolean {
		return branching.here.redo(this);
	}

	/** Goes on as a branch did that was left right here, up to the end of this millisecond: playing it comes to the same. */
	follow(): void {
		if (this.list.length > 1) branching.here.follow(this);
	}

	/** Does again what a stored session tells of. */
	repeat(move: BranchMove): void {
		branching.here.repeat(this, move);
	}
}
