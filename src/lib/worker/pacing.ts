/** How far virtual time may have come, given how much real time has passed. */
export class Pacing {
	#real: number;
	#virtual: number;

	constructor(
		/** Virtual milliseconds a second; null: as fast as possible. */
		readonly pace: number | null,
		now: number,
		clock: number,
		readonly to = Infinity
	) {
		this.#real = now;
		this.#virtual = clock;
	}

	/** As fast as possible, and to no moment. */
	get isEndless(): boolean {
		return this.pace === null && this.to === Infinity;
	}

	target(now: number, clock: number): number {
		if (this.pace === null) return this.to;
		// Whoever cannot keep up does not try to make up for it: the pace counts from where the world is.
		const wanted = this.#virtual + ((now - this.#real) * this.pace) / 1000;
		if (wanted - clock > this.pace) {
			this.#real = now;
			this.#virtual = clock + this.pace / 60;
			return Math.min(this.to, Math.floor(this.#virtual));
		}
		return Math.min(this.to, Math.floor(wanted));
	}
}
