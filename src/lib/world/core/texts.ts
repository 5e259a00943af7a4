import { hashText } from './hash';

/** Texts that facts refer to, each kept once. Number 0 is the empty text. Never truncated: a branch may still need one. */
export class Texts {
	readonly #numbers = new Map<string, number>([['', 0]]);
	readonly #texts: string[] = [''];
	readonly #hashes: number[] = [hashText('')];

	number(text: string): number {
		const known = this.#numbers.get(text);
		if (known !== undefined) return known;
		const number = this.#texts.length;
		this.#numbers.set(text, number);
		this.#texts.push(text);
		this.#hashes.push(hashText(text));
		return number;
	}

	text(number: number): string {
		return this.#texts[number] ?? '';
	}

	/** What a fingerprint mixes in: numbers depend on the order in which texts were met, hashes do not. */
	hash(number: number): number {
		return this.#hashes[number] ?? 0;
	}

	get count(): number {
		return this.#texts.length;
	}

	since(count: number): readonly string[] {
		return this.#texts.slice(count);
	}
}
