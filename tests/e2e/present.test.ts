import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { afterFirstCycle, expect, holdTime, stored, test } from './site';

const cue = (page: Page, n: number, of: number) => expect(page.getByText(`Cue ${n} of ${of}`)).toBeVisible();
/** The stage of the show of a quarantine in this window, and its notes in another. */
async function quarantineWithNotes(page: Page): Promise<Page> {
	await page.goto('./#/present/quarantine');
	await cue(page, 1, 6);
	const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')]);
	await expect(notes.getByText('Cue 1 of 6: All is well')).toBeVisible();
	return notes;
}
const clock = (page: Page) => page.locator('.run time');

test('a show goes from cue to cue by clicker, digits and keys, there and back', async ({ page, watch }) => {
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto('./#/present');
	await page.getByRole('link', { name: 'Present The rollback: eighteen minutes' }).click();
	await cue(page, 1, 8);
	await expect(clock(page)).toHaveText(/08:23:00/);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
	await expect(page.getByRole('navigation', { name: 'Places' })).toHaveCount(0);

	await page.keyboard.press('Space');
	await cue(page, 2, 8);
	await expect(clock(page)).toHaveText(/09:05:20/);
	await page.keyboard.press('PageDown');
	await cue(page, 3, 8);
	await expect(page.getByText('Three. Out of scope means disabled')).toBeVisible();
	for (const [key, n, time] of [
		['8', 8, /09:23:00/],
		['PageUp', 7, /09:20:00/],
		['ArrowLeft', 6, /09:15:00/],
		['Home', 1, /08:23:00/]
	] as const) {
		await page.keyboard.press(key);
		await cue(page, n, 8);
		await expect(clock(page)).toHaveText(time);
	}
	await page.keyboard.press('b');
	await expect(page.getByRole('button', { name: /The stage is blank/ })).toBeVisible();
	await page.keyboard.press('b');
	await expect(page.getByRole('button', { name: /The stage is blank/ })).toHaveCount(0);

	await page.reload();
	await cue(page, 1, 8);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'Present' })).toBeVisible();
	await expect(page.getByRole('button', { name: /Contoso Harbour Group/ })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('a show goes on at its cue where the page is loaded anew in the middle, and begins anew once it was left', async ({
	page,
	context
}) => {
	await page.goto('./#/present/quarantine');
	await cue(page, 1, 6);
	await page.keyboard.press('4');
	await cue(page, 4, 6);
	await expect(clock(page)).toHaveText(/15:01:00/);
	await page.reload();
	await expect(clock(page)).toHaveText(/15:01:00/);
	await cue(page, 4, 6);
	const [notes] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('n')]);
	await expect(notes.getByText(/^Cue 4 of 6/)).toBeVisible();
	await notes.close();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: 'Present A quarantine, and what it costs' }).click();
	await cue(page, 1, 6);
});

test('a show that is left while it opens or is on its way to a cue leaves the own session at its moment', async ({
	page,
	watch
}) => {
	await page.clock.install();
	await afterFirstCycle(page);
	const own = (await clock(page).textContent())!;
	const stays = async () => {
		await expect(page.getByRole('heading', { level: 1, name: 'Present' })).toBeVisible();
		await expect(clock(page)).toHaveText(own);
		// The way to the next cue takes three seconds, on the clock of the page.
		await page.clock.runFor(3500);
		await expect(clock(page)).toHaveText(own);
	};
	await page.getByRole('link', { name: 'Present', exact: true }).click();
	const show = page.getByRole('link', { name: 'Present The rollback: eighteen minutes' });
	await show.click();
	await cue(page, 1, 8);
	await expect(clock(page)).toHaveText(/08:23:00/);
	await page.keyboard.press('p');
	await expect(clock(page)).not.toHaveText(/08:23:00/);
	await page.keyboard.press('Escape');
	await stays();

	await show.click();
	await page.getByText('Cue 1 of 8').waitFor();
	await page.keyboard.press('Escape');
	await stays();
	expect(watch.complaints).toEqual([]);
});

for (const [show, cues, judged] of [
	['provisioning', 8, [3, 5]],
	['quarantine', 6, [2, 4]],
	['rollback', 8, [3, 7]]
] as const)
	test(`nobody is kept out of the show ${show} by its spotlight, in any look`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(`./#/present/${show}`);
		await cue(page, 1, cues);
		for (const n of judged) {
			await page.keyboard.press(String(n));
			await cue(page, n, cues);
			await expect(page.locator('.map .lit').first()).toBeAttached();
			expect(await barriers(page)).toEqual([]);
		}
	});

test('the notes follow in a second window and lead the stage; a refused window is offered as a link', async ({
	page
}) => {
	const notes = await quarantineWithNotes(page);
	await notes.keyboard.press('ArrowRight');
	await cue(page, 2, 6);
	await expect(notes.getByRole('heading', { name: /comes back with 401/ })).toBeVisible();
	await notes.getByRole('button', { name: /The next morning/ }).click();
	await cue(page, 6, 6);
	await notes.close();
	await page.evaluate(() => (window.open = () => null));
	await page.keyboard.press('n');
	await expect(page.getByRole('link', { name: 'Notes of this show' })).toHaveAttribute(
		'href',
		/present\/quarantine\/notes$/
	);
});

