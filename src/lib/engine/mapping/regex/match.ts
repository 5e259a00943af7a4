import { lowerCode } from './casing';
import { type CharSet, wordForBoundary } from './charset';
import { type Budget, StepLimit } from './budget';
import { op, type Program } from './program';
import type { Anchor } from './tree';

/** How to go on when the present way fails: entries of four numbers on one stack, the kind first. */
const other = 0;
const restore = 1;
const shorter = 2;
const longer = 3;

/** Nearly everything that is ever asked stands in the table. */
function has(set: CharSet, code: number): boolean {
	return code < 128 ? set.table[code] === 1 : set.test(code);
}

/** Searches in one text after the other. Backtracks on a stack of its own, so no pattern can exhaust the machine's. */
export class Search {
	readonly slots: number[];
	private readonly program: Program;
	private text = '';
	private budget: Budget = { steps: 0 };
	/** Of the ways on; `height` numbers of it are in use. */
	private stack = new Int32Array(256);
	private height = 0;
	private searchStart = 0;
	private place = 0;

	constructor(program: Program) {
		this.program = program;
		this.slots = new Array<number>(program.slots).fill(-1);
	}

	/** Begins with another text. */
	open(text: string, budget: Budget): void {
		this.text = text;
		this.budget = budget;
	}

	/** Tries to match at one position; the groups are in `slots` then. */
	matchAt(position: number, searchStart: number): boolean {
		const { slots } = this;
		for (let slot = 0; slot < slots.length; slot++) slots[slot] = -1;
		this.height = 0;
		this.searchStart = searchStart;
		if (!this.run(0, position)) return false;
		this.slots[0] = position;
		this.slots[1] = this.place;
		return true;
	}

	/** Runs from one instruction to the next `match`. What it leaves on the stack can still be backtracked into. */
	private run(start: number, position: number): boolean {
		const { program, text, budget, slots } = this;
		const { code, sets, anchors } = program;
		const base = this.height;
		let pc = start;
		let at = position;
		for (;;) {
			if (--budget.steps < 0) throw new StepLimit();
			let fine = true;
			switch (code[pc]) {
				case op.match:
					this.place = at;
					return true;
				case op.char: {
					const back = code[pc + 2]! < 0;
					fine = text.charCodeAt(back ? at - 1 : at) === code[pc + 1];
					at += back ? -1 : 1;
					pc += 3;
					break;
				}
				case op.fold: {
					const back = code[pc + 2]! < 0;
					const found = text.charCodeAt(back ? at - 1 : at);
					fine = found === found && lowerCode(found) === code[pc + 1];
					at += back ? -1 : 1;
					pc += 3;
					break;
				}
				case op.set: {
					const back = code[pc + 2]! < 0;
					const found = text.charCodeAt(back ? at - 1 : at);
					fine = found === found && has(sets[code[pc + 1]!]!, found);
					at += back ? -1 : 1;
					pc += 3;
					break;
				}
				case op.split:
					this.push(other, code[pc + 2]!, at, 0);
					pc = code[pc + 1]!;
					break;
				case op.jump:
					pc = code[pc + 1]!;
					break;
				case op.save: {
					const slot = code[pc + 1]!;
					this.push(restore, slot, slots[slot]!, 0);
					slots[slot] = at;
					pc += 2;
					break;
				}
				case op.again:
					pc = slots[code[pc + 1]!] === at ? pc + 3 : code[pc + 2]!;
					break;
				case op.anchor:
					fine = this.holds(anchors[code[pc + 1]!]!, at);
					pc += 2;
					break;
				case op.same: {
					const length = this.sameLength(code[pc + 1]!, at, code[pc + 2]!, code[pc + 3] === 1);
					fine = length >= 0;
					at += length * code[pc + 2]!;
					pc += 4;
					break;
				}
				case op.look: {
					const { height } = this;
					const found = this.run(pc + 3, at);
					if (found && code[pc + 2] === 1) this.undo(height);
					else if (found) this.keepRestores(height);
					fine = found !== (code[pc + 2] === 1);
					pc = code[pc + 1]!;
					break;
				}
				case op.atomic: {
					const { height } = this;
					fine = this.run(pc + 2, at);
					if (fine) this.keepRestores(height);
					at = this.place;
					pc = code[pc + 1]!;
					break;
				}
				case op.captured:
					pc = slots[code[pc + 1]! * 2 + 1]! >= 0 ? pc + 3 : code[pc + 2]!;
					break;
				case op.test: {
					const { height } = this;
					const found = this.run(pc + 3, at);
					if (found) this.keepRestores(height);
					pc = code[pc + (found ? 1 : 2)]!;
					break;
				}
				case op.run: {
					const step = code[pc + 5]!;
					const least = code[pc + 2]!;
					const most = code[pc + 3]!;
					const lazy = code[pc + 4] === 1;
					const count = this.count(code[pc + 1]!, at, step, lazy ? least : most);
					fine = count >= least;
					if (fine && lazy && count < most) this.push(longer, pc, at, count);
					else if (fine && count > least) this.push(shorter, pc, at, count);
					at += count * step;
					pc += 6;
					break;
				}
			}
			if (fine) continue;
			const next = this.backtrack(base);
			if (next < 0) return false;
			pc = next;
			at = this.place;
		}
	}

