import type { Ms } from '#lib/engine/base';
import type { Command } from '../commands';
import { commandsOf, wayOf, type Said } from '../ways';
import type { World } from '../world';
import { copying } from './copy';

export interface WhatIf {
	/** What is changed, before anything else happens there. */
	readonly changes: readonly Command[];
	/** The boundary of the live branch from which everything is run again. */
	readonly index: number;
	/** How far; the branch itself is run on in a copy where it has not come that far. */
	readonly until: Ms;
}

/** A command of the journal that was not done again as it was. */
export interface LeftOut {
	readonly at: Ms;
	readonly text: string;
	/** null: it sets what was changed, so the change stands. */
	readonly refused: string | null;
}

/**
 * The same commands under a changed configuration, in a world of its own: the session is not touched. It is run a few
 * events at a time, so that whoever watches can show how far it is, and stop it.
 */
export class WhatIfRun {
	/** How it came about without the change: the session itself, or a copy of it that was run on. */
	base: World;
	/** There once the run has begun. */
	changed!: World;
	readonly from: Ms;
	/** How far it looks beyond what the session has come to. */
	readonly #ahead: Ms;
	readonly leftOut: LeftOut[] = [];
	/** Why the change cannot be made at all. */
	refused: string | null = null;
	/** Commands of the journal that were to be done again. */
	readonly commands: readonly Said[];

	constructor(
		readonly world: World,
		readonly asked: WhatIf
	) {
		const { ledger } = world.sim;
		if (ledger.tape.n !== ledger.boundaries.at(-1)!.op)
			throw new Error('An object is being provisioned right now. Ask again when it is done.');
		const begins = ledger.boundaries[asked.index]!;
		const end = ledger.boundaries.at(-1)!;
		this.from = begins.at;
		this.#ahead = Math.max(0, asked.until - end.at);
		this.base = world;
		this.commands = commandsOf(wayOf(ledger), begins.op, end.op);
	}

	/**
	 * Yields the virtual time reached, of the span that both worlds have to go through, while they are copied and after
	 * every event. The session may go on as soon as it has begun.
	 */
	*go(): Generator<{ readonly done: Ms; readonly of: Ms }> {
		const { from, asked } = this;
		const ahead = this.#ahead;
		const of = asked.until - from + ahead;
		const copied = { done: 0, of };
		if (ahead > 0) this.base = yield* copying(this.world, this.world.sim.ledger.boundaries.length - 1, copied);
		// Of the copy, where there is one: what stood in the session at the first stands there still.
		const changed = (this.changed = yield* copying(this.base, asked.index, copied));
		for (const command of asked.changes) {
			const done = changed.do(command);
			if (done.ok) continue;
			this.refused = done.message;
			return;
		}
		const set = new Set(asked.changes.map(settingOf));
		for (const said of this.commands) {
			yield* running(changed, said.at, true, ({ clock }) => ({ done: clock - from, of }));
			this.#again(said, set);
		}
		yield* running(changed, asked.until, false, ({ clock }) => ({ done: clock - from, of }));
		if (ahead === 0) return;
		const began = this.base.clock;
		yield* running(this.base, asked.until, false, ({ clock }) => ({ done: of - ahead + clock - began, of }));
	}

	#again({ at, text, verb, args }: Said, set: ReadonlySet<string>): void {
		const command = { verb, args } as Command;
		const words = this.world.text(text);
		if (set.has(settingOf(command))) {
			this.leftOut.push({ at, text: words, refused: null });
			return;
		}
		const done = this.changed.do(command);
		if (!done.ok) this.leftOut.push({ at, text: words, refused: done.message });
	}
}

/** Two commands that set the same thing of the same job: the later one would undo the earlier. */
function settingOf({ verb, args }: Command): string {
	const { app, object, key } = args as { app?: string; object?: string; key?: string };
	return [verb, app, object ?? 'users', key].join(' ');
}

function* running<T>(world: World, to: Ms, before: boolean, told: (world: World) => T): Generator<T> {
	const run = world.play({ to, before }, world.direct);
	while (!run.next().done) yield told(world);
	if (before && world.clock < to) world.sim.ledger.clock = to;
}
