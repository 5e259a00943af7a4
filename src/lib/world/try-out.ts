import type { Ledger } from './core/ledger';
import { branching } from './parts';

/**
 * Lets something happen at a boundary, looks at it, and forgets it: the tables, the facts and everything that followed
 * are as before. Answering "why?" runs a unit again this way, and no branch and no trace of it remain.
 */
export function tryOut<T>(ledger: Ledger, index: number, act: () => T): T {
	const { here } = ledger;
	try {
		return tryOutThere(ledger, index, act);
	} finally {
		ledger.seek(here);
	}
}

/** The same, and stays at that boundary: for who tries out one thing after the other. */
export function tryOutThere<T>(ledger: Ledger, index: number, act: () => T): T {
	const { append, cut } = branching.here;
	ledger.seek(index);
	const { seq, op } = ledger.now;
	const tail = cut(ledger);
	try {
		return act();
	} finally {
		ledger.tape.seek(op);
		ledger.tape.trim();
		ledger.facts.n = seq;
		ledger.boundaries.splice(index + 1);
		append(ledger, tail);
		ledger.seek(index);
	}
}