test('the notes take the keys of the stage, one cue a press, and know when its window is closed', async ({
	page,
	context
}) => {
	const notes = await quarantineWithNotes(page);
	for (const [key, at] of [
		['End', 6],
		['3', 3]
	] as const) {
		await notes.keyboard.press(key);
		await cue(page, at, 6);
	}
	await notes.keyboard.press('.');
	await expect(notes.getByText('The stage is blank.')).toBeVisible();
	for (let held = 0; held < 3; held++) await notes.keyboard.down('PageDown');
	await notes.keyboard.up('PageDown');
	await cue(page, 4, 6);
	await expect(notes.getByText(/^Cue 4 of 6/)).toBeVisible();

	await page.close();
	await expect(notes.getByText(/The notes follow the stage/)).toBeVisible();
	// Another window that presents the show is followed.
	const other = await context.newPage();
	await other.goto('./#/present/quarantine');
	await cue(other, 1, 6);
	await expect(notes.getByText(/^Cue 1 of 6/)).toBeVisible();
	await notes.keyboard.press('2');
	await cue(other, 2, 6);
});

for (const [width, height] of [
	[960, 540],
	[640, 360]
] as const)
	test(`the stage keeps its map in a window that zoom has made ${width} x ${height}`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.goto('./#/present/provisioning');
		await cue(page, 1, 8);
		await page.keyboard.press('7');
		await cue(page, 7, 8);
		await expect
			.poll(() =>
				page
					.locator('.stage .map')
					.first()
					.evaluate((map) => map.clientHeight / innerHeight)
			)
			.toBeGreaterThan(0.25);
		await expect(page.locator('.stage')).toHaveJSProperty('scrollHeight', height);
	});

test('a show tells its timeline once, and then what is new on the way to a cue', async ({ page }) => {
	await page.addInitScript(() => {
		const asked: number[] = [];
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (message: { name?: string; args?: { since?: number } }) {
			if (message.name === 'timeline') asked.push(message.args?.since ?? 0);
			post.call(this, message);
		};
		Object.assign(window, { asked });
	});
	await page.goto('./#/present/quarantine');
	await cue(page, 1, 6);
	const asked = () => page.evaluate(() => (window as unknown as { asked: number[] }).asked);
	await expect.poll(asked).not.toEqual([]);
	await expect(page.getByRole('listbox', { name: /Events on the timeline/ })).toBeVisible();
	const before = (await asked()).length;
	await page.keyboard.press('Space');
	await cue(page, 2, 6);
	await expect.poll(async () => (await asked()).length).toBeGreaterThan(before);
	expect(Math.min(...(await asked()).slice(before))).toBeGreaterThan(0);
});

test('a moment of the own session becomes a cue once, outlives a reload, and is presented', async ({ page }) => {
	await holdTime(page);
	await page.goto('./#/present');
	const add = page.getByRole('button', { name: 'Add cue here' }).first();
	await add.click();
	await expect(page.getByText(/is among those of this session/)).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('This session has no cues yet.')).toBeVisible();
	await add.dblclick();
	await expect(page.getByText(/is among those of this session/)).toBeVisible();
	await add.press('Enter');
	await expect(page.getByText(/is a cue already/)).toBeVisible();
	await page.getByRole('button', { name: /^Edit/ }).click();
	await page.getByLabel('Name').fill('Here it began');
	await page.getByLabel('Question for the audience').fill('What happens next?');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText('Here it began').first()).toBeVisible();
	await page.reload();
	await page.getByRole('link', { name: 'Present own cues' }).click();
	await cue(page, 1, 1);
	await expect(page.getByRole('heading', { level: 1, name: 'What happens next?' })).toBeVisible();
});

test('a cue whose moment was undone says so, and leaving after a reload leads back to where one stood', async ({
	page
}) => {
	await afterFirstCycle(page);
	await page.goto('./#/users/7');
	await page.getByRole('button', { name: 'Block sign-in' }).click();
	await page.getByRole('link', { name: 'Present', exact: true }).click();
	const own = page.getByRole('list', { name: 'Own cues' });
	const add = page.getByRole('button', { name: 'Add cue here' }).first();
	await add.click();
	await expect(own.getByRole('listitem')).toHaveCount(1);
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(page.locator('.clock time')).toContainText('09:00:02');
	await add.click();
	await expect(own.getByRole('listitem')).toHaveCount(2);
	await stored(page);

	await page.getByRole('link', { name: 'Present own cues' }).click();
	await cue(page, 1, 2);
	await expect(clock(page)).toContainText('08:20:28');
	await page.reload();
	await cue(page, 1, 2);
	await expect(clock(page)).toContainText('08:20:28');
	await page.keyboard.press('Escape');
	await expect(page.locator('.clock time')).toContainText('09:00:02');

	await page.locator('main').focus();
	await page.keyboard.press('z');
	await expect(page.locator('.clock time')).toContainText('08:20:28');
	const instead = 'Mon 2 Mar, 09:00:02 was undone on main: you see the last moment before it, Mon 2 Mar, 08:20:28.';
	await page.getByRole('button', { name: 'Go to Mon 2 Mar, 09:00:02' }).click();
	await expect(page.getByText(instead)).toBeVisible();
	await page.getByRole('link', { name: 'Present own cues' }).click();
	await cue(page, 1, 2);
	await page.keyboard.press('ArrowRight');
	await cue(page, 2, 2);
	await expect(page.getByText(instead)).toBeVisible();
	const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('n')]);
	await expect(notes.getByText(instead)).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await cue(page, 1, 2);
	await expect(page.getByText(instead)).toBeHidden();
	await expect(notes.getByText(instead)).toBeHidden();
});
