import { describe, expect, it } from 'vitest';
import { generatePeople, peopleSource } from './generate';
import { chance, fnv1a32 } from './hash';
import { workdayId } from './hex';
import { adGuid, entraId } from './identifiers';

const SEED = 'contoso-2026';

describe('the sample company', () => {
	it('hashes as the reference does', () => {
		expect(fnv1a32(`${SEED}/given/25`)).toBe(461424257);
		const streams = ['given', 'family', 'dept', 'loc'].map((name) => chance(SEED, name, 25));
		expect(streams).toEqual([288850229, 14966531, 3955634210, 3013979889]);
	});

	it('O-03: begins with the same people at every size', () => {
		expect(generatePeople(SEED, 500)).toEqual(generatePeople(SEED, 2000).slice(0, 500));
		expect(generatePeople(SEED, 25)).toEqual(generatePeople('another', 25));
	});

	it('O-04: gives the same people block by block', () => {
		const source = peopleSource(SEED);
		const blocks = [2000, 2000, 500].map((count) => source.next(count));
		expect(blocks.map((block) => block.length)).toEqual([2000, 2000, 500]);
		expect(blocks.flat()).toEqual(generatePeople(SEED, 4500));
		expect(source.people).toEqual(blocks.flat());
	});

	it('O-10: gives everybody a manager of a lower index', () => {
		for (const { index, manager } of generatePeople(SEED, 10_000)) expect(manager ?? -1).toBeLessThan(index);
	});

	it('gives person 9,999 her golden name and place', () => {
		expect(generatePeople(SEED, 10_000)[9999]).toMatchObject({
			displayName: 'Elspeth Callum Lloyd-Yardley',
			userPrincipalName: 'elspeth.c.lloyd-yardley@contoso.com',
			department: 'Finance',
			manager: 1251
		});
	});

	it('gives people the identifiers of the reference', () => {
		expect(workdayId(SEED, 5)).toBe('66688f1aa8101a2540eda5abbcff2c53');
		expect(workdayId(SEED, 25)).toBe('f1e90fc1b7d2e828c656976b7bf1fdf2');
		expect(entraId(SEED, 5)).toBe('a89f25a6-18e5-a0ca-d6e4-7925ceac355a');
		expect(adGuid(SEED, 5)).toBe('cac36fef-408c-2c64-b289-335f90809b70');
	});
});
