import { expect, it } from 'vitest';
import { settled } from './newest';

it('keeps what is as it was as the same object, so that nothing is drawn anew for it', () => {
	const before = { clock: 1, branches: [{ id: 0, name: 'main' }], next: { at: 5 } };
	const now = settled(before, { clock: 2, branches: [{ id: 0, name: 'main' }], next: { at: 6 } });
	expect(now.branches).toBe(before.branches);
	expect(now.next).not.toBe(before.next);
	expect(now).toEqual({ clock: 2, branches: [{ id: 0, name: 'main' }], next: { at: 6 } });
});

it('takes everything where nothing was before', () => {
	expect(settled(null, { clock: 1, next: null })).toEqual({ clock: 1, next: null });
});
