import { untrack } from 'svelte';
import { engine } from '#lib/worker/client.svelte';
import { joined, Told } from '#lib/views/stage/joined';
import type { ViewArgs, ViewData } from '#lib/views';

type Answer = ViewData<'timeline'>;
type Asked = Omit<ViewArgs<'timeline'>, 'since' | 'mark' | 'later'>;

/** While time runs the timeline is asked for this often; at rest at once. */
const RUNNING_EVERY = 120;

/** Another session has another past: a story, a show, a lesson. */
const questionOf = (asked: Asked) => JSON.stringify([engine.generation, engine.status!.session, asked]);

/**
 * What the timeline draws. In the past it keeps what the live end told, so that what came later stays in sight; the
 * clock alone moves.
 */
export class StageFeed {
	/** What was told so far; null: nothing yet. */
	view = $state.raw<Answer | null>(null);
	/** What `view` answers: another question is answered from the beginning. */
	#answered = '';
	#told = new Told();
	#asked: Asked = {};
	#asking = false;
	#again = false;
	#last = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #later: boolean;

	/** `later`: also what came after the moment that is shown. */
	constructor(later = true) {
		this.#later = later;
	}

	/** In the past nothing is told anew, unless somebody comes there at once or asks for other lanes. */
	lacks(asked: Asked): boolean {
		return questionOf(asked) !== this.#answered;
	}

	/** Call it in an effect that reads what the timeline depends on. */
	refresh(running: boolean, asked: Asked = this.#asked): void {
		this.#asked = asked;
		const wait = running ? Math.max(0, this.#last + RUNNING_EVERY - performance.now()) : 0;
		clearTimeout(this.#timer);
		if (wait > 0) this.#timer = setTimeout(() => void this.#ask(), wait);
		// What it has already is no reason to ask again.
		else untrack(() => void this.#ask());
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	async #ask(): Promise<void> {
		if (this.#asking) {
			this.#again = true;
			return;
		}
		this.#asking = true;
		this.#last = performance.now();
		try {
			// A new worker has marks of its own.
			const question = questionOf(this.#asked);
			const before = question === this.#answered ? this.view : null;
			const { end, seq } = engine.status!;
			const since = before && this.#told.before(this.#later ? end.seq : seq);
			const more = await engine.query<Answer>('timeline', { ...this.#asked, ...since, later: this.#later });
			this.view = before ? joined(before, more) : more;
			this.#told.add(more);
			this.#answered = question;
		} catch {
			// The engine is being restarted: the next status asks again.
		}
		this.#asking = false;
		if (!this.#again) return;
		this.#again = false;
		this.refresh(true);
	}
}
