import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
					exclude: ['src/**/*.browser.test.ts', 'src/**/*.svelte.test.ts'],
					environment: 'node'
				}
			}
		]
	}
});
