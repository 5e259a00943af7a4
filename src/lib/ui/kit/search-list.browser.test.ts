import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import SearchList from './SearchList.svelte';

const named = (...names: string[]) => names.map((id) => ({ id }));
const row = createRawSnippet<[{ readonly id: string }]>((one) => ({ render: () => `<span>${one().id}</span>` }));

async function searched() {
	const picked: string[] = [];
	const props = { label: 'People', of: 'People', row, onpick: ({ id }: { id: string }) => void picked.push(id) };
	const screen = await render(SearchList, { ...props, text: '', rows: named('Ada', 'Ben', 'Cleo'), answered: true });
	await userEvent.click(screen.getByRole('combobox'));
	return { picked, screen };
}

describe('a list that is searched', () => {
	it('takes what the arrows went to', async () => {
		const { picked } = await searched();
		await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
		expect(picked).toEqual(['Ben']);
	});

	it('takes nobody by the Enter that ends what an input method puts together', async () => {
		const { picked, screen } = await searched();
		const press = (isComposing: boolean) =>
			screen
				.getByRole('combobox')
				.element()
				.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing }));
		press(true);
		expect(picked).toEqual([]);
		press(false);
		expect(picked).toEqual(['Ada']);
	});

	it('takes no more letters than a question to the engine may have', async () => {
		const { screen } = await searched();
		await userEvent.fill(screen.getByRole('combobox'), 'x'.repeat(300));
		await expect.element(screen.getByRole('combobox')).toHaveValue('x'.repeat(200));
	});

	it('keeps keys that come before the answer for that answer', async () => {
		const { picked, screen } = await searched();
		await screen.rerender({ answered: false });
		await userEvent.keyboard('{ArrowDown}{Enter}');
		expect(picked).toEqual([]);
		await screen.rerender({ rows: named('Cleo', 'Clara'), answered: true });
		await expect.poll(() => picked).toEqual(['Clara']);
	});

	it('forgets such keys when somebody types on', async () => {
		const { picked, screen } = await searched();
		await screen.rerender({ answered: false });
		await userEvent.keyboard('{Enter}x');
		await screen.rerender({ rows: named('Xaver'), answered: true });
		await userEvent.keyboard('{Enter}');
		expect(picked).toEqual(['Xaver']);
	});
});
