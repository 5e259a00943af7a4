import type { Ledger, Tail } from './core/ledger';

/** A way the session took. The live one lies in the ledger; the others keep what followed their fork. */
export interface Branch {
	readonly id: number;
	name: string;
	/** Where it hangs while it is not live: another branch, and the boundary from which it differs. */
	parked: { anchor: number; at: number; tail: Tail } | null;
}

/** Named branches over one ledger: leaving one cuts its tail, coming back plays it again. */
export class Branches {
	readonly list: Branch[] = [{ id: 0, name: 'main', parked: null }];
	live = 0;

	constructor(readonly ledger: Ledger) {}

	get current(): Branch {
		return this.list[this.live]!;
	}

	/** Starts a new branch at the present boundary; what lay behind it stays with the branch that is left. */
	fork(name?: string): Branch {
		const branch: Branch = { id: this.list.length, name: name ?? `branch ${this.list.length}`, parked: null };
		this.list.push(branch);
		this.#leave(branch.id);
		return branch;
	}

	/** Parks the live branch from the present boundary on and makes another one live there. */
	#leave(next: number): void {
		const { ledger } = this;
		const at = ledger.here;
		const left = this.current;
		ledger.pin();
		left.parked = { anchor: next, at, tail: ledger.cut() };
		// What hung on the shared part of the branch that is left hangs on the new one from now on.
		for (const other of this.list)
			if (other !== left && other.parked && other.parked.anchor === left.id && other.parked.at <= at)
				other.parked.anchor = next;
		this.live = next;
	}

	/** Makes a branch live, standing at its end. */
	activate(id: number): void {
		if (id === this.live) {
			this.ledger.seek(this.ledger.boundaries.length - 1);
			return;
		}
		const branch = this.list[id];
		if (!branch?.parked) throw new Error(`there is no branch ${id}`);
		this.activate(branch.parked.anchor);
		const { at, tail } = branch.parked;
		this.ledger.seek(at);
		branch.parked = null;
		this.#leave(id);
		this.ledger.append(tail);
		this.ledger.seek(this.ledger.boundaries.length - 1);
	}

	/** Forgets a branch that was only tried out; the one it came from is live again where it was left. */
	drop(id: number, back: number): void {
		this.activate(back);
		if (id !== this.list.length - 1) throw new Error('only the newest branch can be dropped');
		this.list.pop();
	}
}
