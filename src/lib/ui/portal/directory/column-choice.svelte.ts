import { remembered, type Column, type Command } from '#lib/ui/kit';

const isChoice = (value: unknown): value is string[] | null =>
	value === null || (Array.isArray(value) && value.every((id) => typeof id === 'string'));

/** Which columns of a table are shown. Until somebody chooses, the width of the window decides. */
export class ColumnChoice<R> {
	readonly #chosen: { value: string[] | null };

	constructor(
		name: string,
		private readonly all: readonly Column<R>[]
	) {
		this.#chosen = remembered<string[] | null>(`columns.${name}`, null, isChoice);
	}

	get shown(): readonly Column<R>[] {
		const chosen = this.#chosen.value;
		if (chosen === null) return this.all;
		return this.all
			.filter(({ id, identity }) => identity || chosen.includes(id))
			.map((column) => ({ ...column, from: undefined }));
	}

	/** The entries of a menu. The identity cannot be hidden. */
	menu(width: number): Command[] {
		const chosen = this.#chosen.value ?? this.all.filter(({ from = 0 }) => from <= width).map(({ id }) => id);
		const toggled = (id: string) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
		const choices = this.all
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
