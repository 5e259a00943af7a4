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
	#flight: Promise<void> | null = null;
	#place = '';
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

	/** Takes what is new at this boundary and writes it, if nothing is being written. */
	flush(place: Omit<Place, 'end'>): void {
		if (this.#flight || this.state === 'memory' || this.state === 'dispossessed') return;
		const end = this.#collect();
		const full = { ...place, end };
		const text = JSON.stringify(full);
		const entries = this.#waiting;
		if (entries.length === 0 && text === this.#place) return;
		this.#waiting = [];
		this.#place = text;
		this.state = 'storing';
		this.#flight = this.#write(entries, full).finally(() => {
			this.#flight = null;
			this.changed();
		});
	}

	/** Until what was taken so far is written, or refused. */
	async settled(): Promise<void> {
		await this.#flight;
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
