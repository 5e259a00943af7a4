/**
 * The built portal over a company of 100,000 after its initial cycle, in a real Chromium: how long the log's first rows
 * take, its filters, each screen whose code is there already, and the frames while 100,000 rows are scrolled. Wall times
 * are a busy machine's too; beside them stands what the page's own thread ran. Wants `npm run build` before it.
 *
 *   npm run bench -- portal        PEOPLE=10000 for a smaller company
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';

const root = process.cwd();
const people = Number(process.env.PEOPLE ?? 100_000);

const { findBrowser, launchArgs } = (await import(
	pathToFileURL(join(root, 'scripts', 'find-browser.mjs')).href
)) as typeof import('../scripts/find-browser.mjs');
const { serve } = (await import(
	pathToFileURL(join(root, 'scripts', 'serve.mjs')).href
)) as typeof import('../scripts/serve.mjs');

/** An address, and the text that stands there once its first data have come. */
const screens: readonly (readonly [address: string, text: string])[] = [
	['/', 'Quillpad'],
	['/users', 'contoso.com'],
	['/users?search=becker', 'Hannah Becker'],
	['/users/7', 'Employee hire date'],
	['/users/7/journey', 'Journey of'],
	['/groups', 'DYN-Dept-Sales'],
	['/groups/1', 'Direct members'],
	['/apps', 'Quillpad'],
	['/apps/byoa', 'Object ID'],
	['/apps/byoa/users', 'assignments'],
	['/apps/byoa/provisioning', 'Statistics to date'],
	['/apps/byoa/provisioning/edit', 'Notification Email'],
	['/apps/byoa/mappings', 'Add New Mapping'],
	['/apps/byoa/scoping', 'Add scoping filter'],
	['/apps/byoa/demand', 'DYN-Dept-Sales'],
	['/apps/byoa/troubleshoot', 'checks found a cause'],
	['/apps/byoa/accounts', 'Active'],
	['/apps/byoa/faults', 'All as the RFC'],
	['/logs?app=byoa', 'customappsso'],
	['/audit', 'Enable/start provisioning configuration'],
	['/insights?app=byoa', 'Top provisioning errors'],
	['/events', 'Quillpad'],
	['/mail', 'Mail'],
	['/branches', 'main'],
	['/bench', 'Functions'],
	['/rollback', 'Rollback']
];

/** Goes to an address inside the page, and says after how many milliseconds the text stands in its centre. */
async function opened(page: Page, address: string, text: string): Promise<number> {
	return page.evaluate(
		([address, text]) =>
			new Promise<number>((resolve) => {
				const before = document.querySelector('main')?.textContent;
				const began = performance.now();
				const link = document.body.appendChild(document.createElement('a'));
				link.href = `#${address}`;
				link.click();
				link.remove();
				const look = () => {
					const main = document.querySelector<HTMLElement>('main');
					const isThere = main?.textContent !== before && main?.textContent.includes(text!);
					if (isThere || performance.now() - began > 10_000) resolve(performance.now() - began);
					else requestAnimationFrame(look);
				};
				requestAnimationFrame(look);
			}),
		[address, text] as const
	);
}

/** Narrows the log by its address, and says after how long another number of rows is told. */
async function narrowed(page: Page, query: string): Promise<number> {
	return page.evaluate(
		(query) =>
			new Promise<number>((resolve) => {
				const count = () => document.querySelector('main .count')?.textContent;
				const before = count();
				const began = performance.now();
				const link = document.body.appendChild(document.createElement('a'));
				link.href = `#/logs?app=byoa${query}`;
				link.click();
				link.remove();
				const look = () =>
					count() !== before || performance.now() - began > 10_000
						? resolve(performance.now() - began)
						: requestAnimationFrame(look);
				requestAnimationFrame(look);
			}),
		query
	);
}

