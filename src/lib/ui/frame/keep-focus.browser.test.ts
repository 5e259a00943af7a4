import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from './keep-focus';

let stop: () => void;
const here = () => document.activeElement?.textContent;
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)!;
/** Presses what has the focus; it and what it names goes away. */
function goes(name: string, what = (one: Element) => one): void {
	button(name).addEventListener('click', () => what(button(name)).remove());
}
const inRow = (one: Element) => one.closest('li')!;

beforeEach(() => {
	stop = keepFocus(document);
	document.body.innerHTML = `
		<main id="main" tabindex="-1"><h1>Page</h1><ul>
			<li>Ada <button>Take Ada</button></li><li>Ben <button>Take Ben</button></li><li>Cy <button>Take Cy</button></li>
		</ul></main>
		<div role="status"><button>Undo</button></div>`;
});
afterEach(() => {
	stop();
	document.body.innerHTML = '';
});

describe('the focus of whoever works by keyboard', () => {
	it('goes on to the next row when its row goes, and to the one before at the end', async () => {
		goes('Take Ben', inRow);
		goes('Take Cy', inRow);
		button('Take Ada').focus();
		await userEvent.keyboard('{Tab}{Enter}');
		await expect.poll(here).toBe('Take Cy');
		await userEvent.keyboard('{Enter}');
		await expect.poll(here).toBe('Take Ada');
	});

	it('goes to what stands there instead', async () => {
		const ben = button('Take Ben');
		ben.addEventListener('click', () =>
			ben.replaceWith(Object.assign(document.createElement('button'), { textContent: 'Stop' }))
		);
		ben.focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(here).toBe('Stop');
	});

	it('goes back to where it was when a message goes, or to what stands there now', async () => {
		goes('Undo');
		button('Take Ben').focus();
		button('Undo').focus();
		button('Take Ben').remove();
		await userEvent.keyboard('{Enter}');
		await expect.poll(here).toBe('Take Cy');
	});

	it('goes back to who opened a dialog when the dialog goes with its button', async () => {
		button('Take Ben').focus();
		document.body.insertAdjacentHTML(
			'beforeend',
			`<section aria-label="Stage"><dialog><button>Stop there</button></dialog><button>Events</button></section>`
		);
		const dialog = document.querySelector('dialog')!;
		dialog.showModal();
		goes('Stop there', () => dialog);
		await userEvent.keyboard('{Enter}');
		await expect.poll(here).toBe('Take Ben');
	});

	it('goes to the page where nothing is left to go to', async () => {
		goes('Undo');
		document.querySelector('ul')!.remove();
		button('Undo').focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => document.activeElement?.id).toBe('main');
	});

	it('is left alone where a pointer was used last: keys then belong to the page', async () => {
		goes('Take Ben', inRow);
		await userEvent.click(button('Take Ben'));
		await expect.poll(() => document.querySelectorAll('li').length).toBe(2);
		expect(document.activeElement).toBe(document.body);
	});

	it('is left to whoever opens another page', async () => {
		const all = document.querySelector('ul')!;
		button('Take Ben').addEventListener('click', () => {
			location.hash = '#/elsewhere';
			all.remove();
		});
		button('Take Ben').focus();
		await userEvent.keyboard('{Enter}');
		await expect.poll(() => document.querySelectorAll('li').length).toBe(0);
		expect(document.activeElement).toBe(document.body);
		location.hash = '';
	});
});
