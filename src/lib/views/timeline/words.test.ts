import { expect, it } from 'vitest';
import { comingWords } from './words';

it('names the date of what comes where the week has come round again', () => {
	const now = Date.UTC(2026, 11, 22, 8);
	const days = 86_400_000;
	expect([0, 1, 5, 6.99, 7, 29].map((more) => comingWords(now + more * days, now))).toEqual([
		'Tue 08:00',
		'Wed 08:00',
		'Sun 08:00',
		'Tue 29 Dec 07:45',
		'Tue 29 Dec 08:00',
		'20 Jan 2027 08:00'
	]);
});
