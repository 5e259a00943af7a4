import type { Page } from '@playwright/test';
import { barriers } from './judge';
import { afterFirstCycle, expect, parameterPlaces, test } from './site';

type Addresses = Readonly<Record<string, string | RegExp>>;

/** Places with a parameter, and what stands there once the page is whole. Those of a group share one load. */
const groups: Readonly<Record<string, Addresses>> = {
	'an application': {
		'/apps/byoa': 'Object ID',
		'/apps/byoa/users': 'Pilot-W2-Sales',
		'/apps/byoa/provisioning': 'Statistics to date',
		'/apps/byoa/provisioning/edit': 'Notification Email',
		'/apps/byoa/demand': 'DYN-Dept-Sales'
	},
	'its configuration': {
		'/apps/byoa/mappings': 'Add New Mapping',
		'/apps/byoa/scoping': 'Would leave',
		'/apps/byoa/schema': /synchronizationRules/,
		'/bench?app=byoa&target=displayName': 'Quillpad'
	},
	'its health': {
		'/apps/byoa/troubleshoot': /checks found a cause/,
		'/apps/byoa/discovery': 'It only reads',
		'/apps/byoa/reports': 'Reports',
		'/logs?app=byoa': 'Zoë Müller',
		'/audit?app=byoa': 'Enable/start provisioning configuration',
		'/insights?app=byoa': 'Total synced objects by type'
	},
	'its administrator': {
		'/apps/byoa/accounts': 'Zoë Müller',
		'/apps/byoa/faults': 'All as the RFC',
		'/apps/byoa/console': 'Send'
	},
	'the directory, a function, a scenario and a lesson': {
		'/users/7': 'Employee hire date',
		'/users/7/journey': /Quillpad/,
		'/groups/1': 'Dynamic membership rules',
		'/functions/Join': 'Joins several values with a separator.',
		'/scenarios/S-01': 'expected lines, not run yet',
		'/learn/leaving-an-application': 'Next step'
	}
};

const withHr: Addresses = {
	'/hr': 'Worker ID',
	'/hr/5': 'Worker ID',
	'/hr/connection': 'Workday Web Services API URL',
	'/agents': 'agent1',
	'/ad': 'sAMAccountName',
	'/ad/5': 'sAMAccountName',
	'/ad/groups': 'Groups',
	'/connect': 'Runs'
};

async function judged(page: Page, addresses: Addresses): Promise<string[]> {
	const told: string[] = [];
	for (const [address, whole] of Object.entries(addresses)) {
		await page.goto(`./#${address}`);
		await expect(page.getByText(whole).filter({ visible: true }).first()).toBeVisible();
		const found = await barriers(page);
		told.push(...found.map((one) => `${address}: ${one}`));
	}
	return told;
}

for (const [group, addresses] of Object.entries(groups)) {
	test(`${group}: nothing keeps somebody out in any look`, async ({ page }) => {
		test.slow();
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await afterFirstCycle(page);
		expect(await judged(page, addresses)).toEqual([]);
	});
}

test('human resources and Active Directory: nothing keeps somebody out in any look', async ({ page }) => {
	test.slow();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto('./#/hr');
	await page.getByRole('button', { name: 'Create a company with HR' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Workers in Workday' })).toBeVisible();
	expect(await judged(page, withHr)).toEqual([]);
});

test('every place with a parameter is judged here', () => {
	const judgedHere = Object.keys({ ...withHr, ...Object.assign({}, ...Object.values(groups)) }).map((address) =>
		address.replace(/\?.*/, '')
	);
	const missing = parameterPlaces.filter(
		(place) => !judgedHere.some((address) => new RegExp(`^${place.replace(/\[\w+\]/g, '[^/]+')}$`).test(address))
	);
	// Shows and their notes have a test of their own.
	expect(missing).toEqual(['/present/[show]', '/present/[show]/notes']);
});
