import { remembered } from '../kit/remember.svelte';

export type Theme = 'system' | 'light' | 'dark';

const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark';
const stored = remembered<Theme>('theme', 'system', isTheme);

function apply(theme: Theme): void {
	if (typeof document === 'undefined') return;
	if (theme === 'system') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = theme;
}
apply(stored.value);

/** Light, dark, or what the system says. */
export const theme = {
	get value(): Theme {
		return stored.value;
	},
	set value(next: Theme) {
		stored.value = next;
		apply(next);
	}
};
