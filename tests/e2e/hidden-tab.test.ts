import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { findBrowser, launchArgs } from '../../scripts/find-browser.mjs';
import { expect, holdTime, test as base } from './site';

/**
 * A tab of a browser without Playwright's help, which makes every page believe that it is seen: this one is hidden for
 * as long as another tab is in front of it.
 */
const test = base.extend<{ tab: Page }>({
	tab: async ({ playwright }, use, info) => {
		const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${info.outputPath('profile')}`];
		// Pages of the browser's own would be waited for.
		const none = [
			'--no-startup-window',
			'--disable-extensions',
			'--disable-component-extensions-with-background-pages'
		];
		const args = [...launchArgs, ...own, ...none];
		const child = spawn(findBrowser()!, args, { stdio: ['ignore', 'ignore', 'pipe'] });
		for await (const line of createInterface(child.stderr)) {
			const [address] = /ws:\/\/\S+/.exec(line) ?? [];
			if (!address) continue;
			const browser = await playwright.chromium.connectOverCDP(address, { noDefaults: true, timeout: 60_000 });
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
	const user = (name: string): Ask => ({
		path: '/Users',
		method: 'POST',
		body: `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"${name}@contoso.com"}`
	});
	const asks: readonly Ask[] = [
		{ path: '/Users?count=3' },
		{ path: '/Schemas' },
		{ path: '/Users/nobody' },
		{ path: '/Users', method: 'POST', body: '{"schemas":' },
		user('seen')
	];
	const hearAll = async () => {
		const heard: string[] = [];
		for (const ask of asks) heard.push(await hear(tab, ask));
		return heard;
	};
	await holdTime(tab);
	await tab.goto(`${baseURL}#/apps/byoa/console`);
	await expect(tab.getByText('Goes through the service worker')).toBeVisible();
	expect(await hear(tab, user('seen'))).toMatch(/^201 /);
	const seen = await hearAll();
	expect(seen.map((answer) => answer.slice(0, 3))).toEqual(['200', '200', '404', '400', '409']);
	await hide(tab);
	expect(await hearAll()).toEqual(seen);

	const made = await hear(tab, user('behind'));
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
