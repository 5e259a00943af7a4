import type { OwnCue } from '#lib/session/cues';
import { Keeper } from '#lib/session/keeper';
import { refusal } from '#lib/session/refusal';
import { restore } from '#lib/session/restore';
import type { SessionStore } from '#lib/session/store';
import type { WorldOptions } from '#lib/world';
import { branching } from '#lib/world/parts';
import { createWorld, type World } from '#lib/world/world';
import type { FactFeed } from './fact-feed';
import type { Lock } from './lock';
import type { Status } from './messages';
import type { OpenedScenario } from './scripting';
import { Runner } from './runner';
import { statusOf } from './status';

/** A session that is open in this worker: its world, who lets time run, and who keeps it. */
export class OpenSession {
	readonly runner: Runner;
	feed: FactFeed | null = null;
	lock: Lock | null = null;
	/** The moments that the person named; null: they were not asked for yet. */
	cues: readonly OwnCue[] | null = null;
	/** The script that it was made of; undefined: it was not asked for yet. */
	scenario: OpenedScenario | null | undefined = undefined;
	/** What is presented here belongs to a show and is kept nowhere. */
	isShow = false;
	#revision = 0;
	#seen = '';

	constructor(
		readonly id: string,
		public name: string,
		readonly world: World,
		readonly keeper: Keeper | null,
		/** Why there is no keeper. */
		readonly refused: string | null,
		now: () => number
	) {
		this.runner = new Runner(world, now);
	}

	get place() {
		const { runner, world } = this;
		const { here, boundaries } = world.sim.ledger;
		const isWithin = runner.shown < world.checkpoint().seq;
		return {
			here: here < boundaries.length - 1 ? here : null,
			shown: isWithin ? runner.shown : null,
			pace: runner.pace,
			stops: runner.stops
		};
	}

	/** Resolves once all that has happened is stored, or refused; undefined: it is kept nowhere. */
	save(): Promise<void> | undefined {
		return this.keeper?.flush(this.place);
	}

	status(): Status {
		const { world, runner } = this;
		const { seq, op, mark } = world.checkpoint();
		const { branches } = world;
		const seen = [seq, op, mark, runner.shown, world.live, branches.live, branches.list.length].join();
		if (seen !== this.#seen) {
			this.#seen = seen;
			this.#revision++;
		}
		return statusOf(world, runner, {
			session: { id: this.id, name: this.name, ...(this.isShow && { show: true as const }) },
			revision: this.#revision,
			persistence: this.#persistence()
		});
	}

	#persistence(): Status['persistence'] {
		if (!this.keeper) return { state: 'memory', message: this.refused };
		const { state, message } = this.keeper;
		return { state: state === 'dispossessed' ? 'memory' : state, message };
	}

	close(): void {
		this.runner.pause();
		this.lock?.release();
	}
}

/** Under which setting the cues of a session are kept. */
export const cuesKey = (session: string) => `cues ${session}`;

/** What opening needs of its surroundings. */
export interface Surroundings {
	readonly store: SessionStore | string;
	readonly owner: string;
	readonly now: () => number;
	/** Real time, for the list of sessions. */
	readonly today: () => number;
	readonly newId: () => string;
	readonly changed: () => void;
}

export async function createSession(around: Surroundings, name: string, options: WorldOptions): Promise<OpenSession> {
	return keepWorld(around, name, createWorld(options), true);
}

/** Makes a session of a world that exists already: a new one, or one in which something was done, as from a link or a file. */
export async function keepWorld(around: Surroundings, name: string, world: World, isNew = false): Promise<OpenSession> {
	const { store, owner, today, now } = around;
	const id = around.newId();
	if (typeof store === 'string') return new OpenSession(id, name, world, null, store, now);
	const at = today();
	const keeper = new Keeper(store, id, owner, world, undefined, 0, around.changed);
	const session = new OpenSession(id, name, world, keeper, null, now);
	try {
		// What was done comes with it, or it does not come: a session without a journal is made of its options again.
		await store.atOnce(async () => {
			await store.create({ id, name, options: world.options, created: at, used: at, owner });
			if (!isNew) await session.save();
		});
	} catch (error) {
		return new OpenSession(id, name, world, null, refusal(error), now);
	}
	return session;
}

export async function loadSession(around: Surroundings, id: string): Promise<OpenSession | null> {
	const { store, owner, today, now } = around;
	if (typeof store === 'string') return null;
	await store.own(id, owner, today());
	const loaded = await store.load(id);
	if (!loaded) return null;
	// A page that was closed before a new company was stored: its options make the same one again.
	const isNew = loaded.entries.length === 0;
	if (loaded.entries.some((entry) => 'move' in entry)) await branching.load();
	const { world, stored } = isNew ? { world: createWorld(loaded.session.options), stored: undefined } : restore(loaded);
	const keeper = new Keeper(store, id, owner, world, stored, loaded.session.records, around.changed);
	const session = new OpenSession(id, loaded.session.name, world, keeper, null, now);
	const { pace, stops, shown } = loaded.session.place;
	if (pace !== null) session.runner.pace = pace;
	session.runner.stops = stops as typeof session.runner.stops;
	if (shown !== null) session.runner.shown = Math.min(shown, world.checkpoint().seq);
	return session;
}
