import { describe, expect, it } from 'vitest';
import { createRawSnippet } from 'svelte';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import CommandBar from './CommandBar.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';
import Splitter from './Splitter.svelte';
import ToastHost from './ToastHost.svelte';
import { toast } from './toast.svelte';

const focused = () => document.activeElement?.textContent?.trim();

describe('a button', () => {
	it('that cannot be used keeps the focus, does nothing and says why', async () => {
		let clicks = 0;
		const disabledWhy = 'the job is not running';
		const screen = await render(Button, {
			props: { label: 'Stop provisioning', disabledWhy, onclick: () => clicks++ }
		});
		const button = screen.getByRole('button', { name: 'Stop provisioning' });
		await userEvent.tab();
		await expect.element(button).toHaveFocus();
		await expect.element(screen.getByRole('tooltip')).toHaveTextContent('Stop provisioning: the job is not running');
		await userEvent.keyboard('{Enter}');
		expect(clicks).toBe(0);
		await expect.element(button).toHaveAttribute('aria-disabled', 'true');
	});
});

describe('a checkbox', () => {
	it('is named by its label alone, so that its hint is said once', async () => {
		const screen = await render(Checkbox, {
			props: { label: 'Staging mode', hint: 'It never exports.', look: 'switch', checked: false }
		});
		const box = screen.getByRole('switch', { name: 'Staging mode', exact: true });
		await expect.element(box).toHaveAccessibleDescription('It never exports.');
		await userEvent.click(screen.getByText('It never exports.'));
		await expect.element(box).toBeChecked();
	});
});

