import { dateWords, timeWords } from '#lib/views/timeline/words';
import { engine, type OwnCue } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/** The most that a session keeps. */
const MOST = 100;

/** "Mon 2 Mar, 08:20:00": what a cue is called until somebody names it. */
export const cueMoment = (at: number) => `${dateWords(at)}, ${timeWords(at)}`;

/** After the way to a cue: what stands there where its moment was undone; null: the moment itself. */
export function insteadOf(at: number): string | null {
	const { clock, branch, branches } = engine.status!;
	if (clock >= at) return null;
	const name = branches.find(({ id }) => id === branch)?.name;
	return `${cueMoment(at)} was undone on ${name}: you see the last moment before it, ${cueMoment(clock)}.`;
}

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
	async add(given: { light?: readonly string[]; spot?: number | null } = {}): Promise<void> {
		const { status } = engine;
		if (!status?.session) return;
		await this.load(status.session.id);
		if (!this.known) return void toast('The cues of this session could not be read. Try again.');
		if (this.list.length >= MOST)
			return void toast(`A session keeps ${MOST} cues at most. Delete one that you no longer show.`);
		const cue: OwnCue = {
			name: cueMoment(status.clock),
			question: '',
			caption: '',
			notes: '',
			branch: status.branch,
			at: status.clock,
			spot: given.spot != null && given.spot < status.shown ? given.spot : null,
			light: [...(given.light ?? [])]
		};
		const same = JSON.stringify(cue);
		if (this.list.some((other) => JSON.stringify(other) === same))
			return void toast(`${cue.name} is a cue already. Edit it under Present.`);
		if (await this.#keep([...this.list, cue]))
			this.#say(`The cue ${cue.name} is among those of this session, under Present.`, () =>
				this.list.filter((other) => other !== cue)
			);
	}

	async change(at: number, cue: OwnCue): Promise<void> {
		await this.#keep(this.list.with(at, cue));
	}

	async remove(at: number): Promise<void> {
		const cue = this.list[at]!;
		if (await this.#keep(this.list.toSpliced(at, 1)))
			this.#say(`The cue ${cue.name} was deleted.`, () => this.list.toSpliced(at, 0, cue));
	}

	/** One place up or down. */
	async move(at: number, by: 1 | -1): Promise<void> {
		const cue = this.list[at]!;
		await this.#keep(this.list.toSpliced(at, 1).toSpliced(at + by, 0, cue));
	}

	/** What was done, and the offer to take it back from what the list is by then, in the same session. */
	#say(sentence: string, back: () => readonly OwnCue[]): void {
		const session = engine.status?.session?.id;
		toast(sentence, {
			label: 'Undo',
			stands: () => engine.status?.session?.id === session,
			run: () => void this.#keep(back())
		});
	}

	/** Whether they were kept. */
	async #keep(list: readonly OwnCue[]): Promise<boolean> {
		const before = this.list;
		this.list = list;
		try {
			await engine.setCues(list);
			return true;
		} catch (error) {
			this.list = before;
			toast(`The cues were not kept: ${error instanceof Error ? error.message : String(error)}`);
			return false;
		}
	}
}

export const ownCues = new OwnCues();
