import { defineConfig, devices } from '@playwright/test';
import { findBrowser, launchArgs } from './scripts/find-browser.mjs';

/** Another copy of the project tests beside this one on a port of its own. */
const port = Number(process.env.PROVLAB_TEST_PORT ?? 4183);

/** The built site, served as `npm start` serves it: static files, and the policy header that binds workers. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	forbidOnly: Boolean(process.env.CI),
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// A busy machine may be slow: a limit is only there to end what hangs.
	timeout: 120_000,
	expect: { timeout: 60_000 },
	reporter: [['list']],
	use: {
		...devices['Desktop Chrome'],
		baseURL: `http://127.0.0.1:${port}/`,
		viewport: { width: 1280, height: 800 },
		trace: 'off',
		// A first visit stores the whole site, which takes longer than most tests: those of offline and the wire ask for it.
		serviceWorkers: 'block',
		launchOptions: { executablePath: findBrowser(), args: launchArgs }
	},
	webServer: {
		command: `node scripts/serve.mjs --port ${port}`,
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
		stdout: 'ignore'
	}
});
