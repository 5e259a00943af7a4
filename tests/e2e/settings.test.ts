import { expect, test } from './site';

test('a free tenant has no provisioning log and assigns no group, until the licence is taken back', async ({
	page
}) => {
	await page.goto('./#/settings');
	await page.getByLabel('Licence of the tenant').selectOption({ label: 'Microsoft Entra ID Free' });
	await expect(page.getByText('The tenant has Microsoft Entra ID Free.')).toBeVisible();

	await page.getByLabel('Shortest initial cycle').fill('-3');
	await page.getByLabel('Shortest initial cycle').press('Tab');
	await expect(page.getByText('Enter a number of minutes from 0 to 10000.')).toBeVisible();
	await expect(page.getByLabel('Shortest initial cycle')).toHaveValue('-3');

	await page.getByRole('link', { name: 'Provisioning logs' }).click();
	await expect(
		page.getByText('Viewing the provisioning log requires a tenant with Microsoft Entra ID P1')
	).toBeVisible();
	await page.reload();
	await page.getByRole('link', { name: 'Simulation settings' }).click();
	await expect(page.getByLabel('Licence of the tenant')).toHaveValue('Free');
	await page.getByLabel('Licence of the tenant').selectOption({ label: 'Microsoft Entra ID P2' });
	await expect(page.getByText('The tenant has Microsoft Entra ID P2.')).toBeVisible();
	await page.getByRole('link', { name: 'Provisioning logs' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Provisioning logs' })).toBeVisible();
	await expect(page.getByText('Viewing the provisioning log requires')).toHaveCount(0);
});
