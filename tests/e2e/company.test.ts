import { expect, test } from './site';

test('a large company says how many people are there while it is made, and is given up when it is stopped', async ({
	page,
	watch
}) => {
	await page.goto('./#/');
	await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
	await page.getByRole('menuitem', { name: /New company/ }).click();
	const form = page.getByRole('dialog', { name: 'New company' });
	await form.getByRole('textbox', { name: 'Name of the session' }).fill('A hundred thousand');
	await form.getByRole('combobox', { name: 'Size' }).selectOption('100000');
	// The one that takes longest to make: there is time to stop it.
	await form.getByRole('combobox', { name: 'Preset' }).selectOption({ label: 'Hybrid with HR: Workday' });
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(form.getByText(/^[\d,]+ of 100,000 people$/)).toBeVisible();
	await expect(form.getByRole('progressbar', { name: 'People made' })).toBeVisible();
	await form.getByRole('button', { name: 'Stop' }).click();
	await expect(form.getByRole('button', { name: 'Cancel' })).toBeVisible();

	await form.getByRole('textbox', { name: 'Name of the session' }).fill('Five hundred');
	await form.getByRole('combobox', { name: 'Size' }).selectOption('500');
	await form.getByRole('button', { name: 'Create' }).click();
	await expect(page.getByRole('button', { name: 'Five hundred' })).toBeVisible();
	expect(watch.complaints).toEqual([]);
});
