import { expect, it } from 'vitest';
import { desk } from './desk.svelte';

const result = { answer: 1, right: false, help: 2, at: 5 } as const;

it('a lesson done again keeps the first prediction and counts the least help', () => {
	desk.reset();
	desk.finish('one', result);
	desk.finish('one', { answer: 0, right: true, help: 3, at: 6 });
	expect(desk.done.one).toEqual(result);
	desk.finish('one', { answer: 0, right: true, help: 0, at: 7 });
	expect(desk.done.one).toEqual({ answer: 1, right: false, help: 0, at: 7 });
});

it('what is forgotten comes back when that is undone, and nothing else is stored', () => {
	desk.finish('two', result);
	const back = desk.reset();
	expect(desk.done).toEqual({});
	expect(localStorage.getItem('provlab.lessons.done')).toBe('{}');
	back();
	expect(desk.done.two).toEqual(result);
	desk.reset();
});

it('what another tab has finished meanwhile is not lost', () => {
	desk.reset();
	localStorage.setItem('provlab.lessons.done', JSON.stringify({ there: result }));
	dispatchEvent(new StorageEvent('storage'));
	desk.finish('here', result);
	expect(Object.keys(desk.done)).toEqual(['there', 'here']);
	desk.reset();
});

it('without a lesson in hand no time waits', () => {
	desk.hand = null;
	expect([desk.active, desk.waits]).toEqual([null, undefined]);
});
