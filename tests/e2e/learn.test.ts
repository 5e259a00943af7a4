import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, test } from './site';

const lesson = (page: Page) => page.getByRole('complementary', { name: 'Lesson' });
const stage = (page: Page) => page.getByRole('region', { name: 'Stage' });
const step = (page: Page, name: string) => lesson(page).getByRole('heading', { level: 2, name });
const button = (page: Page, name: string | RegExp) => lesson(page).getByRole('button', { name });

test('the first visit opens the start page, where a hire becomes an account and the reason is told', async ({
	page,
	watch
}) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1, name: 'See what provisioning does' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Ada Fields was created in Quillpad.' })).toBeVisible();
	await expect(page.getByText('Ada Fields became a member of Pilot-W2-Sales.')).toBeVisible();
	for (const name of ['Start lesson 1', 'Plan a pilot', 'Choose a show'])
		await expect(page.getByRole('link', { name })).toBeVisible();

	await page.getByRole('link', { name: 'Go to your company' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await expect(stage(page).locator('time')).toContainText('08:20');
	expect(watch.complaints).toEqual([]);
});

test('a touch stops what runs behind the start page, and leaves the focus where it is', async ({ page }) => {
	await page.goto('./#/start');
	await expect(stage(page).getByRole('button', { name: 'Pause' })).toBeVisible();
	await page.mouse.wheel(0, 1);
	await expect(stage(page).getByRole('button', { name: 'Play' })).toBeVisible();
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

test('who presses the logo on the start page stays in the company of the story', async ({ page }) => {
	await page.goto('./#/start');
	await expect(stage(page).getByRole('button', { name: 'Pause' })).toBeVisible();
	await page.getByRole('link', { name: 'Provlab' }).click();
	await expect(stage(page).getByRole('button', { name: 'Play' })).toBeVisible();
	await page.getByRole('button', { name: 'Show it from the start' }).click();
	await expect(stage(page).getByRole('button', { name: 'Pause' })).toBeVisible();
	await page.getByRole('link', { name: 'Provlab' }).click();
	await expect(stage(page).getByRole('button', { name: 'Play' })).toBeVisible();
	await expect(stage(page).locator('time').first()).toContainText('09:');
});

for (const [where, address] of [
	['the story of the start page', './#/start'],
	['the company on a first visit', './#/']
] as const)
	test(`a press of Pause pauses ${where}, however long it is held`, async ({ page }) => {
		await page.goto(address);
		const pause = stage(page).getByRole('button', { name: 'Pause' });
		await pause.hover();
		await page.mouse.down();
		// What runs by itself has heard of the touch before the press ends.
		await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done())));
		await expect(pause).toBeVisible();
		await page.mouse.up();
		await expect(stage(page).getByRole('button', { name: 'Play' })).toBeVisible();
		const clock = await stage(page).locator('time').first().textContent();
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		expect(await stage(page).locator('time').first().textContent()).toBe(clock);
	});

