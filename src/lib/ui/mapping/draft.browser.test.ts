import { afterEach, expect, it } from 'vitest';
import { keep, kept } from './draft.svelte';

afterEach(() => localStorage.clear());

it('keeps what was typed last where the browser has no room for it, and brings back nothing older', () => {
	const large = 'x'.repeat(6_000_000);
	keep('a', 'older');
	expect(kept('a')).toBe('older');
	keep('a', large);
	expect(kept('a')).toBe(large);
	keep('a', null);
	expect(kept('a')).toBe(null);
});
