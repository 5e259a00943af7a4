import { afterEach, expect, it } from 'vitest';
import { draftOf, keep, kept } from './draft.svelte';

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

it('drops what was saved under the name that it had, and not what has been typed since', () => {
	let name = 'users';
	const draft = draftOf<string>(
		() => name,
		(value): value is string => typeof value === 'string'
	);
	draft.value = 'typed';
	draft.sending()();
	expect(draft.value).toBe(null);

	draft.value = 'typed';
	const drop = draft.sending();
	draft.value = 'typed on';
	drop();
	expect(draft.value).toBe('typed on');

	const dropOfUsers = draft.sending();
	name = 'groups';
	draft.value = 'typed on';
	dropOfUsers();
	expect([kept('users'), kept('groups')]).toEqual([null, 'typed on']);
});
