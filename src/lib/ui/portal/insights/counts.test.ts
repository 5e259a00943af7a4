import { describe, expect, it } from 'vitest';
import { byStatus, horizontal } from './counts';

describe('the labels of bars', () => {
	it('write a number as the axis below and every other place do', () => {
		const counts = [{ name: 'Success', count: 1006 }];
		expect(horizontal(counts).labels).toEqual(['Success  1,006']);
		expect(byStatus(counts).labels).toEqual(['Success  1,006']);
	});
});
