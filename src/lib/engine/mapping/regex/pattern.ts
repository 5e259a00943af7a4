import type { Test } from './charset';
import { firstOf, isAnchored } from './first';
import { type Budget, stepLimit } from './budget';
import { Search } from './match';
import { parsePattern } from './parse';
import { compileProgram, type Program } from './program';
import { PatternFault } from './tree';

/** The groups of a match: start and end of group n at 2n and 2n + 1, -1 when it took no part. */
export type Match = readonly number[];

export class Pattern {
	/** Group names, numbers as text among them. */
	readonly names: ReadonlyMap<string, number>;
	readonly groups: number;
	private readonly program: Program;
	/** Used again and again: a search ends before the next one begins. */
	private readonly search: Search;
	private readonly first: Test | undefined;
	private readonly anchored: boolean;

	constructor(pattern: string) {
		const { node, names, groups } = parsePattern(pattern);
		this.names = names;
		this.groups = groups;
		this.program = compileProgram(node, groups);
		this.search = new Search(this.program);
		this.first = firstOf(node);
		this.anchored = isAnchored(node);
	}

	/** Whether the text contains a match anywhere; throws StepLimit. */
	test(text: string, budget?: Budget): boolean {
		return this.matches(text, budget).next() !== undefined;
	}

	/** The matches from left to right; the one before is overwritten by the next. Throws StepLimit. */
	matches(text: string, budget: Budget = { steps: stepLimit }): { next(): Match | undefined } {
		const { search } = this;
		let from = 0;
		return {
			next: () => {
				search.open(text, budget);
				const at = this.find(text, from);
				if (at < 0) from = text.length + 1;
				else from = search.slots[1] === at ? at + 1 : search.slots[1]!;
				return at < 0 ? undefined : search.slots;
			}
		};
	}

	/** The start of the first match at or after a place, or -1. */
	private find(text: string, from: number): number {
		const { first, search } = this;
		const last = this.anchored ? 0 : text.length;
		for (let at = from; at <= last; at++) {
			if (first !== undefined && (at === text.length || !first(text.charCodeAt(at)))) continue;
			if (search.matchAt(at, from)) return at;
		}
		return -1;
	}
}

const known = new Map<string, Pattern | PatternFault>();

/** Patterns are compiled once; a wrong one is a fault with its place, never an exception. */
export function compilePattern(pattern: string): Pattern | PatternFault {
	let compiled = known.get(pattern);
	if (!compiled) {
		try {
			compiled = new Pattern(pattern);
		} catch (fault) {
			if (!(fault instanceof PatternFault)) throw fault;
			compiled = fault;
		}
		if (known.size >= 300) known.clear();
		known.set(pattern, compiled);
	}
	return compiled;
}