describe('a menu', () => {
	it('opens with the arrow, moves by arrows and letters, and gives the focus back', async () => {
		const picked: string[] = [];
		const item = (label: string, checked: boolean) => ({ id: label, label, checked, run: () => picked.push(label) });
		const screen = await render(Menu, { props: { label: 'Pace', items: [item('Slow', false), item('Fast', true)] } });
		const button = screen.getByRole('button', { name: 'Pace' });
		(button.element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(focused).toBe('Fast');
		await userEvent.keyboard('{ArrowDown}');
		expect(focused()).toBe('Slow');
		await userEvent.keyboard('f');
		expect(focused()).toBe('Fast');
		await userEvent.keyboard('s{Enter}');
		expect(picked).toEqual(['Slow']);
		await expect.element(button).toHaveFocus();
	});
});

describe('a command bar', () => {
	it('moves what does not fit into More, from the right', async () => {
		const commands = ['Start provisioning', 'Stop provisioning', 'Restart provisioning', 'Edit'].map((label) => ({
			id: label,
			label
		}));
		const screen = await render(CommandBar, { props: { commands } });
		screen.container.style.width = '360px';
		await expect.element(screen.getByRole('button', { name: 'More' })).toBeVisible();
		await expect.element(screen.getByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
		await screen.getByRole('button', { name: 'More' }).click();
		await expect.element(screen.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
		screen.container.style.width = '1200px';
		await expect.element(screen.getByRole('button', { name: 'Edit' })).toBeVisible();
	});
});

describe('a command', () => {
	it('is done once by a double click, and again by a later one', async () => {
		let done = 0;
		const commands = [{ id: 'branch', label: 'New branch from here', run: () => done++ }];
		const screen = await render(CommandBar, { props: { commands } });
		const button = screen.getByRole('button', { name: 'New branch from here' });
		await button.dblClick();
		expect(done).toBe(1);
		await button.click();
		expect(done).toBe(2);
	});

	it('is done once by Enter pressed twice or held', async () => {
		let done = 0;
		const commands = [{ id: 'restart', label: 'Restart provisioning', run: () => done++ }];
		const screen = await render(CommandBar, { props: { commands } });
		const button = screen.getByRole('button', { name: 'Restart provisioning' }).element() as HTMLElement;
		// As Enter clicks: without a number. On a slow machine two keys may be further apart than a hand presses them.
		for (let press = 0; press < 3; press++) button.click();
		expect(done).toBe(1);
	});
});

describe('a splitter', () => {
	it('resizes by the keyboard within its limits and goes back with Enter', async () => {
		const sizes: number[] = [];
		let resets = 0;
		await render(Splitter, {
			props: {
				label: 'Height',
				direction: 'horizontal',
				part: 'after',
				size: 60,
				min: 44,
				max: 70,
				onresize: (size) => sizes.push(size),
				onreset: () => resets++
			}
		});
		(document.querySelector('[role=separator]') as HTMLElement).focus();
		await userEvent.keyboard('{ArrowUp}{ArrowDown}{Home}{End}{Enter}');
		expect(sizes).toEqual([70, 44, 44, 70]);
		expect(resets).toBe(1);
	});
});

describe('a toast', () => {
	it('says what happened and offers to undo it', async () => {
		let undone = 0;
		const screen = await render(ToastHost);
		toast('Unassigned Ada Fields from Slack.', { label: 'Undo', key: 'Z', run: () => undone++ });
		await screen.getByRole('button', { name: 'Undo' }).click();
		expect(undone).toBe(1);
		await expect.element(screen.getByText('Unassigned Ada Fields from Slack.')).not.toBeInTheDocument();
	});

	it('lies on the other side where it would cover what has the focus', async () => {
		const screen = await render(ToastHost);
		const button = document.createElement('button');
		button.style.cssText = 'position: fixed; left: 40px; bottom: 20px; width: 60px; height: 30px';
		document.body.append(button);
		button.focus();
		toast('Sent to Quillpad.');
		const said = screen.getByText('Sent to Quillpad.');
		await expect.poll(() => said.element().getBoundingClientRect().left).toBeGreaterThan(100);
		button.remove();
	});

	it('says what is new, and not once more what stands above it', async () => {
		const screen = await render(ToastHost);
		toast('Sent to Quillpad.');
		await expect.element(screen.getByRole('status')).toHaveAttribute('aria-atomic', 'false');
	});

	it('shows three at most, the newest', async () => {
		const screen = await render(ToastHost);
		for (const at of [1, 2, 3, 4]) toast(`Sentence ${at}.`);
		await expect.element(screen.getByText('Sentence 4.')).toBeVisible();
		await expect.element(screen.getByText('Sentence 1.')).not.toBeInTheDocument();
		await expect.element(screen.getByText('Sentence 2.')).toBeVisible();
	});

	it('says the same once, with the offer to take it back that one of the times had', async () => {
		let undone = 0;
		const screen = await render(ToastHost);
		toast('The session is your own script now.', { label: 'Undo', run: () => undone++ });
		toast('The session is your own script now.');
		await expect.element(screen.getByText('The session is your own script now.')).toBeVisible();
		await screen.getByRole('button', { name: 'Undo' }).click();
		expect(undone).toBe(1);
	});

	it('is said in the dialog that is open, where it stays until something else is said', async () => {
		await render(ToastHost);
		const children = createRawSnippet(() => ({ render: () => '<p>Fields</p>' }));
		const screen = await render(Dialog, { props: { open: true, title: 'New account', children } });
		const dialog = screen.getByRole('dialog', { name: 'New account' });
		await expect.element(dialog).toBeVisible();
		toast('The user name is taken.');
		await expect.element(dialog.getByRole('status')).toHaveTextContent('The user name is taken.');
		toast('No seat is left.');
		await expect.element(dialog.getByRole('status')).toHaveTextContent('No seat is left.');
		expect(dialog.getByText('The user name is taken.').query()).toBeNull();
		await screen.rerender({ open: false });
		await expect.element(screen.getByText('No seat is left.')).toBeVisible();
	});
});

describe('a dialog', () => {
	it('that is opened again before the page has heard that it was closed stays open', async () => {
		const screen = await render(Dialog, { props: { open: true, title: 'Search' } });
		const dialog = screen.getByRole('dialog', { name: 'Search' });
		await expect.element(dialog).toBeVisible();
		const heard = new Promise((done) => dialog.element().addEventListener('close', done));
		(dialog.element() as HTMLDialogElement).requestClose();
		await screen.rerender({ open: false });
		await screen.rerender({ open: true });
		await heard;
		await expect.element(screen.getByRole('heading', { name: 'Search' })).toBeVisible();
	});

	it('is not closed by a file that nobody chose in it', async () => {
		const children = createRawSnippet(() => ({ render: () => '<input type="file" aria-label="The list" />' }));
		const screen = await render(Dialog, { props: { open: true, title: 'Upload', children } });
		const file = screen.getByLabelText('The list');
		await expect.element(file).toBeVisible();
		file.element().dispatchEvent(new Event('cancel', { bubbles: true }));
		await expect.element(file).toBeVisible();
	});
});
