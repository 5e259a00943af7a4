import { z } from 'zod';
import type { World } from '#lib/world';
import { commandsOf, forkOf, wayOf } from '#lib/world/ways';
import { appKey, defineView, pageOf, search, slot, window, type Page } from '../view';
import { differencesOf, type Difference } from './differences';
import { Sides, sideOf } from './sides';
import { systemCounts, type SystemCount } from './systems';

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
	at: z.number().nullable().default(null),
	system: appKey.optional(),
	search,
	...window
});

/** What differs between two branches at a time, and which command made the difference. */
export const branchComparison = defineView(args, (world, asked): BranchComparison | null => {
	const { ledger } = world.sim;
	const { list } = world.branches;
	const [left, right] = [list[asked.a], list[asked.b]];
	if (!left || !right) return null;
	const [wayA, wayB] = [wayOf(ledger, world.branches, asked.a), wayOf(ledger, world.branches, asked.b)];
	const fork = forkOf(wayA, wayB);
	// Before they part there is nothing to compare.
	const at = asked.at === null ? null : Math.max(asked.at, fork.at);
	const sides = new Sides(sideOf(world, wayA, at), sideOf(world, wayB, at), fork);
	const differences = differencesOf(sides);
	const needle = asked.search.trim().toLowerCase();
	const found = differences.filter(
		({ name, system }) =>
			(asked.system === undefined || system.id === asked.system) &&
			(needle === '' || name.toLowerCase().includes(needle))
	);
	const own = ownCommands(world, sides);
	return {
		a: { id: left.id, name: left.name, end: wayA.end.at, ...own.a },
		b: { id: right.id, name: right.name, end: wayB.end.at, ...own.b },
		fork: fork.at,
		at: at ?? Math.max(wayA.end.at, wayB.end.at),
		systems: systemCounts(sides, differences),
		differences: pageOf(found, differences.length, asked, (one) => one),
		...causesOf(differences)
	};
});

/** What each journal has since the fork that the other one has not. */
function ownCommands(world: World, { a, b, fork }: Sides) {
	const [sinceA, sinceB] = [commandsOf(a.way, fork.op, a.end.op), commandsOf(b.way, fork.op, b.end.op)];
	const same = new Set(sinceA.map(nameOfCommand));
	const both = new Set(sinceB.map(nameOfCommand).filter((name) => same.has(name)));
	const before = commandsOf(a.way, 0, fork.op).length;
	const told = (list: typeof sinceA, text: (number: number) => string) => {
		const own = list.filter((one) => !both.has(nameOfCommand(one)));
		return {
			commands: before + list.length,
			own: own.slice(0, shownCommands).map(({ seq, at, text: number }) => ({ seq, at, text: text(number) })),
			ownTotal: own.length
		};
	};
	return { a: told(sinceA, a.text), b: told(sinceB, b.text) };
}

const nameOfCommand = ({ at, verb, args }: { at: number; verb: string; args: unknown }) =>
	`${at} ${verb} ${JSON.stringify(args)}`;

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
