import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser, launchArgs } from './scripts/find-browser.mjs';

const inBrowser = ['src/**/*.browser.test.ts', 'src/**/*.svelte.test.ts', 'tests/browser/**/*.test.ts'];

export default defineConfig({
	test: {
		// A busy machine may be slow: a limit is only there to end what hangs.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: inBrowser,
					environment: 'node',
					// Most of the time went into the same modules once more for each file.
					pool: 'threads',
					isolate: false
				}
			},
			{
				extends: './vite.config.ts',
				// A dependency that Vite first meets in a worker would reload the page under a running test.
				optimizeDeps: {
					// As lean as in the build.
					exclude: ['dexie'],
					include: ['fflate', 'msw/http', 'msw/utils/get-response', 'zod/mini', 'zod/v4/locales/en.js']
				},
				test: {
					name: 'browser',
					testTimeout: 60_000,
					expect: { poll: { timeout: 30_000 } },
					include: inBrowser,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { executablePath: findBrowser(), args: launchArgs } }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
