import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { expect, holdFirstCycle, test } from './site';

const bar = (page: Page) => page.getByRole('region', { name: 'Changes that are not saved' });
const panel = (page: Page) => page.getByRole('region', { name: 'Edit Attribute' });
const mapping = (page: Page, target: string) => page.getByRole('row', { name: new RegExp(`^${target}\\b`) }).first();

async function nextCycle(page: Page): Promise<void> {
	await page.locator('main').focus();
	await page.keyboard.press(']');
	await expect(page.getByText(/^Next: .* incremental cycle$/)).toBeVisible();
}

/** The first cycle is run to its end. */
async function afterFirstCycle(page: Page): Promise<void> {
	await holdFirstCycle(page);
	await page.goto('./#/apps/byoa/provisioning');
	await expect(page.getByText('Current cycle')).toBeVisible();
	await nextCycle(page);
	await expect(page.getByRole('row', { name: /Zoë Müller/ })).toBeVisible();
}

test('M-030, M-031: empty values flow from human resources where both switches are on, and to no application', async ({
	page
}) => {
	await page.goto('./#/apps/byoa/mappings');
	await mapping(page, 'title').click();
	await expect(panel(page).getByRole('radio', { name: 'Only during creation' })).toBeVisible();
	await expect(panel(page).getByRole('checkbox', { name: 'Flow null values' })).toBeHidden();

	await page.goto('./#/hr');
	await page.getByRole('button', { name: 'Create a company with HR' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Workers in Workday' })).toBeVisible();
	await page.goto('./#/apps/wd-ad/mappings');
	await mapping(page, 'title').click();
	const own = panel(page).getByRole('switch', { name: 'Flow null values of BusinessTitle' });
	await expect(own).toBeHidden();
	await panel(page).getByRole('checkbox', { name: 'Flow null values' }).check();
	await own.click();
	await expect(page.getByText('Empty values of BusinessTitle flow now.')).toBeVisible();
	await bar(page).getByRole('button', { name: 'Save' }).click();
	await expect(bar(page)).toBeHidden();
	await page.reload();
	await mapping(page, 'title').click();
	await expect(panel(page).getByRole('checkbox', { name: 'Flow null values' })).toBeChecked();
	await expect(own).toBeChecked();
});

test('a mapping is edited, tried on a fork, kept over a reload, saved, and updates whom it said', async ({
	page,
	watch
}) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/mappings');
	await mapping(page, 'displayName').click();
	await panel(page).getByLabel('Mapping type').selectOption('Constant');
	await panel(page).getByLabel('Constant Value').fill('Harbour crew');
	const told = bar(page).getByText(/This will start a new initial cycle: (\d+) updates/);
	await expect(told).toBeVisible();
	const updates = Number(/(\d+) updates/.exec(await told.innerText())?.[1]);
	expect(updates).toBeGreaterThan(2);

	await page.reload();
	await expect(bar(page)).toContainText('1 change not saved');
	await expect(mapping(page, 'displayName')).toContainText('Harbour crew');
	await bar(page).getByRole('button', { name: 'Show who' }).click();
	await expect(bar(page).getByRole('row', { name: /Zoë Müller/ })).toContainText('Harbour crew');
	await bar(page).getByRole('button', { name: 'Save' }).click();
	await expect(bar(page)).toBeHidden();
	await expect(page.getByText(/^Next: .* initial cycle$/)).toBeVisible();

	await nextCycle(page);
	await page.goto('./#/logs?app=byoa');
	const rows = page.getByRole('row', { name: /Update/ });
	await expect(rows).toHaveCount(updates);
	expect(watch.complaints).toEqual([]);
});

test('a mapping that cannot be saved says why, and discarding brings back what is saved', async ({ page }) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/mappings');
	await page.getByRole('button', { name: 'Add New Mapping' }).click();
	await expect(bar(page)).toContainText('Choose a source attribute.');
	await expect(bar(page).getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
	await panel(page).getByLabel('Source attribute').selectOption('appRoleAssignments');
	await panel(page).getByLabel('Target attribute').selectOption({ index: 5 });
	await bar(page).getByRole('button', { name: 'Discard' }).click();
	await expect(bar(page)).toBeHidden();
});

test('what was discarded comes back by its offer, which stands above Save on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('./#/apps/byoa/scoping');
	const title = page.getByLabel('Scoping Filter Title');
	await page.getByRole('button', { name: 'Add scoping filter' }).click();
	await title.fill('Only Sales');
	await bar(page).getByRole('button', { name: 'Discard' }).click();
	await expect(title).toBeHidden();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(title).toHaveValue('Only Sales');

	await bar(page).getByRole('button', { name: 'Discard' }).click();
	await page.getByRole('button', { name: 'Add scoping filter' }).click();
	const said = page.getByRole('group', { name: 'Discarded 1 change of the scope of Quillpad.' });
	const save = bar(page).getByRole('button', { name: 'Save' });
	// Something newer stands there: nothing is offered that would take it away.
	await expect(said.getByRole('button', { name: 'Undo' })).toBeHidden();
	await expect(async () => {
		const [told, button] = [await said.boundingBox(), await save.boundingBox()];
		expect(told!.y + told!.height).toBeLessThanOrEqual(button!.y);
	}).toPass();
});

