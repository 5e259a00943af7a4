import { dateWords, timeWords } from '#lib/views/timeline/words';
import { engine, type OwnCue } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/** The most that a session keeps. */
const MOST = 100;

/** The moments that the person named in the open session, in the order in which they are presented. */
class OwnCues {
	list = $state.raw<readonly OwnCue[]>([]);
	/** They have been read: where the list is empty, there are none. */
	known = $state(false);
	/** Of which session. */
	#of: string | null = null;
	#reading = Promise.resolve();

	/** Call it in an effect that reads which session is open. What is added waits until all others are known. */
	load(session: string | null): Promise<void> {
		if (session !== this.#of) this.#reading = this.#read((this.#of = session));
		return this.#reading;
	}

	async #read(session: string | null): Promise<void> {
		this.list = [];
		this.known = false;
		if (session === null) return;
		try {
			const found = await engine.cues();
			if (session === this.#of) [this.list, this.known] = [found, true];
		} catch {
			this.#of = null;
		}
	}

	/** Names the moment that is shown, with what is selected in it. */
	async add(given: { name?: string; light?: readonly string[]; spot?: number | null } = {}): Promise<OwnCue | null> {
		const { status } = engine;
		if (!status?.session) return null;
		await this.load(status.session.id);
		if (!this.known) {
			toast('The cues of this session could not be read. Try it again.');
			return null;
		}
		if (this.list.length >= MOST) {
			toast(`A session keeps ${MOST} cues at most. Delete one that is not shown any more.`);
			return null;
		}
		const cue: OwnCue = {
			name: given.name ?? `${dateWords(status.clock)}, ${timeWords(status.clock)}`,
			question: '',
			caption: '',
			notes: '',
			branch: status.branch,
			at: status.clock,
			spot: given.spot != null && given.spot < status.shown ? given.spot : null,
			light: [...(given.light ?? [])]
		};
		await this.#keep([...this.list, cue]);
		return cue;
	}

	async change(at: number, cue: OwnCue): Promise<void> {
		await this.#keep(this.list.with(at, cue));
	}

	async remove(at: number): Promise<void> {
		const before = this.list;
		await this.#keep(before.toSpliced(at, 1));
		toast(`The cue ${before[at]!.name} was deleted.`, { label: 'Undo', run: () => void this.#keep(before) });
	}

	/** One place up or down. */
	async move(at: number, by: 1 | -1): Promise<void> {
		const cue = this.list[at]!;
		await this.#keep(this.list.toSpliced(at, 1).toSpliced(at + by, 0, cue));
	}

	async #keep(list: readonly OwnCue[]): Promise<void> {
		const before = this.list;
		this.list = list;
		try {
			await engine.setCues(list);
		} catch (error) {
			this.list = before;
			toast(`The cues were not kept: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
}

export const ownCues = new OwnCues();