	private push(kind: number, first: number, second: number, third: number): void {
		const { height } = this;
		if (height + 4 > this.stack.length) {
			const wider = new Int32Array(this.stack.length * 4);
			wider.set(this.stack);
			this.stack = wider;
		}
		this.stack[height] = kind;
		this.stack[height + 1] = first;
		this.stack[height + 2] = second;
		this.stack[height + 3] = third;
		this.height = height + 4;
	}

	/** Goes back to the last open way and tells its instruction; the position is in `place`. -1: there is none. */
	private backtrack(base: number): number {
		const { budget, stack, slots } = this;
		const { code } = this.program;
		while (this.height > base) {
			if (--budget.steps < 0) throw new StepLimit();
			const top = this.height - 4;
			const pc = stack[top + 1]!;
			const at = stack[top + 2]!;
			const count = stack[top + 3]!;
			switch (stack[top]) {
				case restore:
					slots[pc] = at;
					this.height = top;
					break;
				case other:
					this.place = at;
					this.height = top;
					return pc;
				case shorter:
					if (count - 1 > code[pc + 2]!) stack[top + 3] = count - 1;
					else this.height = top;
					this.place = at + (count - 1) * code[pc + 5]!;
					return pc + 6;
				case longer: {
					const step = code[pc + 5]!;
					if (this.count(code[pc + 1]!, at + count * step, step, 1) === 1) {
						if (count + 1 < code[pc + 3]!) stack[top + 3] = count + 1;
						else this.height = top;
						this.place = at + (count + 1) * step;
						return pc + 6;
					}
					this.height = top;
				}
			}
		}
		return -1;
	}

	/** How many characters of a set stand here, at most so many. */
	private count(set: number, at: number, step: number, most: number): number {
		const { text } = this;
		const members = this.program.sets[set]!;
		const room = step < 0 ? at : text.length - at;
		const limit = room < most ? room : most;
		let count = 0;
		let place = step < 0 ? at - 1 : at;
		while (count < limit && has(members, text.charCodeAt(place))) {
			count++;
			place += step;
		}
		this.budget.steps -= count;
		return count;
	}

	private undo(height: number): void {
		const { stack, slots } = this;
		while (this.height > height) {
			const top = this.height - 4;
			if (stack[top] === restore) slots[stack[top + 1]!] = stack[top + 2]!;
			this.height = top;
		}
	}

	/** What was matched atomically is not tried another way, but its groups are still taken back with the rest. */
	private keepRestores(height: number): void {
		const { stack } = this;
		let kept = height;
		for (let entry = height; entry < this.height; entry += 4) {
			if (stack[entry] !== restore) continue;
			stack.copyWithin(kept, entry, entry + 4);
			kept += 4;
		}
		this.height = kept;
	}

	/** The length of what a group has matched when the same stands here, or -1. */
	private sameLength(group: number, at: number, direction: number, fold: boolean): number {
		const { text, slots } = this;
		const start = slots[group * 2]!;
		const end = slots[group * 2 + 1]!;
		if (start < 0 || end < start) return -1;
		const length = end - start;
		const from = direction < 0 ? at - length : at;
		if (from < 0 || from + length > text.length) return -1;
		this.budget.steps -= length;
		for (let index = 0; index < length; index++) {
			const one = text.charCodeAt(start + index);
			const two = text.charCodeAt(from + index);
			if (one !== two && !(fold && lowerCode(one) === lowerCode(two))) return -1;
		}
		return length;
	}

	private holds(anchor: Anchor, at: number): boolean {
		const { text } = this;
		switch (anchor) {
			case 'textStart':
				return at === 0;
			case 'textEnd':
				return at === text.length;
			case 'lastLineEnd':
				return at === text.length || (at === text.length - 1 && text.charCodeAt(at) === 10);
			case 'lineStart':
				return at === 0 || text.charCodeAt(at - 1) === 10;
			case 'lineEnd':
				return at === text.length || text.charCodeAt(at) === 10;
			case 'searchStart':
				return at === this.searchStart;
			default: {
				const before = at > 0 && wordForBoundary(text.charCodeAt(at - 1));
				const after = at < text.length && wordForBoundary(text.charCodeAt(at));
				return (before !== after) === (anchor === 'word');
			}
		}
	}
}
