import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { findBrowser, launchArgs } from '../../scripts/find-browser.mjs';
import { expect, test as base } from './site';

/**
 * A tab of a browser without Playwright's help, which makes every page believe that it is seen: this one is hidden for
 * as long as another tab is in front of it.
 */
const test = base.extend<{ tab: Page }>({
	tab: async ({ playwright }, use, info) => {
		const args = [...launchArgs, '--headless', '--remote-debugging-port=0'];
		const own = [...args, `--user-data-dir=${info.outputPath('profile')}`];
		const child = spawn(findBrowser()!, own, { stdio: ['ignore', 'ignore', 'pipe'] });
		for await (const line of createInterface(child.stderr)) {
			const [address] = /ws:\/\/\S+/.exec(line) ?? [];
			if (!address) continue;
			const browser = await playwright.chromium.connectOverCDP(address, { noDefaults: true });
			await use(await browser.contexts()[0]!.newPage());
			await browser.close();
			break;
		}
		child.kill();
		if (child.exitCode === null) await once(child, 'exit');
	}
});

async function hide(tab: Page): Promise<void> {
	const front = await tab.context().newPage();
	await front.bringToFront();
	await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('hidden');
}

interface Ask {
	readonly path: string;
	readonly method?: string;
	readonly body?: string;
}

/** What the page hears over the wire: the status, and the body as it is. */
const hear = (tab: Page, { path, ...init }: Ask) =>
	tab.evaluate(
		async ([path, init]) => {
			const headers = { authorization: 'Bearer tok-byoa', 'content-type': 'application/scim+json' };
			const answer = await fetch(`scim/byoa${path}`, { ...init, headers });
			return `${answer.status} ${await answer.text()}`;
		},
		[path, init] as const
	);

test('the applications answer a hidden tab over the wire with the same bytes as one that is seen', async ({
	tab,
	baseURL
}) => {
	const asks: readonly Ask[] = [
		{ path: '/Users?count=3' },
		{ path: '/Schemas' },
		{ path: '/Users/nobody' },
		{ path: '/Users', method: 'POST', body: '{"schemas":' }
	];
	const hearAll = async () => {
		const heard: string[] = [];
		for (const ask of asks) heard.push(await hear(tab, ask));
		return heard;
	};
	await tab.goto(`${baseURL}#/apps/byoa/console`);
	await expect(tab.getByText('Network panel').first()).toBeVisible();
	const seen = await hearAll();
	expect(seen.map((answer) => answer.slice(0, 3))).toEqual(['200', '200', '404', '400']);
	await hide(tab);
	expect(await hearAll()).toEqual(seen);

	const body = '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"behind@contoso.com"}';
	const made = await hear(tab, { path: '/Users', method: 'POST', body });
	expect(made).toMatch(/^201 /);
	const { id } = JSON.parse(made.slice(4)) as { id: string };
	expect(await hear(tab, { path: `/Users/${id}` })).toBe(made.replace(/^201/, '200'));
});

test('time runs on in a hidden tab, which shows all of it when it is seen again', async ({ tab, baseURL }) => {
	await tab.goto(`${baseURL}#/apps/byoa/provisioning`);
	await expect(tab.getByText('Current cycle')).toBeVisible();
	await tab.locator('main').click();
	const bar = tab.getByRole('toolbar', { name: 'Run bar' });
	await bar.getByRole('button', { name: /1 s =/ }).click();
	await tab.getByRole('menuitemradio', { name: /6 h/ }).click();
	await hide(tab);
	await bar.getByRole('button', { name: 'Play' }).dispatchEvent('click');
	await expect(bar.locator('time')).toContainText('Wed');
	expect(await tab.evaluate(() => document.visibilityState)).toBe('hidden');
	await tab.bringToFront();
	await expect(tab.getByRole('row', { name: /Zoë Müller/ })).toBeVisible();
});
