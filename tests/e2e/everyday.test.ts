import type { Locator } from '@playwright/test';
import { expect, holdTime, test } from './site';

/** From the middle of one place to a spot beside it, with the button held. */
async function drag(field: Locator, by: number): Promise<void> {
	const page = field.page();
	// A dialog that opens still moves.
	await field.hover();
	const box = (await field.boundingBox())!;
	const [x, y] = [box.x + 120, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + by, y, { steps: 6 });
	await page.mouse.up();
}

test.beforeEach(({ page }) => holdTime(page));

test('a dialog stays where text of its field is marked and the pointer let go beside it', async ({ page }) => {
	await page.goto('./#/groups');
	await page.getByRole('button', { name: 'New group' }).click();
	const dialog = page.getByRole('dialog', { name: 'New group' });
	const name = dialog.getByRole('textbox').first();
	await name.fill('Partners of the north and of the south');
	await drag(name, -400);
	await page.keyboard.press('Delete');
	await expect(name).not.toHaveValue('Partners of the north and of the south');
	await expect(dialog).toBeVisible();
	await page.mouse.click(40, 400);
	await expect(dialog).toBeHidden();
});

test('the text of a row is marked and copied without the row being opened', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('./#/users');
	const cell = page.locator('[data-row="3"] [role=gridcell]').nth(1);
	await drag(cell, -110);
	const marked = await page.evaluate(() => String(getSelection()));
	expect(marked.length).toBeGreaterThan(4);
	expect(await cell.textContent()).toContain(marked);
	await page.keyboard.press('Control+c');
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(marked);
	await expect(page).toHaveURL(/#\/users$/);
	// A press on what is marked is a press.
	await cell.click();
	await expect(page).toHaveURL(/#\/users\/\d+$/);
});

test('a row that leads to a page is a link to it: into another tab, by Enter and by a press', async ({
	page,
	context
}) => {
	await page.goto('./#/users');
	const row = page.locator('[data-row="3"]');
	const link = row.getByRole('link');
	const address = new RegExp(`${await link.getAttribute('href')}$`);
	const presses = [
		() => link.click({ modifiers: ['ControlOrMeta'] }),
		() => row.click({ modifiers: ['ControlOrMeta'], position: { x: 700, y: 12 } }),
		() => row.click({ button: 'middle', position: { x: 700, y: 12 } })
	];
	for (const press of presses) {
		const opened = context.waitForEvent('page');
		await press();
		const other = await opened;
		await expect(other).toHaveURL(address);
		await other.close();
	}
	await expect(page).toHaveURL(/#\/users$/);
	await row.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(address);
	await page.goBack();
	await row.click({ position: { x: 700, y: 12 } });
	await expect(page).toHaveURL(address);
});

test('Back finds a long list where it was left, with the row that was opened, and a link finds it at its beginning', async ({
	page
}) => {
	await page.goto('./#/groups');
	const list = page.locator('.table');
	await expect(page.locator('[data-row="30"]')).toBeAttached();
	await list.evaluate((node) => (node.scrollTop = 500));
	await page.locator('[data-row="25"]').click({ position: { x: 500, y: 12 } });
	await expect(page).toHaveURL(/#\/groups\/\d+$/);
	await page.goBack();
	const top = () => list.evaluate((node) => node.scrollTop);
	await expect.poll(top).toBe(500);
	await expect(page.locator('[data-row="25"]')).toBeFocused();
	const places = page.getByRole('navigation', { name: 'Places' });
	await places.getByRole('link', { name: /^Users/ }).click();
	await expect(page).toHaveURL(/#\/users$/);
	await places.getByRole('link', { name: /^Groups/ }).click();
	await expect(page.locator('[data-row="30"]')).toBeAttached();
	expect(await top()).toBe(0);
});

test('a page begins at its beginning, however far the one before was scrolled', async ({ page }) => {
	await page.goto('./#/users/7');
	const content = page.locator('.content');
	await expect(page.getByRole('heading', { level: 1, name: /\w/ })).toBeVisible();
	await expect.poll(() => content.evaluate((node) => ((node.scrollTop = 200), node.scrollTop))).toBe(200);
	await page
		.getByRole('navigation', { name: 'Places' })
		.getByRole('link', { name: /^Learn/ })
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
	await expect.poll(() => content.evaluate((node) => node.scrollHeight - node.clientHeight)).toBeGreaterThan(200);
	expect(await content.evaluate((node) => node.scrollTop)).toBe(0);
});

test('a menu stays at its button while the window is made narrower', async ({ page }) => {
	await page.goto('./#/users');
	const button = page.getByRole('button', { name: /^Assigned to/ });
	await button.click();
	const menu = page.getByRole('menu', { name: /^Assigned to/ });
	for (const width of [1000, 700, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await expect(menu.getByRole('menuitemradio').last()).toBeInViewport({ ratio: 1 });
		await expect
			.poll(async () => {
				const [at, below] = [await button.boundingBox(), await menu.boundingBox()];
				return Math.round(below!.y - at!.y - at!.height);
			})
			.toBe(4);
	}
});

test('what Enter would take of a list is marked also in forced colours', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto('./#/groups');
	await page.getByRole('button', { name: /^Search or run a command/ }).click();
	await page.keyboard.type('marisol');
	const person = page.getByRole('option', { name: /^Marisol Vega/ });
	await expect(person).toHaveAttribute('aria-selected', 'true');
	await expect(person).toHaveCSS('outline-style', 'solid');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'New group' }).click();
	await page.getByRole('radio', { name: /^Dynamic User/ }).check();
	await page.getByRole('textbox', { name: /rule/i }).fill('user.dep');
	await expect(page.getByRole('option', { name: 'user.department' })).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('option', { selected: true })).toHaveCSS('outline-style', 'solid');
});
