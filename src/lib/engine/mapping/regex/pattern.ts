import type { Test } from './charset';
import { firstOf, isAnchored } from './first';
import { type Budget, Search, stepLimit } from './match';
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
	private readonly first: Test | undefined;
	private readonly anchored: boolean;

	constructor(pattern: string) {
		const { node, names, groups } = parsePattern(pattern);
		this.names = names;
		this.groups = groups;
		this.program = compileProgram(node, groups);
		this.first = firstOf(node);
		this.anchored = isAnchored(node);
	}

	/** Whether the text contains a match anywhere; throws StepLimit. */
	test(text: string, budget?: Budget): boolean {
		return this.matches(text, budget).next() !== undefined;
	}

	/** All matches from left to right. Throws StepLimit. */
	matches(text: string, budget: Budget = { steps: stepLimit }): { next(): Match | undefined } {
		const search = new Search(this.program, text, budget);
		let from = 0;
		return {
			next: () => {
				const start = from;
				for (let at = start; at <= text.length && !(this.anchored && at > 0); at++) {
					if (this.first && !(at < text.length && this.first(text.charCodeAt(at)))) continue;
					if (!search.matchAt(at, start)) continue;
					const end = search.slots[1]!;
					from = end === at ? end + 1 : end;
					return search.slots;
				}
				from = text.length + 1;
				return undefined;
			}
		};
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
