import type { World } from '#lib/world';
import type { Status } from './messages';
import type { Runner } from './runner';
import { stopOf } from './stop-words';

/** What the worker adds to the world's own state. */
export interface Around {
	readonly session: Status['session'];
	readonly revision: number;
	readonly persistence: Status['persistence'];
}

export function statusOf(world: World, runner: Runner, around: Around): Status {
	const { ledger } = world.sim;
	const { tables, branches } = world;
	const end = ledger.boundaries.at(-1)!;
	const last = tables.commands.next > 0 ? tables.commands.get(tables.commands.next - 1) : null;
	return {
		...around,
		elsewhere: false,
		clock: world.clock,
		start: ledger.boundaries[0]!.at,
		live: world.live,
		playing: runner.playing,
		pace: runner.pace,
		door: runner.door,
		seq: world.checkpoint().seq,
		shown: runner.shown,
		end: { seq: end.seq, at: end.at },
		branch: branches.live,
		branches: branches.listed.map(({ id, name, parked }) => ({
			id,
			name,
			from: parked?.point.at ?? null,
			anchor: parked?.anchor ?? null
		})),
		counters: {
			users: tables.users.next,
			groups: tables.groups.next,
			links: tables.links.next,
			commands: tables.commands.next
		},
		stops: runner.stops,
		stopped: stopOf(world, runner),
		undo: last ? world.text(ledger.facts.detail[last.fact]!) : null,
		lastCommand: last?.fact ?? null,
		redo: branches.undone !== undefined
	};
}

/** Before a session is open. */
export function emptyStatus(elsewhere: Status['session'] | null): Status {
	return {
		session: elsewhere,
		elsewhere: elsewhere !== null,
		revision: 0,
		clock: 0,
		start: 0,
		live: true,
		playing: false,
		pace: 60_000,
		door: 'msw',
		seq: 0,
		shown: 0,
		end: { seq: 0, at: 0 },
		branch: 0,
		branches: [],
		counters: { users: 0, groups: 0, links: 0, commands: 0 },
		stops: [],
		stopped: null,
		undo: null,
		lastCommand: null,
		redo: false,
		persistence: { state: 'stored', message: null }
	};
}
