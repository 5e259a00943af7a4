import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Frame from './Frame.svelte';
import { runKey } from './keys';
import { theme } from './theme.svelte';

const nothing = () => undefined;
const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));
const top = {
	company: 'Contoso Harbour Group',
	companyMenu: [],
	branch: 'main',
	branchMenu: [],
	generation: 'Portal of 2024',
	generationMenu: [],
	onsearch: nothing,
	onkeys: nothing
};
const sections = [
	{ items: [{ id: 'home', label: 'Home', href: '#/', icon: 'home' as const }] },
	{ title: 'Entra ID', items: [{ id: 'users', label: 'Users', href: '#/users', icon: 'person' as const, count: 25 }] }
];

async function shown(width: number, more: object = {}) {
	await page.viewport(width, 800);
	return render(Frame, {
		props: {
			top,
			sections,
			here: 'users',
			title: 'Users',
			children: snippet('<p>The page</p>'),
			why: snippet('<p>Because</p>'),
			stage: snippet('<p>The stage</p>'),
			...more
		}
	});
}

afterEach(async () => {
	localStorage.clear();
	theme.value = 'system';
	await page.viewport(1280, 800);
});

describe('the frame', () => {
	it('has navigation with the present place and its counts', async () => {
		const screen = await shown(1280);
		await expect.element(screen.getByRole('link', { name: 'Users 25' })).toHaveAttribute('aria-current', 'page');
		await expect.element(screen.getByText(/Not affiliated with Microsoft/)).toBeVisible();
	});

	it('keeps the name of the page and the focus while the stage is full, and gives it back to what had it', async () => {
		const screen = await shown(1280);
		const users = screen.getByRole('link', { name: 'Users 25' }).element() as HTMLElement;
		users.focus();
		await screen.rerender({ stageFull: true });
		await expect.element(screen.getByRole('heading', { level: 1, name: 'Users' })).toHaveFocus();
		expect(users.checkVisibility({ visibilityProperty: true })).toBe(false);
		await screen.rerender({ stageFull: false });
		await expect.poll(() => document.activeElement).toBe(users);
	});

	it.each([1280, 1024, 700, 390])('is never wider than its window of %d', async (width) => {
		await shown(width, { whyOpen: true });
		await expect.poll(() => document.documentElement.scrollWidth).toBe(width);
		for (const part of document.querySelectorAll('header, main, aside, section'))
			await expect
				.poll(() => part.getBoundingClientRect().right, { message: part.className })
				.toBeLessThanOrEqual(width + 0.5);
	});

	it('folds the navigation to icons that keep their names', async () => {
		const screen = await shown(1024);
		await expect.element(screen.getByRole('link', { name: 'Users', exact: true })).toBeVisible();
		expect(screen.getByText('Entra ID').query()).toBeNull();
	});

	it('keeps the navigation in a sheet on a phone', async () => {
		const screen = await shown(390);
		await screen.getByRole('button', { name: 'Navigation' }).click();
		await expect.element(screen.getByRole('link', { name: 'Users 25' })).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.element(screen.getByRole('link', { name: 'Users 25' })).not.toBeInTheDocument();
	});

	it('lays the Why drawer over the centre where there is no room beside it', async () => {
		await shown(1024, { whyOpen: true });
		const centre = document.querySelector('main')!.getBoundingClientRect();
		expect(document.querySelector('aside')!.getBoundingClientRect().left).toBeLessThan(centre.right - 100);
	});

	it('says that an earlier moment is shown and leads back to now', async () => {
		let back = 0;
		const past = { seen: 'Tue 3 Mar, 09:05', now: '09:41', branch: 'main', onback: () => back++ };
		const screen = await shown(1280, { past });
		await expect
			.element(
				screen.getByText(
					'You see Tue 3 Mar, 09:05. Now is 09:41. A change here starts a new branch; main stays as it is.'
				)
			)
			.toBeVisible();
		await screen.getByRole('button', { name: /^Back to now/ }).click();
		expect(back).toBe(1);
	});

	it('is dark when the person says so, whatever the system says', async () => {
		const screen = await shown(1280);
		await screen.getByRole('button', { name: 'Theme' }).click();
		await screen.getByRole('menuitemradio', { name: 'Dark' }).click();
		expect(getComputedStyle(document.querySelector('main')!).backgroundColor).toBe('rgb(24, 28, 34)');
		await screen.getByRole('button', { name: 'Theme' }).click();
		await screen.getByRole('menuitemradio', { name: 'Light' }).click();
		expect(getComputedStyle(document.querySelector('main')!).backgroundColor).toBe('rgb(255, 255, 255)');
	});
});

describe('keys', () => {
	it('act when no field has the focus, and leave a field its letters', () => {
		let ran = 0;
		const press = (target: HTMLElement, key: string, ctrlKey = false) => {
			document.body.append(target);
			const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true });
			target.addEventListener('keydown', (seen) => runKey(seen, { W: () => ran++, 'Ctrl K': () => ran++ }), {
				once: true
			});
			target.dispatchEvent(event);
			target.remove();
			return ran;
		};
		expect(press(document.createElement('div'), 'w')).toBe(1);
		expect(press(document.createElement('input'), 'w')).toBe(1);
		expect(press(document.createElement('input'), 'k', true)).toBe(2);
	});

	it('with Shift are other keys, unless the sign needs it or capitals are locked', () => {
		let ran = '';
		const actions = { Z: () => (ran += 'Z'), '?': () => (ran += '?') };
		for (const [key, shiftKey] of [
			['Z', true],
			['?', true],
			['Z', false]
		] as const)
			runKey(new KeyboardEvent('keydown', { key, shiftKey }), actions);
		expect(ran).toBe('?Z');
	});

	it.each(['checkbox', 'radio'])('Space ticks the %s that has the focus, and time does not run', async (type) => {
		let ran = 0;
		const box = Object.assign(document.createElement('input'), { type });
		const heard = (event: KeyboardEvent) => void runKey(event, { Space: () => ran++ });
		document.body.append(box);
		addEventListener('keydown', heard);
		box.focus();
		await userEvent.keyboard(' ');
		expect([box.checked, ran]).toEqual([true, 0]);
		removeEventListener('keydown', heard);
		box.remove();
	});
});
