import type { Checkpoint, World } from '#lib/world';
import { Recording, type Entry, type Piece } from '#lib/world/recording';
import type { Place } from './database';
import { Dispossessed, refusal } from './refusal';
import type { SessionStore } from './store';

export type Keeping = 'stored' | 'storing' | 'memory' | 'dispossessed';

/** After so many flushes their records become one. */
const SEAL = 64;

/** Keeps one session: one record a flush, one flush at a time. When the browser refuses, the session lives on in memory. */
export class Keeper {
	state: Keeping = 'stored';
	/** Why it is not stored, in plain words. */
	message: string | null = null;
	readonly #recording: Recording;
	/** The clock has moved and nothing happened: it is written with the session until something does. */
	#idle: Piece | null = null;
	#waiting: Entry[] = [];
	/** The flush under way, and the one after it, which takes what came meanwhile. */
	#flight: Promise<void> | null = null;
	#next: Promise<void> | null = null;
	#place: Place | null = null;
	#written = '';
	/** Journal records since the last sealed one, and the number of the first of them. */
	#records = 0;
	#sealed: number;

	constructor(
		readonly store: SessionStore,
		readonly session: string,
		readonly owner: string,
		world: World,
		stored?: Checkpoint,
		/** Journal records that are there already. */
		records = 0,
		readonly changed: () => void = () => {}
	) {
		this.#recording = new Recording(world, stored);
		this.#sealed = records;
	}

	/** Takes what is new at this boundary. Resolves once all of it is written, or refused. */
	flush(place: Omit<Place, 'end'>): Promise<void> {
		if (this.#isOver) return Promise.resolve();
		this.#place = { ...place, end: this.#collect() };
		if (!this.#flight) return this.#fly();
		return (this.#next ??= this.#flight.then(() => this.#flight ?? this.#fly()));
	}

	#fly(): Promise<void> {
		this.#next = null;
		const entries = this.#waiting;
		const text = JSON.stringify(this.#place);
		if (this.#isOver || (entries.length === 0 && text === this.#written)) return Promise.resolve();
		this.#waiting = [];
		this.#written = text;
		this.state = 'storing';
		this.#flight = this.#write(entries, this.#place!).finally(() => {
			this.#flight = null;
			this.changed();
		});
		return this.#flight;
	}

	get #isOver(): boolean {
		return this.state === 'memory' || this.state === 'dispossessed';
	}

	#collect() {
		for (const entry of this.#recording.take()) {
			// A refusal leaves words behind without a fact: those that follow have their numbers after them.
			if (
				'move' in entry ||
				entry.facts.n + entry.after.length + entry.texts.length + entry.rules.length > 0 ||
				entry.boundaries.length !== 1
			) {
				if (this.#idle) this.#waiting.push(this.#idle);
				this.#idle = null;
				this.#waiting.push(entry);
			} else this.#idle = entry;
		}
		return this.#idle?.boundaries[0] ?? null;
	}

	async #write(entries: Entry[], place: Place): Promise<void> {
		try {
			await this.store.append(this.session, this.owner, entries, place);
			if (entries.length > 0 && ++this.#records >= SEAL) {
				this.#sealed = await this.store.seal(this.session, this.owner, this.#sealed);
				this.#records = 0;
			}
			this.state = 'stored';
		} catch (error) {
			this.state = error instanceof Dispossessed ? 'dispossessed' : 'memory';
			this.message = refusal(error);
		}
	}
}