/** Scrolls the table by so many pixels a frame. */
async function scrolled(page: Page, px: number, frames = 240): Promise<{ times: number[]; blank: number }> {
	return page.evaluate(
		([px, frames]) =>
			new Promise((resolve) => {
				const box = document.querySelector<HTMLElement>('main [role=grid]')!.parentElement!;
				const times: number[] = [];
				let blank = 0;
				let last = performance.now();
				const step = (now: number) => {
					times.push(now - last);
					last = now;
					if (box.querySelector('.empty-row')) blank++;
					box.scrollTop += px;
					if (times.length < frames) requestAnimationFrame(step);
					else resolve({ times: times.slice(2), blank });
				};
				requestAnimationFrame(step);
			}),
		[px, frames] as const
	);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

const server = await serve({ folder: join(root, 'build') });
const base = server.url;
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs });
try {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(60_000);
	page.on('pageerror', (error) => console.error(error.message));
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
	const thread = async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
	};

	await page.goto(`${base}#/`);
	await page.getByRole('button', { name: 'Contoso Harbour Group' }).click();
	await page.getByRole('menuitem', { name: /New company/ }).click();
	const form = page.getByRole('dialog', { name: 'New company' });
	await form.getByRole('checkbox', { name: 'Slack' }).waitFor();
	await form.getByRole('combobox', { name: 'Size' }).selectOption(String(people));
	await form.getByRole('textbox', { name: 'Name of the session' }).fill('Harbour, all of it');
	let began = performance.now();
	await form.getByRole('button', { name: 'Create', exact: true }).click();
	await form.waitFor({ state: 'hidden', timeout: 300_000 });
	console.log(`${people} people made: ${ms(performance.now() - began)}`);

	await opened(page, '/apps/byoa/provisioning/edit', 'Notification Email');
	await page.getByText('Sync all users and groups').first().click();
	await page.getByRole('toolbar').getByRole('button', { name: 'Save' }).click();
	await page.getByText('Saved the provisioning settings of Quillpad.').waitFor();
	await opened(page, '/apps/byoa/provisioning', 'Current cycle');
	await page.getByRole('button', { name: 'Start provisioning' }).first().click();
	await page.getByText('Started provisioning').first().waitFor();
	const pick = async (menu: string, item: string) => {
		await page.getByRole('button', { name: menu }).click();
		await page.getByRole('menuitemradio', { name: item }).click();
	};
	await pick('1 s = 10 min', 'as fast as possible');
	await pick('Stop at: nothing', 'the end of a cycle');
	began = performance.now();
	await page.getByRole('button', { name: 'Play' }).click();
	const ended = page.getByText(/(just now| ago), cycle 1/).first();
	await ended.waitFor({ timeout: 900_000 });
	console.log(`initial cycle, as fast as possible: ${ms(performance.now() - began)}`);

	const firstRows: number[] = [];
	for (let run = 0; run < 6; run++) {
		await opened(page, '/mail', 'Mail');
		firstRows.push(await opened(page, '/logs?app=byoa', 'customappsso'));
	}
	console.log(`first rows of the log, the first time with its code: ${firstRows.map(ms).join(', ')}`);
	console.log(`rows: ${await page.locator('main .count').first().textContent()}`);

	for (const px of [14, 300, 9_000]) {
		const before = await thread();
		const { times, blank } = await scrolled(page, px);
		const own = ((await thread()) - before) / times.length;
		const sorted = times.toSorted((a, b) => a - b);
		console.log(
			`scrolling ${px} px a frame: median ${ms(at(sorted, 0.5))}, 95th percentile ${ms(at(sorted, 0.95))}, ` +
				`own thread ${ms(own)} a frame, ${blank} of ${times.length} frames with a row that was not there yet`
		);
	}
	for (const query of ['&status=Failure', '&action=Create', '&search=becker', '&search=a', '&range=1h', ''])
		console.log(`filter ${query || 'none'}: ${ms(await narrowed(page, query))}`);

	const slow: string[] = [];
	for (const [address, text] of screens) await opened(page, address, text);
	for (const [address, text] of screens) {
		const before = await thread();
		const time = await opened(page, address, text);
		slow.push(`${ms(time).padStart(8)}  own thread ${ms((await thread()) - before).padStart(7)}  ${address}`);
	}
	console.log(`screens whose code is there:\n${slow.join('\n')}`);
} finally {
	await browser.close();
	await server.close();
}
