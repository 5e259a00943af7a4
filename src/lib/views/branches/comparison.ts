import * as z from 'zod/mini';
import type { Steps } from '#lib/tenant/sample/steps';
import type { Checkpoint, World } from '#lib/world';
import { commandsOf, forkOf, wayOf } from '#lib/world/ways';
import { defineLongView } from '../long-view';
import { appKey, pageOf, search, slot, window, type Page } from '../view';
import { differencesOf, ownCommands, type Difference } from './differences';
import { partsOf } from './parts';
import { Sides, sideOf, type Side, type Which } from './sides';
import { systemCounts, type SystemCount } from './systems';
import { needleOf, searchable } from '../search-text';

/** A command that only one of the two ways has, or at another time. */
export interface OwnCommand {
	readonly seq: number;
	readonly at: number;
	readonly text: string;
}

export interface ComparedBranch {
	readonly id: number;
	readonly name: string;
	readonly end: number;
	/** Commands of its journal up to the moment, and those that the other branch does not have. */
	readonly commands: number;
	readonly own: readonly OwnCommand[];
	readonly ownTotal: number;
}

export interface BranchComparison {
	readonly a: ComparedBranch;
	readonly b: ComparedBranch;
	/** Where they part. */
	readonly fork: number;
	/** The moment that is compared. */
	readonly at: number;
	readonly systems: readonly SystemCount[];
	readonly differences: Page<Difference>;
	/** The differences by the command that made them, most first. */
	readonly causes: readonly {
		readonly side: 'a' | 'b';
		readonly seq: number;
		readonly at: number;
		readonly text: string;
		readonly differences: number;
	}[];
	/** Differences that no command since the fork made. */
	readonly uncaused: number;
}

const shownCommands = 20;

const args = z.object({
	a: slot,
	b: slot,
	/** null: each at its own end. */
	at: z._default(z.nullable(z.number()), null),
	system: z.optional(appKey),
	search,
	...window
});

/** What differs between two branches at a time, and which command made the difference. */
export const branchComparison = defineLongView(args, function* (world, asked): Steps<BranchComparison | null> {
	const { ledger } = world.sim;
	const { list } = world.branches;
	const [left, right] = [list[asked.a], list[asked.b]];
	if (!left || !right) return null;
	const [wayA, wayB] = [wayOf(ledger, world.branches, asked.a), wayOf(ledger, world.branches, asked.b)];
	const fork = forkOf(wayA, wayB);
	// Before they part there is nothing to compare.
	const at = asked.at === null ? null : Math.max(asked.at, fork.at);
	const ends = { a: sideOf(world, wayA, at), b: sideOf(world, wayB, at) };
	const { sides, differences, systems } = yield* compared(world, [asked.a, asked.b].join(), ends, fork);
	const needle = needleOf(asked.search);
	const found = differences.filter(
		({ name, system }) =>
			(asked.system === undefined || system.id === asked.system) && (needle === '' || searchable(name).includes(needle))
	);
	const journals = journalsOf(sides);
	return {
		a: { id: left.id, name: left.name, end: wayA.end.at, ...journals.a },
		b: { id: right.id, name: right.name, end: wayB.end.at, ...journals.b },
		fork: fork.at,
		at: at ?? Math.max(wayA.end.at, wayB.end.at),
		systems,
		differences: pageOf(found, differences.length, asked, (one) => one),
		...causesOf(differences)
	};
});

interface Compared {
	readonly sides: Sides;
	readonly differences: readonly Difference[];
	readonly systems: readonly SystemCount[];
}

const kept = new WeakMap<World['sim'], { readonly key: string; readonly compared: Compared }>();

/** Whoever turns a page or looks for somebody asks about the same two moments again. */
function* compared(
	{ sim }: World,
	branches: string,
	{ a, b }: Readonly<Record<Which, Side>>,
	fork: Checkpoint
): Steps<Compared> {
	const key = [branches, sim.ledger.tape.cuts, ...[a, b].flatMap(({ end: { seq, op, at } }) => [seq, op, at])].join();
	const known = kept.get(sim);
	if (known?.key === key) return known.compared;
	const sides = yield* Sides.of(a, b, fork);
	const parts = yield* partsOf(sides);
	const differences = yield* differencesOf(sides, parts);
	const found = { sides, differences, systems: yield* systemCounts(sides, parts, differences) };
	kept.set(sim, { key, compared: found });
	return found;
}

/** The journal of each branch: how long it is, and what of it the other one has not. */
function journalsOf(sides: Sides) {
	const own = ownCommands(sides);
	const told = (which: Which) => {
		const { way, end, text } = sides[which];
		return {
			commands: commandsOf(way, 0, end.op).length,
			own: own[which].slice(0, shownCommands).map(({ seq, at, text: number }) => ({ seq, at, text: text(number) })),
			ownTotal: own[which].length
		};
	};
	return { a: told('a'), b: told('b') };
}

function causesOf(differences: readonly Difference[]): Pick<BranchComparison, 'causes' | 'uncaused'> {
	const causes = new Map<string, { side: 'a' | 'b'; seq: number; at: number; text: string; differences: number }>();
	let uncaused = 0;
	for (const { because } of differences) {
		if (because.length === 0) uncaused++;
		for (const one of because) {
			const key = `${one.side} ${one.seq}`;
			const known = causes.get(key);
			if (known) known.differences++;
			else causes.set(key, { ...one, differences: 1 });
		}
	}
	return { causes: [...causes.values()].sort((x, y) => y.differences - x.differences || x.at - y.at), uncaused };
}
