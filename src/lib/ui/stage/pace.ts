/** How fast virtual time passes, measured: as fast as possible has no number of its own. */
export class Pace {
	#real = 0;
	#virtual = 0;
	#speed = 0;

	/** Virtual milliseconds in a real second, of the last stretch that was long enough to measure. */
	at(real: number, virtual: number): number {
		const passed = real - this.#real;
		if (passed > 2000 || virtual < this.#virtual) this.#speed = 0;
		else if (passed < 200) return this.#speed;
		else this.#speed = ((virtual - this.#virtual) / passed) * 1000;
		this.#real = real;
		this.#virtual = virtual;
		return this.#speed;
	}
}
