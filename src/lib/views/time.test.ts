import { expect, it } from 'vitest';
import { momentWords } from './time';

it('a moment has its day where that is not the present one, and its year where that is not the present one', () => {
	const at = Date.UTC(2026, 2, 2, 8);
	expect(momentWords(at, Date.UTC(2026, 2, 2, 23))).toBe('08:00:00');
	expect(momentWords(at, Date.UTC(2026, 11, 31))).toBe('Mon 2 Mar 08:00:00');
	expect(momentWords(at, Date.UTC(2027, 0, 1))).toBe('2 Mar 2026 08:00:00');
});
