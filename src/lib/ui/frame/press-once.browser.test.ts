import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { pressOnce } from './press-once';

let stop: () => void;
let done: string[];
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent === name)!;
/** Two buttons at the same place, one on the page and one in a dialog above it. */
beforeEach(() => {
	stop = pressOnce(document);
	done = [];
	document.body.innerHTML = `
		<main><button>Below</button><button>Beside</button></main>
		<dialog style="margin: 0; padding: 0; border: 0; inset: 0 auto auto 0"><button>Create</button></dialog>`;
	for (const one of document.querySelectorAll('button')) {
		one.style.width = '120px';
		one.addEventListener('click', () => done.push(one.textContent));
	}
	document.querySelector('main')!.style.cssText = 'position: fixed; top: 0; left: 0';
});
afterEach(() => {
	stop();
	document.body.innerHTML = '';
});

function opened(): void {
	const dialog = document.querySelector('dialog')!;
	button('Below').focus();
	dialog.showModal();
	button('Create').addEventListener('click', () => (dialog.close(), button('Create').remove()));
}

describe('a press that is more than one', () => {
	it('does not fall through a dialog that its first click has closed', async () => {
		opened();
		await userEvent.dblClick(button('Create'), { position: { x: 8, y: 8 } });
		expect(done).toEqual(['Create']);
		await userEvent.click(button('Below'));
		expect(done).toEqual(['Create', 'Below']);
	});

	it('does not press what comes above the page with its first click', async () => {
		button('Below').addEventListener('click', () => document.querySelector('dialog')!.showModal());
		await userEvent.dblClick(button('Below'), { position: { x: 8, y: 8 } });
		expect(done).toEqual(['Below']);
	});

	it('by a key that is held stays where it began', async () => {
		button('Below').addEventListener('click', () => button('Beside').focus());
		button('Below').focus();
		await userEvent.keyboard('{Enter>3/}');
		expect(done).toEqual(['Below']);
	});

	it('goes on where what was pressed stays, and Enter pressed again means what has the focus then', async () => {
		await userEvent.dblClick(button('Below'));
		expect(done).toEqual(['Below', 'Below']);
		button('Below').focus();
		await userEvent.keyboard('{Enter}');
		button('Beside').focus();
		await userEvent.keyboard('{Enter}');
		expect(done).toEqual(['Below', 'Below', 'Below', 'Beside']);
	});
});
