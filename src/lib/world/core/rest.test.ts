import { describe, expect, it } from 'vitest';
import { dice } from '../testing/random';
import { Cutter, type Columns, type Place, type Rest } from './rest';

/** The least that can be cut: numbers. */
class Numbers implements Columns<readonly number[]>, Place<readonly number[]> {
	values: number[] = [];
	n = 0;
	copies = 0;
	guard = Infinity;
	readonly cutter: Cutter<readonly number[]> = new Cutter(this, this);

	push(value: number): void {
		if (this.n >= this.guard) this.cutter.clear(this.n + 1);
		this.values[this.n++] = value;
	}

	cut(at: number): Rest<readonly number[]> {
		const rest = this.cutter.cut(at, this.n);
		this.n = at;
		return rest;
	}

	append(rest: Rest<readonly number[]>): void {
		this.cutter.append(rest, this.n);
		this.n += rest.count;
	}

	copy(from: number, to: number): readonly number[] {
		this.copies += to - from;
		return this.values.slice(from, to);
	}

	lay(piece: readonly number[], at: number): void {
		piece.forEach((value, index) => (this.values[at + index] = value));
	}

	get now(): readonly number[] {
		return this.values.slice(0, this.n);
	}
}

function filled(count: number): Numbers {
	const numbers = new Numbers();
	for (let value = 0; value < count; value++) numbers.push(value);
	return numbers;
}

describe('what is cut off from columns', () => {
	it('stays where it is: leaving, writing a little and coming back copies only what was written over', () => {
		const numbers = filled(100_000);
		const before = numbers.now;
		const rest = numbers.cut(20_000);
		for (let value = 0; value < 10; value++) numbers.push(-value);
		expect(numbers.cut(20_000).piece).toEqual([-0, -1, -2, -3, -4, -5, -6, -7, -8, -9]);
		numbers.append(rest);
		expect(numbers.now).toEqual(before);
		expect(numbers.copies).toBeLessThan(5_000);
	});

	it('can be read at any time, and what was written since stays', () => {
		const numbers = filled(30_000);
		const rest = numbers.cut(10_000);
		for (let value = 0; value < 9_000; value++) numbers.push(-value);
		const since = numbers.now;
		expect(rest.piece).toEqual(Array.from({ length: 20_000 }, (_, at) => 10_000 + at));
		expect(numbers.now).toEqual(since);
		numbers.cut(10_000);
		numbers.append(rest);
		expect(numbers.now).toEqual(filled(30_000).now);
	});

	it.each([1, 2, 3, 4, 5, 6])('comes back as it was, whatever is cut, written and put back meanwhile (%i)', (seed) => {
		const roll = dice(seed);
		const numbers = filled(40_000);
		let value = 40_000;
		/** As branches do it: who leaves one keeps its rest, and comes back to where it was cut. */
		const left: { rest: Rest<readonly number[]>; whole: readonly number[]; at: number }[] = [];
		for (let step = 0; step < 40; step++) {
			const back = left.at(-1);
			if (back && (roll.below(3) === 0 || left.length > 4)) {
				left.pop();
				const dropped = numbers.cut(Math.min(back.at, numbers.n));
				if (roll.below(2)) expect(dropped.piece.length).toBe(dropped.count);
				numbers.cutter.drop(dropped);
				numbers.append(back.rest);
				expect(numbers.now).toEqual(back.whole);
			} else {
				const whole = numbers.now;
				const at = Math.max(back?.at ?? 0, roll.below(numbers.n));
				left.push({ rest: numbers.cut(at), whole, at });
				if (roll.below(4) === 0) expect(left[roll.below(left.length)]!.rest.piece.length).toBeGreaterThanOrEqual(0);
			}
			for (let more = roll.below(12_000); more > 0; more--) numbers.push(value++);
			if (left.length > 0) left.at(-1)!.at = Math.min(left.at(-1)!.at, numbers.n);
		}
		while (left.length > 0) {
			const { rest, whole, at } = left.pop()!;
			numbers.cutter.drop(numbers.cut(at));
			numbers.append(rest);
			expect(numbers.now).toEqual(whole);
		}
	});
});
