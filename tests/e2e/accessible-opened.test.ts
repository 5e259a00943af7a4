import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { afterFirstCycle, expect, test } from './site';

const named = (page: Page, name: string) =>
	page
		.getByRole('button', { name, exact: true })
		.or(page.getByRole('menuitem', { name, exact: true }))
		.or(page.getByRole('menuitemradio', { name, exact: true }))
		.or(page.getByRole('tab', { name, exact: true }))
		.filter({ visible: true })
		.first();

/** What an address can open: the buttons and menu entries on the way there. */
type Doors = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Opens one thing after the other, judges it in all looks, and closes it by Escape. */
async function judged(page: Page, doors: Doors, part: string): Promise<string[]> {
	const told: string[] = [];
	for (const [address, ways] of Object.entries(doors)) {
		await page.goto(`./#${address}`);
		for (const way of ways) {
			for (const name of way) await named(page, name).click();
			await expect(page.locator(part).filter({ visible: true }).first()).toBeVisible();
			const found = await barriers(page, { part });
			told.push(...found.map((one) => `${address}, ${way.join(', ')}: ${one}`));
			await page.keyboard.press('Escape');
			await expect(page.locator(part).filter({ visible: true })).toHaveCount(0);
		}
	}
	return told;
}

const dialogs: Readonly<Record<string, Doors>> = {
	'the directory and the gallery': {
		'/users': [['New user']],
		'/groups/37': [['Rename'], ['Add members']],
		'/groups': [['New group']],
		'/apps': [['New application']],
		'/apps/byoa/users': [['Add user/group']],
		'/apps/byoa/mappings': [['Show advanced options', 'Edit attribute list for customappsso']]
	},
	'the frame and the stage': {
		'/': [
			['Contoso Harbour Group', 'New company'],
			['Contoso Harbour Group', 'All sessions'],
			['Keys ?'],
			['Search or run a command Ctrl K'],
			['Stop at: nothing', 'a condition…'],
			['About Provlab Not affiliated with Microsoft']
		],
		'/logs?app=byoa': [['Date: any', 'Custom time interval']]
	},
	"an application's administrator": {
		'/apps/byoa/accounts': [['New account'], ['Sign in as']]
	},
	'the desks': {
		'/plan/tests': [['Add a row']],
		'/branches': [['Rename main']]
	}
};

for (const [where, doors] of Object.entries(dialogs)) {
	test(`dialogs of ${where} keep nobody out in any look`, async ({ page }) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await afterFirstCycle(page);
		expect(await judged(page, doors, 'dialog[open]')).toEqual([]);
	});
}

test('menus keep nobody out in any look', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await afterFirstCycle(page);
	const menus: Doors = {
		'/apps/byoa/provisioning': [['main'], ['Portal of 2024'], ['Stage'], ['1 s = 10 min']],
		'/logs?app=byoa': [['Status: any'], ['Columns'], ['Download']]
	};
	expect(await judged(page, menus, '[role=menu]')).toEqual([]);
});

test('the Why drawer, the details of a row and the sheets of a phone keep nobody out in any look', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await afterFirstCycle(page);
	await page.goto('./#/logs?app=byoa');
	await page.getByRole('row', { name: /Zoë Müller/ }).click();
	const details = page.getByRole('region', { name: 'Provisioning log details' });
	await expect(page.getByRole('heading', { name: 'What did not happen' })).toBeVisible();
	const told: string[] = [];
	const look = async (where: string) => {
		const found = await barriers(page);
		told.push(...found.map((one) => `${where}: ${one}`));
	};
	for (const name of ['Steps', 'Troubleshooting & Recommendations', /Modified Properties/, 'Summary']) {
		await details.getByRole('tab', { name }).click();
		await expect(details.getByRole('tabpanel')).toContainText(/\w/);
		await look(`details, ${name}`);
	}
	await page.goto('./#/apps/byoa/mappings');
	await named(page, 'Add New Mapping').click();
	await expect(page.getByRole('heading', { name: 'Edit Attribute' })).toBeVisible();
	await look('a mapping that is edited');
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('./#/logs?app=byoa');
	await page.getByRole('row', { name: /Zoë Müller/ }).click();
	await expect(details.getByRole('heading', { name: /Import the object/ })).toBeVisible();
	await look('details on a phone');
	await page.reload();
	await page.getByRole('button', { name: 'Navigation' }).click();
	await expect(page.getByRole('dialog', { name: 'Navigation' })).toBeVisible();
	await look('navigation on a phone');
	expect(told).toEqual([]);
});
