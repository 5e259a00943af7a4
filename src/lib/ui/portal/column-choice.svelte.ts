import { remembered, type Column, type Command } from '../kit';

const isChoice = (value: unknown): value is string[] | null =>
	value === null || (Array.isArray(value) && value.every((id) => typeof id === 'string'));

/** A column that is there only for whoever chooses it. */
export const onlyChosen = Infinity;

/** Which columns of a table are shown. Until somebody chooses, the width of the window decides. */
export class ColumnChoice {
	readonly #chosen: { value: string[] | null };

	constructor(name: string) {
		this.#chosen = remembered<string[] | null>(`columns.${name}`, null, isChoice);
	}

	shown<R>(all: readonly Column<R>[]): readonly Column<R>[] {
		const chosen = this.#chosen.value;
		if (chosen === null) return all;
		return all
			.filter(({ id, identity }) => identity || chosen.includes(id))
			.map((column) => ({ ...column, from: undefined }));
	}

	/** The entries of a menu. The identity cannot be hidden. */
	menu<R>(all: readonly Column<R>[], width: number): Command[] {
		const chosen = this.#chosen.value ?? all.filter(({ from = 0 }) => from <= width).map(({ id }) => id);
		const toggled = (id: string) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
		const choices = all
			.filter(({ identity }) => !identity)
			.map(({ id, head }) => ({
				id,
				label: head,
				checked: chosen.includes(id),
				run: () => (this.#chosen.value = toggled(id))
			}));
		const back = { id: ' back', label: 'As the width allows', heading: '', run: () => (this.#chosen.value = null) };
		return [...choices, { ...back, checked: this.#chosen.value === null }];
	}
}
