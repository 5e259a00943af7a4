import { expect, places, test } from './site';

for (const place of places) {
	test(`${place} asks nobody else for anything, and nothing is refused`, async ({ page, watch, baseURL }) => {
		await page.goto(`./#${place}`);
		await expect(page.locator('h1').first()).toBeAttached();
		await page.waitForLoadState('networkidle');
		const own = new URL(baseURL ?? '').origin;
		const foreign = watch.requests.filter((url) => !url.startsWith('data:') && new URL(url).origin !== own);
		expect(foreign).toEqual([]);
		expect(watch.complaints).toEqual([]);
		expect(watch.requests.length).toBeGreaterThan(1);
	});
}

/** Tries to make code of a text, later: what the debugger itself evaluates is not bound by the policy. */
const tryToEvaluate = () =>
	new Promise<string>((resolve) => {
		setTimeout(() => {
			try {
				Reflect.construct(Function, ['return 1']);
				resolve('evaluated');
			} catch (error) {
				resolve((error as Error).name);
			}
		});
	});

test('text cannot become code, neither in the page nor in a worker', async ({ page }) => {
	await page.goto('./');
	await page.waitForLoadState('networkidle');
	expect(await page.evaluate(tryToEvaluate)).toBe('EvalError');
	for (const worker of page.workers()) expect(await worker.evaluate(tryToEvaluate)).toBe('EvalError');
});
