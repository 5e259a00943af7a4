import type { Page } from '@playwright/test';
import { expect, test } from './site';

test.use({ serviceWorkers: 'allow' });

/** The console opens the wire door of its page; where a service worker is new, the page that comes next has it. */
async function open(page: Page): Promise<void> {
	await page.goto('./#/apps/byoa/console');
	await expect(page.getByText('Goes through the service worker')).toBeVisible();
}

const ask = (page: Page) =>
	page.evaluate(async () => {
		const answer = await fetch('scim/byoa/Users?count=0', { headers: { authorization: 'Bearer tok-byoa' } });
		return { status: answer.status, body: (await answer.json()) as Record<string, never> };
	});

test('of two tabs, the one that has the session is answered by its applications, and the other is told', async ({
	page,
	context
}) => {
	await open(page);
	expect((await ask(page)).status).toBe(200);
	const second = await context.newPage();
	await second.goto('./#/apps/byoa/console');
	await second.getByRole('button', { name: 'Take over here' }).click();
	await open(second);
	expect((await ask(second)).status).toBe(200);
	const told = await ask(page);
	expect(told.status).toBe(503);
	expect(told.body.detail).toContain('open in another tab');
});

test('a service worker that comes later than the page waits for it opens the wire when it comes', async ({ page }) => {
	await page.addInitScript(() => {
		const later = window.setTimeout.bind(window);
		// The patience of the page is over at once.
		window.setTimeout = ((run: () => void, after?: number) => later(run, after === 10_000 ? 0 : after)) as never;
	});
	await page.goto('./#/apps/byoa/console');
	await expect(page.getByText('Goes through the service worker')).toBeVisible();
	expect((await ask(page)).status).toBe(200);
});

test('where the service worker never answers, requests go to the application without it', async ({ page }) => {
	await page.addInitScript(() => {
		const later = window.setTimeout.bind(window);
		// The patience of the page is over at once, and no word of a service worker reaches it.
		window.setTimeout = ((run: () => void, after?: number) => later(run, after === 20_000 ? 0 : after)) as never;
		const { prototype } = ServiceWorkerContainer;
		const listen = prototype.addEventListener;
		prototype.addEventListener = function (this: ServiceWorkerContainer, type: string, ...rest: [never]) {
			if (type !== 'message') listen.call(this, type, ...rest);
		};
	});
	await page.goto('./#/apps/byoa/console');
	await page.getByRole('button', { name: 'Send' }).click();
	await expect(page.getByText('200 OK').first()).toBeVisible();
});
