import { expect, test } from './site';

test.use({ serviceWorkers: 'allow' });

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
