import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const looks = {
	light: { colorScheme: 'light', forcedColors: 'none' },
	dark: { colorScheme: 'dark', forcedColors: 'none' },
	'forced colours': { colorScheme: 'dark', forcedColors: 'active' }
} as const;

/** Another look changes colours only, and so what these rules say. */
const ofColours = ['color-contrast', 'link-in-text-block'];

interface Asked {
	part?: string;
	/** Every rule, unless some are named. */
	rules?: readonly string[];
}

/** The rules that axe sees broken as the page stands, each with where. */
export async function violations(page: Page, { part = 'html', rules = [] }: Asked = {}): Promise<string[]> {
	// A page that is still on its way has nothing to judge.
	await expect(page.locator('main')).toBeVisible();
	await expect(page.locator('h1').first()).toBeAttached();
	// Our pages hold no frames: axe need not open a page of its own to put the answers of frames together, which took
	// most of the time. What is in order is not described either.
	// It stays in a page once it is there: to put it in again, twice for each answer, takes longer than the answer.
	const isThere = await page.evaluate(() => 'axe' in window);
	const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
		.include(part)
		.options({ resultTypes: ['violations'] })
		.setLegacyMode();
	if (rules.length > 0) axe.withRules([...rules]);
	const found = await axe.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/**
 * What keeps somebody out of the page as it stands: light, dark and in forced colours. Afterwards it is light. Every
 * rule can be asked in every look; where a page is judged in many states, the rules of colours are enough in the others.
 * A part that lies over the page can be judged alone.
 */
export async function barriers(page: Page, { everyRule = false, part = 'html' } = {}): Promise<string[]> {
	const told: string[] = [];
	const root = page.locator('html');
	const chosen = await root.getAttribute('data-theme');
	for (const [look, media] of Object.entries(looks)) {
		await page.emulateMedia(media);
		// A show has a look of its own, whatever the system's is.
		if (chosen) await root.evaluate((html, theme) => (html.dataset.theme = theme), media.colorScheme);
		const found = await violations(page, { part, rules: look === 'light' || everyRule ? [] : ofColours });
		told.push(...found.map((one) => `${look}, ${one}`));
		const unread = await page.evaluate(media.forcedColors === 'none' ? faintWords : platedWords);
		told.push(...unread.map((one) => `${look}, ${one}`));
	}
	await page.emulateMedia(looks.light);
	if (chosen) await root.evaluate((html, theme) => (html.dataset.theme = theme), chosen);
	return told;
}

/** Words of the map that are hard to read on the boxes they stand in: axe does not judge what is drawn. */
function faintWords(): string[] {
	const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
	const light = (colour: string) => {
		const [r, g, b] = numbers(colour).map((one) =>
			(one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4
		);
		return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
	};
	const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
	return [...document.querySelectorAll<SVGTextElement>('svg [role] > text')].flatMap((text) => {
		const box = text.parentElement!.querySelector('rect')!;
		let opacity = 1;
		for (let at: Element | null = text; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
		const contrast = ratio(light(getComputedStyle(text).fill), light(getComputedStyle(box).fill));
		return opacity === 1 && contrast >= 4.5
			? []
			: [`${text.textContent}: ${contrast.toFixed(1)} to 1, opacity ${opacity}`];
	});
}

/** Words in the colour of the page, which forced colours put on a plate of that colour: axe sees no plate. */
function platedWords(): string[] {
	const style = (element: Element) => getComputedStyle(element);
	const sample = document.body.appendChild(document.createElement('span'));
	sample.style.color = 'Canvas';
	const canvas = style(sample).color;
	sample.remove();
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const told: string[] = [];
	while (texts.nextNode()) {
		const words = texts.currentNode.textContent!.trim();
		const on = texts.currentNode.parentElement!;
		if (words === '' || on.closest('svg') || !on.checkVisibility()) continue;
		const { color, forcedColorAdjust } = style(on);
		if (color === canvas && forcedColorAdjust === 'auto')
			told.push(`${words.slice(0, 60)}: on a plate of its own colour`);
	}
	return told;
}