test('what was discarded comes back by its offer also where its page was left meanwhile, and not over what is newer', async ({
	page
}) => {
	const warned: string[] = [];
	page.on('console', (message) => message.text().includes('svelte.dev') && warned.push(message.text()));
	const act = (name: string) => page.getByRole('main').getByRole('checkbox', { name });
	const discarded = page.getByRole('group', { name: 'Discarded 1 change of the mappings of Quillpad.' });
	const offer = discarded.getByRole('button', { name: 'Undo' });
	const discardAndLeave = async () => {
		await bar(page).getByRole('button', { name: 'Discard' }).click();
		// What is said stays under the pointer.
		await discarded.hover();
		await page.getByRole('link', { name: /^Users \d/ }).dispatchEvent('click');
		await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
		await page.goBack();
		await expect(act('Create')).toBeChecked();
	};
	await page.goto('./#/apps/byoa/mappings');
	await act('Create').uncheck();
	await discardAndLeave();
	await offer.click();
	await expect(act('Create')).not.toBeChecked();
	await expect(bar(page)).toBeVisible();

	await discardAndLeave();
	await act('Update').uncheck();
	await expect(bar(page)).toBeVisible();
	await expect(offer).toBeHidden();
	expect(warned).toEqual([]);
});

test('what is typed while a save is under way stays typed, in a scope, a mapping and a rule', async ({ page }) => {
	test.slow();
	// What is sent to be done is held back until it is let go.
	await page.addInitScript(() => {
		const send = Worker.prototype.postMessage as (...said: unknown[]) => void;
		Worker.prototype.postMessage = function (this: Worker, ...said: unknown[]) {
			const go = () => send.apply(this, said);
			if ((said[0] as { readonly kind?: string }).kind !== 'do') return go();
			document.documentElement.dataset.held = '';
			addEventListener('let-go', go, { once: true });
		};
	});
	const letGo = async (said: string) => {
		await expect(page.locator('[data-held]')).toBeAttached();
		await page.evaluate(() => {
			delete document.documentElement.dataset.held;
			dispatchEvent(new Event('let-go'));
		});
		await expect(page.getByText(said)).toBeVisible();
	};
	const save = page.getByRole('main').getByRole('button', { name: 'Save' });

	await page.goto('./#/apps/byoa/scoping');
	const title = page.getByLabel('Scoping Filter Title');
	await page.getByRole('button', { name: 'Add scoping filter' }).click();
	await page.getByLabel('Attribute Name').selectOption('department');
	await page.getByLabel('Attribute Value').fill('Sales');
	await save.click();
	await title.fill('Only Sales');
	await letGo('Saved the scope of Quillpad.');
	await expect(title).toHaveValue('Only Sales');
	await expect(bar(page)).toContainText('1 change not saved');

	await page.goto('./#/apps/byoa/mappings');
	const act = (name: string) => page.getByRole('main').getByRole('checkbox', { name });
	await act('Create').uncheck();
	await save.click();
	await expect(save).toHaveAttribute('aria-disabled', 'true');
	await act('Create').check();
	await letGo('Saved the mappings of Quillpad.');
	await expect(bar(page)).toContainText('1 change not saved');
	await expect(act('Create')).toBeChecked();

	await page.goto('./#/groups/1?tab=rule');
	const rule = page.getByRole('textbox', { name: 'Rule syntax' });
	await rule.fill('user.city -eq "Bergen"');
	await save.click();
	await rule.fill('user.city -eq "Oslo"');
	await letGo('Changed the rule of');
	await expect(rule).toHaveValue('user.city -eq "Oslo"');
	await expect(page.getByRole('button', { name: 'Discard' })).not.toHaveAttribute('aria-disabled');
});

test('a scoping filter counts who would leave, and the cycle puts them out', async ({ page }) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/scoping');
	await page.getByRole('button', { name: 'Add scoping filter' }).click();
	await page.getByLabel('Attribute Name').selectOption('displayName');
	await page.getByLabel('Operator').selectOption('NOT EQUALS');
	await page.getByLabel('Attribute Value').fill('Zoë Müller');
	await expect(page.locator('[data-leave]')).toHaveText('1');
	await expect(bar(page)).toContainText('1 disable');
	await bar(page).getByRole('button', { name: 'Save' }).click();
	await expect(bar(page)).toBeHidden();
	await expect(page.getByText(/^Next: .* initial cycle$/)).toBeVisible();
	await nextCycle(page);
	await page.goto('./#/logs?app=byoa');
	await expect(page.getByRole('row', { name: /Zoë Müller.*Disable/ })).toBeVisible();
});

test('the editors have nothing that keeps somebody out in any look', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./#/apps/byoa/mappings');
	await mapping(page, 'active').click();
	await expect(page.locator('.monaco-editor').first()).toBeVisible();
	await expect(panel(page).locator('output')).toBeVisible();
	expect(await barriers(page)).toEqual([]);
	await page.goto('./#/apps/byoa/scoping');
	await page.getByRole('button', { name: 'Add scoping filter' }).click();
	await page.getByLabel('Attribute Name').selectOption('department');
	await page.getByLabel('Attribute Value').fill('Nowhere');
	await expect(bar(page)).toContainText('This will start');
	expect(await barriers(page)).toEqual([]);
});