test('a lesson is done from the start page to its end, by clicks and keys, and outlives a reload', async ({
	page,
	watch
}) => {
	test.slow();
	// Nothing is watched here: time runs at once.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./');
	await page.getByRole('link', { name: 'Start lesson 1' }).click();
	await expect(step(page, 'Three people, one application')).toBeFocused();
	await expect(page.getByRole('heading', { level: 1, name: 'Users and groups' })).toBeVisible();
	await button(page, 'Next step').click();

	// A prediction is open: time waits.
	await expect(step(page, 'Nobody has started anything')).toBeFocused();
	await expect(stage(page).getByRole('button', { name: 'Play' })).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press(']');
	await expect(page.getByText('Time waits: answer the question of the lesson first.')).toBeVisible();
	await page.keyboard.press('1');
	await expect(lesson(page).getByRole('radio', { name: /^Three/ })).toBeChecked();

	await page.reload();
	await expect(lesson(page).getByRole('radio', { name: /^Three/ })).toBeChecked();
	await button(page, 'Run to 09:30 and see').click();
	await expect(lesson(page).getByText('You said')).toBeVisible();
	await expect(lesson(page).getByText('Something else happened.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
	await button(page, 'Next step').click();

	await expect(lesson(page).getByText('0 of 2 checks hold')).toBeVisible();
	await page.getByRole('button', { name: 'Start provisioning', exact: true }).first().click();
	await expect(lesson(page).getByText('1 of 2 checks hold')).toBeVisible();
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(lesson(page).getByText('The task is done.')).toBeVisible();
	await button(page, 'Next step').click();
	await expect(lesson(page).getByText('This lesson is done.')).toBeVisible();
	await button(page, 'More').click();
	await page.getByRole('menuitem', { name: 'Leave the lesson' }).click();

	await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Contoso Harbour Group' })).toBeVisible();
	await expect(page.getByText('1 of 10 done')).toBeVisible();
	expect(watch.complaints).toEqual([]);
});

test('by keyboard one reads on where the answer stands, hears each hint, and finds the places that it names', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./#/learn/leaving-an-application');
	await button(page, 'Next step').click();
	await expect(step(page, 'You took the assignment away. The cycle has not run yet.')).toBeFocused();
	await page.keyboard.press('2');
	await button(page, 'Run to 09:41 and see').press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Quillpad admin' })).toBeVisible();
	await expect(page).toHaveTitle('Quillpad admin - Accounts - Quillpad - Provlab');
	await expect(lesson(page).getByRole('heading', { level: 3, name: /^What will the cycle/ })).toBeFocused();

	await button(page, 'Next step').press('Enter');
	const said = lesson(page).getByRole('status').filter({ hasText: 'Hint.' });
	await button(page, 'Hint').press('Enter');
	await expect(said).toContainText('Users and groups of Quillpad has the command');
	await button(page, 'Bigger hint').press('Enter');
	await said.getByRole('link', { name: 'Users and groups' }).last().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Users and groups' })).toBeVisible();
	// A key that it names is a button too: a phone has none, and letters can be switched off.
	const clock = page.getByRole('region', { name: 'Stage' }).locator('time').first();
	await expect(clock).toHaveText(/09:41/);
	await said.getByRole('button', { name: '], to the end of the next cycle' }).click();
	await expect(clock).toHaveText(/10:20/);

	// The panel stands where the navigation would.
	await button(page, 'Places').press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Home' })).toBeFocused();
	await page.keyboard.type('del');
	await expect(page.getByRole('menuitem', { name: 'Deleted users' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Deleted users' })).toBeVisible();
});

test('a lesson does not explain what its company no longer began with, and puts it back', async ({ page }) => {
	await page.goto('./#/learn/an-assignment-is-not-an-account');
	await button(page, 'Next step').click();
	await page.locator('main').focus();
	await page.keyboard.press('z');
	await expect(page.getByText("Undone: Assign Siobhán O'Connor to Quillpad.")).toBeVisible();
	await page.keyboard.press('3');
	await button(page, 'Run to 09:05 and see').click();
	await expect(lesson(page).getByText(/^What the lesson describes did not happen here/)).toBeVisible();
	await button(page, 'Put the situation back').click();
	await button(page, 'Next step').click();
	await page.keyboard.press('3');
	await button(page, 'Run to 09:05 and see').click();
	await expect(lesson(page).getByText('That is what happened.')).toBeVisible();
	await expect(lesson(page).getByText(/did not happen here/)).toHaveCount(0);
});

test('a solution plays once at a time, and touches nothing in the company of the next lesson', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./#/learn/why-was-she-skipped');
	await button(page, 'Next step').click();
	await lesson(page).getByRole('radio').first().click();
	await button(page, /^Run to/).click();
	await expect(lesson(page).getByRole('heading', { level: 3, name: /^How many of/ })).toBeFocused();
	await button(page, 'Next step').click();
	for (const name of ['Hint', 'Bigger hint', 'Show the solution']) await button(page, name).click();
	// Time is watched from here on, so that there is some to go on in.
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await button(page, 'Play the solution').click();
	await expect(button(page, 'Play the solution')).toHaveAttribute('aria-disabled', 'true');
	await expect(stage(page).getByRole('button', { name: 'Pause' })).toBeVisible();
	await button(page, 'Next step').click();
	await button(page, 'Next lesson').click();
	await expect(step(page, 'Two of four are in Sales')).toBeFocused();
	await page.goto('./#/events');
	await expect(page.getByRole('row', { name: /^Save a scoping filter/ })).toBeVisible();
	await expect(page.getByRole('row', { name: /^Change department/ })).toHaveCount(0);
});

test('a tab that takes a lesson over from another one has its panel too', async ({ page, context }) => {
	await page.goto('./#/learn/leaving-an-application');
	await expect(step(page, 'Zoë has an account')).toBeVisible();
	const other = await context.newPage();
	await other.goto('./#/learn/why-was-she-skipped');
	await other.getByRole('button', { name: 'Take over here' }).click();
	await expect(step(other, 'Four assigned, a filter on top')).toBeVisible();
	await button(other, 'Next step').click();
	await page.getByRole('button', { name: 'Take over here' }).click();
	await expect(step(page, 'Provisioning starts now')).toBeVisible();
});

test('who leaves a lesson whose own company is gone comes to another one, and not back into the lesson', async ({
	page
}) => {
	await page.goto('./#/');
	await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
	await page.goto('./#/learn/leaving-an-application');
	await expect(step(page, 'Zoë has an account')).toBeVisible();
	await page.getByRole('button', { name: 'Lesson: Leaving an application' }).click();
	await page.getByRole('menuitem', { name: 'All sessions' }).click();
	await page.getByRole('button', { name: 'Remove Contoso Harbour Group' }).click();
	await expect(page.getByRole('button', { name: 'Remove Contoso Harbour Group' })).toBeHidden();
	await page.keyboard.press('Escape');
	await button(page, 'More').click();
	await page.getByRole('menuitem', { name: 'Leave the lesson' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Learn' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Contoso Harbour Group' })).toBeVisible();
	// It waits, as every lesson that was not finished.
	await page.getByRole('link', { name: 'Continue Leaving an application' }).click();
	await expect(step(page, 'Zoë has an account')).toBeVisible();
});

test('the solution plays in a fresh company, and the results become a file that is read with those of others', async ({
	page
}) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./#/learn/leaving-an-application');
	await expect(button(page, 'Next step')).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await button(page, 'Next step').click();
	const second = lesson(page).getByRole('radio').nth(1);
	await expect(second).toBeVisible();
	await page.keyboard.press('2');
	await expect(second).toBeChecked();
	expect(await barriers(page)).toEqual([]);
	await button(page, /^Run to/).click();
	await expect(lesson(page).getByText('That is what happened.')).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await button(page, 'Next step').click();
	for (const name of ['Hint', 'Bigger hint', 'Show the solution']) await button(page, name).click();
	await expect(lesson(page).getByText('Choose Add user/group, find Zoë Müller, and choose Assign.')).toBeVisible();
	await lesson(page).getByRole('tab', { name: 'As a script' }).click();
	await expect(lesson(page).getByText('09:50 assign(byoa, 7)')).toBeVisible();
	await lesson(page).getByRole('tab', { name: 'In the portal' }).click();
	await lesson(page).getByRole('link', { name: 'Quillpad, Users and groups' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Users and groups' })).toBeVisible();
	await button(page, 'Play the solution').click();
	await expect(lesson(page).getByText('The task is done.')).toBeVisible();
	expect(await barriers(page)).toEqual([]);

	await page.goto('./#/learn/results');
	await page.getByLabel('Your name, for the file').fill('Ada');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save my results' }).click()
	]);
	const mine = readFileSync(await file.path(), 'utf8');
	expect(JSON.parse(mine)).toMatchObject({ name: 'Ada', results: [{ right: true, help: 'solution' }] });
	const asFile = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
	await page
		.getByLabel('Files of results')
		.setInputFiles([asFile('a.json', mine), asFile('b.json', mine.replace('"Ada"', '"Bo"')), asFile('c.json', '{')]);
	await expect(page.getByText('c.json was left out: it is not JSON.')).toBeVisible();
	await expect(page.getByText(/2 people: Ada 1 of \d+, Bo 1 of \d+/)).toBeVisible();
	await expect(page.getByRole('row', { name: /Leaving an application/ })).toContainText('2 of 2');
});
