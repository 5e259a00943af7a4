import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import Table from './Table.svelte';
import type { Column } from './table';

interface Row {
	id: number;
	name: string;
}

const columns: Column<Row>[] = [
	{ id: 'name', head: 'Identity', text: (row) => row.name, identity: true, phone: 'title' },
	{ id: 'id', head: 'Number', text: (row) => String(row.id), order: (row) => row.id, align: 'end', phone: 'time' }
];
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id, name: `User ${id}` }));

async function shown(count: number, more: object = {}) {
	const screen = await render(Table<Row>, {
		props: { label: 'Users', rows: rowsOf(count), columns, key: (row: Row) => row.id, ...more }
	});
	screen.container.style.cssText = 'display: flex; flex-direction: column; height: 400px';
	return screen;
}
const focused = () => document.activeElement?.textContent?.trim();
const drawn = () => document.querySelectorAll('[data-row]').length;

beforeEach(() => page.viewport(1280, 800));

describe('a table', () => {
	it('keeps words legible in rows that are asked anew, and marks at 60 %', async () => {
		const marked = [{ ...columns[0]!, mark: () => ({ mark: 'success', tone: 'success' }) as const }];
		await shown(1, { stale: true, columns: marked });
		const cell = document.querySelector('[role=gridcell]')!;
		const style = (element: Element) => getComputedStyle(element);
		await expect.poll(() => style(cell.querySelector('svg')!).opacity).toBe('0.6');
		expect(style(cell).color).toBe('rgb(86, 96, 112)');
		for (let at: Element | null = cell; at; at = at.parentElement) expect(style(at).opacity).toBe('1');
	});

	it('begins its rows at the edge on a phone where none has a mark', async () => {
		await page.viewport(390, 800);
		const screen = await shown(1);
		const left = () => screen.getByText('User 0').element().getBoundingClientRect().left;
		const bare = left();
		await screen.rerender({ phoneMark: () => undefined });
		expect(left() - bare).toBeGreaterThan(16);
	});

	it('is as high as its rows where the page scrolls as a whole, and scrolls by itself where they are thousands', async () => {
		const screen = await shown(150, { flow: true });
		const high = () => document.querySelector('.table')!.getBoundingClientRect().height;
		expect(drawn()).toBe(150);
		expect(high()).toBeGreaterThan(150 * 24);
		await screen.rerender({ rows: rowsOf(7000) });
		await expect.poll(drawn).toBeLessThan(60);
		expect(high()).toBeLessThan(600);
		document.querySelector<HTMLElement>('[data-row="0"]')?.focus();
		await userEvent.keyboard('{End}');
		await expect.poll(focused).toContain('User 6999');
		expect(drawn()).toBeLessThan(60);
	});

	it('draws only the rows in view of ten thousand, and goes to the last by one key', async () => {
		const screen = await shown(10_000);
		await expect.element(screen.getByRole('row', { name: 'User 0 0' })).toBeVisible();
		expect(drawn()).toBeLessThan(60);
		document.querySelector<HTMLElement>('[data-row="0"]')?.focus();
		await userEvent.keyboard('{End}');
		await expect.poll(focused).toContain('User 9999');
		await userEvent.keyboard('{ArrowUp}');
		await expect.poll(focused).toContain('User 9998');
		expect(drawn()).toBeLessThan(60);
	});

	it('asks for the rows in view and leaves room for those that are not here', async () => {
		const asked: [number, number][] = [];
		const onwindow = (first: number, end: number) => asked.push([first, end]);
		const screen = await shown(40, { total: 100_000, offset: 0, onwindow, onsort: () => undefined });
		await expect.element(screen.getByRole('row', { name: 'User 0 0' })).toBeVisible();
		document.querySelector<HTMLElement>('[data-row="0"]')?.focus();
		await userEvent.keyboard('{End}');
		await expect.poll(() => asked.at(-1)?.[1]).toBe(100_000);
		const rows = rowsOf(100_000).slice(99_960);
		await screen.rerender({ rows, offset: 99_960 });
		await expect.element(screen.getByRole('row', { name: 'User 99999 99999' })).toBeVisible();
		await expect.poll(focused).toBe('User 99999 99999');
		expect(drawn()).toBeLessThan(60);
	});

	it('leaves the focus on its row while others come before it, and on its place when it is gone', async () => {
		const screen = await shown(10);
		document.querySelector<HTMLElement>('[data-row="3"]')?.focus();
		await screen.rerender({ rows: [{ id: 10, name: 'User 10' }, ...rowsOf(10)] });
		await expect.poll(focused).toBe('User 3 3');
		await screen.rerender({ rows: rowsOf(10).filter((row) => row.id !== 3) });
		await expect.poll(focused).toBe('User 5 5');
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(focused).toBe('User 6 6');
	});

	it('sorts by a click on a head and says so', async () => {
		const screen = await shown(30);
		const head = screen.getByRole('button', { name: /^Number/ });
		await head.click();
		await head.click();
		await expect
			.element(screen.getByRole('columnheader', { name: /^Number/ }))
			.toHaveAttribute('aria-sort', 'descending');
		expect(document.querySelector('[data-row="0"]')?.textContent).toContain('User 29');
	});

	it('opens a row with Enter and with a click', async () => {
		const picked: string[] = [];
		const screen = await shown(5, { onselect: (row: Row) => picked.push(row.name) });
		await screen.getByRole('row', { name: 'User 3 3' }).click();
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(focused).toContain('User 4');
		await userEvent.keyboard('{Enter}');
		expect(picked).toEqual(['User 3', 'User 4']);
	});

	it('says what would fill it when it is empty, and does it with one click', async () => {
		let started = 0;
		const empty = { sentence: 'No cycle has run yet.', action: { label: 'Start provisioning', run: () => started++ } };
		const screen = await shown(0, { empty });
		await expect.element(screen.getByText(/No cycle has run yet\./)).toBeVisible();
		await screen.getByRole('button', { name: 'Start provisioning' }).click();
		expect(started).toBe(1);
	});

	it('has rows of two lines on a phone', async () => {
		await page.viewport(390, 800);
		await shown(3);
		await expect.poll(() => document.querySelector('[data-row="0"]')?.getBoundingClientRect().height).toBe(56);
	});
});
