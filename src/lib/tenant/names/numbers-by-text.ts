/** Of each text two hashes and its number; a number of 0 is a free place. */
const WIDTH = 3;

/**
 * A number for each of many texts, none of which is kept: a Map of a hundred thousand names looks at all of them again
 * whenever it grows, long after they have left the processor's caches. Two texts are one here where 64 bits of hash are
 * the same: once in some billion companies a name is numbered that need not be.
 */
export class NumbersByText {
	#cells = new Uint32Array(WIDTH * 1024);
	#last = 1023;
	#free = 512;

	/** The place of a text. It holds until the next `set`. */
	place(text: string): number {
		let one = 0x811c9dc5;
		let other = 0;
		for (let at = 0; at < text.length; at++) {
			const code = text.charCodeAt(at);
			one = Math.imul(one ^ code, 0x01000193);
			other = Math.imul(other + code + 1, 0x9e3779b1);
		}
		return this.#find(one >>> 0, other >>> 0);
	}

	/** 0: there is none. */
	at(place: number): number {
		return this.#cells[place]!;
	}

	get(text: string): number {
		return this.#cells[this.place(text)]!;
	}

	set(place: number, number: number): void {
		const isNew = this.#cells[place] === 0;
		this.#cells[place] = number;
		if (isNew && --this.#free === 0) this.#grow();
	}

	/** How often the text was wanted, this time with it: `numbered` with that number is the first that nobody has. */
	free(text: string, numbered: (number: number) => string): number {
		const place = this.place(text);
		let number = this.at(place) + 1;
		// What was found taken stays taken: the next of the same name goes on counting from there.
		if (number > 1) while (this.get(numbered(number)) > 0) number++;
		this.set(place, number);
		if (number > 1) this.set(this.place(numbered(number)), 1);
		return number;
	}

	/** Where these hashes are, or where they may be put: they are written there, and count with their number. */
	#find(one: number, other: number): number {
		const cells = this.#cells;
		let at = (one ^ (one >>> 15) ^ other) & this.#last;
		for (;;) {
			const cell = at * WIDTH;
			if (cells[cell] === 0) {
				cells[cell + 1] = one;
				cells[cell + 2] = other;
				return cell;
			}
			if (cells[cell + 1] === one && cells[cell + 2] === other) return cell;
			at = (at + 1) & this.#last;
		}
	}

	#grow(): void {
		const before = this.#cells;
		this.#cells = new Uint32Array(before.length * 2);
		this.#last = this.#last * 2 + 1;
		this.#free = (this.#last + 1) / 4;
		for (let cell = 0; cell < before.length; cell += WIDTH)
			if (before[cell] !== 0) this.#cells[this.#find(before[cell + 1]!, before[cell + 2]!)] = before[cell]!;
	}
}
