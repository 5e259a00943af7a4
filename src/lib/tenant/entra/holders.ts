import { fnv1a32 } from '../sample/hash';

/** Every address begins with SMTP: or smtp:, which does not count. */
const FROM = 5;

/** Who holds which address. A Map would want a new text of each, and a hundred thousand people have two each. */
export class AddressHolders {
	readonly #addresses: string[] = [];
	readonly #holders: number[] = [];
	/** Places in the lists, plus one, where the hash leads to; 0 is free. A power of two, never more than half full. */
	#places: Uint32Array;

	constructor(expected = 0) {
		this.#places = new Uint32Array(2 ** Math.ceil(Math.log2(expected * 2 + 2)));
	}

	/** Who holds it: whoever asked first. */
	holder(address: string, asking: number): number {
		const at = this.#find(address);
		if (this.#places[at] !== 0) return this.#holders[this.#places[at]! - 1]!;
		this.#places[at] = this.#addresses.push(address);
		this.#holders.push(asking);
		if (this.#addresses.length * 2 > this.#places.length) this.#grow();
		return asking;
	}

	/** Where the address is, or where it may be put. */
	#find(address: string): number {
		const last = this.#places.length - 1;
		let at = fnv1a32(address, undefined, FROM) & last;
		for (; this.#places[at] !== 0; at = (at + 1) & last)
			if (isSame(this.#addresses[this.#places[at]! - 1]!, address)) return at;
		return at;
	}

	#grow(): void {
		this.#places = new Uint32Array(this.#places.length * 2);
		this.#addresses.forEach((address, n) => (this.#places[this.#find(address)] = n + 1));
	}
}

function isSame(one: string, other: string): boolean {
	if (one.length !== other.length) return false;
	for (let at = one.length - 1; at >= FROM; at--) if (one.charCodeAt(at) !== other.charCodeAt(at)) return false;
	return true;
}
