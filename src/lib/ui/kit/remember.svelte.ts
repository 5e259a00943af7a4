/** A small choice that outlives the page: a width, a theme. Where storage is refused, it lives as long as the page. */
export function remembered<T>(key: string, initial: T, valid: (value: unknown) => value is T) {
	const name = `provlab.${key}`;
	let value = $state.raw(read());

	function read(): T {
		try {
			const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
			return valid(stored) ? stored : initial;
		} catch {
			return initial;
		}
	}

	return {
		get value() {
			return value;
		},
		set value(next) {
			value = next;
			try {
				localStorage.setItem(name, JSON.stringify(next));
			} catch {
				// Refused or full: the choice still holds for this page.
			}
		},
		/** Takes what another tab has stored since. */
		again() {
			value = read();
		}
	};
}

export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
