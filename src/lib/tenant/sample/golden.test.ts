import { describe, expect, it } from 'vitest';
import { generatePeople } from './generate';
import type { Person } from './person';

const SIZES = [25, 500, 10_000, 100_000] as const;
const companies = SIZES.map((size) => generatePeople('contoso-2026', size));

const count = (test: (person: Person) => boolean) => companies.map((people) => people.filter(test).length);
const repeats = (key: (person: Person) => string | null) =>
	companies.map((people) => {
		const seen = new Set<string>();
		let repeated = 0;
		for (const person of people) {
			const value = key(person);
			if (value === null) continue;
			if (seen.has(value)) repeated++;
			else seen.add(value);
		}
		return repeated;
	});
const alias = (person: Person) => person.userPrincipalName.split('@')[0] as string;
/** GitHub's name of a user before the enterprise's short code: letters, digits and hyphens. */
const gitHubName = (person: Person) => alias(person).replace(/[^a-z0-9]/g, '-');

describe('golden numbers of the sample company, at 25, 500, 10,000 and 100,000 people', () => {
	it.each([
		['Sales', [6, 124, 2618, 29_301]],
		['Engineering', [6, 123, 2372, 21_818]],
		['Customer Support', [2, 73, 1559, 14_126]],
		['Finance', [3, 51, 1019, 10_141]],
		['Marketing', [2, 49, 918, 9217]],
		['HR', [1, 24, 469, 4813]],
		['IT', [2, 25, 437, 4696]],
		['Operations', [1, 21, 447, 4423]],
		['Executive', [1, 1, 1, 1]],
		[null, [1, 4, 105, 982]]
	])('counts the people of department %s', (name, golden) => {
		expect(count(({ department }) => department === name)).toEqual(golden);
	});

	it('O-20: counts the departments that end with a blank', () => {
		expect(count(({ department }) => department?.endsWith(' ') ?? false)).toEqual([0, 5, 55, 482]);
	});

	it('counts the third wave', () => {
		const wave = ['Sales', 'Customer Support', 'Marketing'];
		expect(count(({ department }) => wave.includes(department ?? ''))).toEqual([10, 246, 5095, 52_644]);
	});

	it('O-15: counts contingent workers and Fabrikam’s people', () => {
		expect(count(({ type }) => type === 'C')).toEqual([2, 55, 1150, 12_062]);
		expect(count((person) => person.userPrincipalName.endsWith('@fabrikam.com'))).toEqual([0, 77, 1513, 14_826]);
	});

	it('O-10: counts managers, teams and levels', () => {
		const shapes = companies.map((people) => {
			const reports = new Map<number, number>();
			const depth: number[] = [];
			for (const { index, manager } of people) {
				depth.push(manager === null ? 0 : (depth[manager] as number) + 1);
				if (manager !== null) reports.set(manager, (reports.get(manager) ?? 0) + 1);
				expect(depth.length).toBe(index + 1);
			}
			const deepest = depth.reduce((a, b) => Math.max(a, b), 0);
			return [reports.size, deepest, Math.max(...reports.values())];
		});
		expect(shapes).toEqual([
			[9, 3, 8],
			[65, 5, 11],
			[1252, 6, 11],
			[12_502, 7, 11]
		]);
	});

	it('O-13: counts repeated display names', () => {
		expect(repeats(({ displayName }) => displayName)).toEqual([1, 14, 332, 19_759]);
	});

	it('O-14: counts user names that needed a number', () => {
		const numbered = (person: Person) => person.index >= 25 && /\d@/.test(person.userPrincipalName);
		expect(count(numbered)).toEqual([0, 10, 267, 16_791]);
	});

	it('counts names too long for Slack and GitHub, and GitHub names that collide', () => {
		expect(count((person) => alias(person).length > 21)).toEqual([2, 93, 3227, 34_081]);
		expect(count((person) => `${gitHubName(person)}_ctso`.length > 39)).toEqual([1, 1, 1, 1]);
		expect(repeats(gitHubName)).toEqual([0, 3, 98, 5329]);
		expect(repeats((person) => alias(person).slice(0, 21)).slice(0, 3)).toEqual([0, 3, 142]);
	});

	it('counts display names in other scripts and with diacritics', () => {
		const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;
		expect(count(({ displayName }) => !latin.test(displayName))).toEqual([3, 99, 1771, 17_806]);
		const accented = ({ displayName }: Person) => latin.test(displayName) && /[^ -~]/.test(displayName);
		expect(count(accented)).toEqual([5, 108, 3436, 36_697]);
	});

	it('counts mail values that two people share', () => {
		const shared = companies.map((people) => {
			const users = new Map<string, number>();
			for (const { mail } of people) if (mail !== null) users.set(mail, (users.get(mail) ?? 0) + 1);
			return [...users.values()].filter((n) => n > 1).length;
		});
		expect(shared).toEqual([0, 0, 8, 484]);
	});

	it('O-16: counts the edges of joiners and leavers', () => {
		expect(count(({ edge }) => edge === 'futureHire')).toEqual([0, 5, 99, 1069]);
		expect(count(({ edge }) => edge === 'futureTermination')).toEqual([0, 6, 113, 1007]);
	});
});
