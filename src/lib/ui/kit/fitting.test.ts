import { describe, expect, it } from 'vitest';
import { fitting } from './fitting';

describe('commands in a bar', () => {
	it('shows all of them when all fit, without More', () => {
		expect(fitting([100, 100, 100], 308, 44, 4)).toBe(3);
	});

	it('moves the last ones into More, from the right, and leaves room for More itself', () => {
		expect(fitting([100, 100, 100], 307, 44, 4)).toBe(2);
		expect(fitting([100, 100, 100], 240, 44, 4)).toBe(1);
	});

	it('shows none where not even the first fits beside More', () => {
		expect(fitting([100, 100], 120, 44, 4)).toBe(0);
	});
});
