/** Pieces of columns can be copied, and laid into their place again. */
export interface Columns<P> {
	copy(from: number, to: number): P;
	lay(piece: P, at: number): void;
}

/** Where columns grow at their end. */
export interface Place<P> {
	/** Whoever writes here or behind it lets the cutter clear the place first. */
	guard: number;
	/** Comes with the first cut. */
	cutter: Cutter<P> | null;
}

/** So many entries are copied at a time before they are written over; whatever is shorter is copied at once. */
const BLOCK = 1024;

/** What was cut off from the end of columns. */
export class Rest<P> {
	#piece: P | null;

	constructor(
		readonly count: number,
		piece: P | null,
		readonly cutter?: Cutter<P>
	) {
		this.#piece = piece;
	}

	/** A copy of all of it, which is made when somebody wants to read it. */
	get piece(): P {
		return (this.#piece ??= this.cutter!.take(this));
	}
}

/**
 * Cuts columns and puts what was cut back. A long rest stays where it lies, and of it only what is written over is copied
 * first: who leaves a branch of a million changes, does one thing and comes back moves nothing, and makes no garbage whose
 * removal would stop the world for longer than that takes.
 */
export class Cutter<P> {
	#rest: Rest<P> | null = null;
	#from = 0;
	#to = 0;
	/** Up to here the rest is copied. */
	#safe = 0;
	#saved: P[] = [];

	constructor(
		readonly place: Place<P>,
		readonly columns: Columns<P>
	) {}

	/** Whether entries behind the end belong to somebody. */
	get holds(): boolean {
		return this.#rest !== null;
	}

	cut(from: number, to: number): Rest<P> {
		if (this.#rest || to - from < BLOCK) return new Rest(to - from, this.columns.copy(from, to));
		this.#from = this.#safe = this.place.guard = from;
		this.#to = to;
		return (this.#rest = new Rest<P>(to - from, null, this));
	}

	/** Before entries are written up to a place. */
	clear(upTo: number): void {
		const end = Math.min(upTo, this.#to);
		if (!this.#rest) return;
		for (; this.#safe < end; this.#safe = Math.min(this.#safe + BLOCK, this.#to))
			this.#saved.push(this.columns.copy(this.#safe, Math.min(this.#safe + BLOCK, this.#to)));
		this.place.guard = this.#safe < this.#to ? this.#safe : Infinity;
	}

	/** Puts a rest back at the end of the columns. */
	append(rest: Rest<P>, at: number): void {
		if (rest === this.#rest && at === this.#from) {
			this.#restore();
			this.drop(rest);
			return;
		}
		const { piece } = rest;
		this.clear(at + rest.count);
		this.columns.lay(piece, at);
	}

	/** Whether the columns could grow over a rest again and have its entries, because it still lies behind their end. */
	shows(rest: Rest<P>, at: number): boolean {
		if (rest !== this.#rest || at !== this.#from) return false;
		this.#restore();
		return true;
	}

	/** Nobody wants it any more. */
	drop(rest: Rest<P>): void {
		if (rest !== this.#rest) return;
		this.#rest = null;
		this.#saved = [];
		this.place.guard = Infinity;
	}

	/** Copies a rest as a whole: its place is free from then on. */
	take(rest: Rest<P>): P {
		if (rest !== this.#rest) throw new Error('this rest was put back or dropped');
		const { columns } = this;
		const over = columns.copy(this.#from, this.#safe);
		this.#restore();
		const piece = columns.copy(this.#from, this.#to);
		columns.lay(over, this.#from);
		this.drop(rest);
		return piece;
	}

	#restore(): void {
		this.#saved.forEach((piece, at) => this.columns.lay(piece, this.#from + at * BLOCK));
	}
}
