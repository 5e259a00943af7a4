import { describe, expect, it } from 'vitest';
import { checksum } from './checksum';
import { generatePeople } from './generate';

const SEED = 'contoso-2026';

describe('the checksum of a company', () => {
	it('O-06: gives the golden checksum at every size', () => {
		const sums = [25, 500, 10_000].map((size) => checksum(generatePeople(SEED, size)));
		expect(sums).toEqual(['a437a166', '28b30ce3', 'beb70954']);
	});

	it('O-07: draws a hundred thousand people', () => {
		const people = generatePeople(SEED, 100_000);
		expect(checksum(people)).toBe('34ca0060');
		expect(people[99_999]).toMatchObject({
			displayName: 'Belén Begoña Vázquez-Salazar',
			department: 'Sales',
			manager: 12_501
		});
	}, 60_000);

	it('O-01: is another company under another seed', () => {
		expect(checksum(generatePeople('contoso-2027', 500))).toBe('f07d70c9');
	});
});
