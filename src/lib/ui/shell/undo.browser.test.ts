import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { engine } from '#lib/worker/client.svelte';
import ToastHost from '../kit/ToastHost.svelte';
import { takeBack } from './undo.svelte';

it('offers to do again only what was taken back last, also where nothing is heard of the world meanwhile', async () => {
	vi.spyOn(engine, 'undo').mockResolvedValueOnce('Restore Zoë Müller').mockResolvedValueOnce('Block Priya Raman');
	engine.status = { redo: true } as never;
	const screen = await render(ToastHost);
	await takeBack();
	await expect.element(screen.getByRole('button', { name: 'Redo' })).toBeVisible();
	await takeBack();
	await expect.element(screen.getByText('Undone: Block Priya Raman.')).toBeVisible();
	expect(screen.getByText('Undone: Restore Zoë Müller.').elements()).toHaveLength(1);
	expect(screen.getByRole('button', { name: 'Redo' }).elements()).toHaveLength(1);
	engine.status = { redo: false } as never;
	vi.restoreAllMocks();
});
