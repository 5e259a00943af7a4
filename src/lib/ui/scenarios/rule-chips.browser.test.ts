import { mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import RuleChips from './RuleChips.svelte';

it('a list of rules says of each whether the documentation leaves it open', () => {
	const chips = mount(RuleChips, { target: document.body, props: { text: 'Rules: C-081, C-416.' } });
	const open = [...document.querySelectorAll('[role=note]')].map((note) => note.previousElementSibling?.textContent);
	expect(open).toEqual(['C-416']);
	void unmount(chips);
});
