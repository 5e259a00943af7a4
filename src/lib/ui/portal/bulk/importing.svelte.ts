import { engine, type PeopleReview } from '#lib/worker/client.svelte';
import { listOfFile } from './list-file';

/** A text of this length is shown in the field, so that a row can be mended there. */
export const editable = 200_000;

/** The list that is being looked through. It outlives the page: what was opened or pasted stays until it is imported. */
export class Importing {
	name = $state('the list');
	text = $state('');
	remark = $state<string | null>(null);
	/** Why the whole list cannot be read. */
	trouble = $state<string | null>(null);
	review = $state.raw<PeopleReview | null>(null);
	reading = $state(false);
	groups = $state(true);
	app = $state('');
	#asked = 0;

	get isEditable(): boolean {
		return this.text.length <= editable;
	}

	async open(file: File | undefined): Promise<void> {
		if (!file) return;
		try {
			const { name, text, remark } = await listOfFile(file);
			[this.name, this.text, this.remark] = [name, text, remark];
		} catch (error) {
			// What stood there stays: it may have been pasted, and be nowhere else.
			this.trouble = error instanceof Error ? error.message : String(error);
		}
	}

	type(text: string): void {
		// Who empties the field begins anew: neither the file nor what was wrong with it is left.
		if (text.trim() === '') this.clear();
		this.text = text;
		this.remark = null;
	}

	clear(): void {
		[this.name, this.text, this.remark, this.trouble, this.review] = ['the list', '', null, null, null];
	}

	/** Reads what stands there; only the newest answer counts. */
	async look(): Promise<void> {
		const number = ++this.#asked;
		if (this.text.trim() === '') {
			this.review = null;
			this.reading = false;
			return;
		}
		this.reading = true;
		try {
			const found = await engine.readPeople(this.text, this.name);
			if (number !== this.#asked) return;
			if ('error' in found) [this.trouble, this.review] = [found.error.message, null];
			else [this.trouble, this.review] = [null, found];
		} catch (error) {
			if (number === this.#asked) this.trouble = error instanceof Error ? error.message : String(error);
		} finally {
			if (number === this.#asked) this.reading = false;
		}
	}
}

export const importing = new Importing();
