import { violations } from './judge';
import { afterFirstCycle, expect, test } from './site';

test('the checks name what stands in the way, and lead to the place that mends it', async ({ page, watch }) => {
	await afterFirstCycle(page);
	await page.getByRole('button', { name: 'Stop provisioning' }).click();
	await expect(page.getByRole('button', { name: 'Stop provisioning' })).toHaveAttribute('aria-disabled', 'true');
	await page.getByRole('toolbar').getByRole('button', { name: 'More' }).click();
	await page.getByRole('menuitem', { name: /Troubleshoot/ }).click();
	const status = page.getByRole('listitem').filter({ hasText: 'Provisioning Status' });
	await expect(status).toContainText('A cause');
	await expect(status).toContainText('Provisioning to Quillpad is Off');
	expect(await violations(page)).toEqual([]);
	await page.getByRole('tab', { name: /Credentials cannot be saved/ }).click();
	await expect(page).toHaveURL(/question=credentials/);
	await expect(page.getByText('Test Connection with the saved credentials: Quillpad answered 200')).toBeVisible();
	await page.getByRole('tab', { name: /No users/ }).click();
	await status.getByRole('link', { name: 'Start provisioning' }).click();
	await expect(page).toHaveURL(/apps\/byoa\/provisioning$/);
	expect(watch.complaints).toEqual([]);
});

test('a list of users is looked through row by row, imported, and taken back by one undo', async ({ page, watch }) => {
	await page.goto('./#/users/import');
	const rows = [
		'userPrincipalName,displayName,groups',
		'ada.byron@x.org,Ada Byron,Pilot',
		',Nobody,',
		'ben@x.org,Ben,'
	];
	await page.getByRole('textbox', { name: /Or paste rows/ }).fill(rows.join('\n'));
	await expect(page.getByText('Row 3 of the list has no userPrincipalName. 2 other rows were read.')).toBeVisible();
	await page.getByRole('button', { name: 'Import 2 users' }).click();
	await expect(page.getByText('Imported 2 users from the list.')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search users' }).fill('ada byron');
	await expect(page.getByRole('row', { name: /Ada Byron/ })).toBeVisible();
	await expect(page).toHaveURL(/search=ada/);
	await page.keyboard.press('Escape');
	await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('row', { name: /Ada Byron/ })).toBeHidden();
	expect(watch.complaints).toEqual([]);
});

test('the reports of 2017 are there in 2017 only', async ({ page, watch }) => {
	await afterFirstCycle(page);
	await page.goto('./#/apps/byoa/reports');
	await expect(page.getByText(/belong to the portal of 2017/)).toBeVisible();
	await page.getByRole('button', { name: 'Portal of 2024' }).click();
	await page.getByRole('menuitemradio', { name: 'Portal of 2017' }).click();
	await expect(page.getByText('Provisioning summary report')).toBeVisible();
	await expect(page.getByRole('row', { name: /Export/ }).first()).toBeVisible();
	await page.getByRole('tab', { name: 'Account provisioning errors' }).click();
	await expect(page.getByText('Nothing is recorded here yet.')).toBeVisible();
	expect(watch.complaints).toEqual([]);
});
