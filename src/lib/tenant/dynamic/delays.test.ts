import { expect, it } from 'vitest';
import { evaluationDelay, firstPopulationDelay } from './delays';

it('G-035: takes 5, 15 or 35 minutes by the number of users, and twice that at first', () => {
	const minutes = [25, 1000, 1001, 20_000, 20_001, 100_000].map((users) => evaluationDelay(users) / 60_000);
	expect(minutes).toEqual([5, 5, 15, 15, 35, 35]);
	expect(firstPopulationDelay(500)).toBe(600_000);
});
