import { describe, expect, it } from 'vitest';
import { extraCounts, guest, layout } from './extras';
import { formerWorkers } from './former';

const seed = 'contoso-2026';

describe('objects besides the persons', () => {
	it('O-21: are counted by the size of the company', () => {
		const counts = (size: number) => Object.values(extraCounts(size));
		expect(counts(25)).toEqual([1, 3, 2, 0, 1]);
		expect(counts(500)).toEqual([10, 4, 4, 10, 6]);
		expect(counts(10_000)).toEqual([200, 23, 52, 200, 101]);
	});

	it('stand behind the persons in the order of their creation', () => {
		expect(layout(25, false, false)).toMatchObject({ guests: { from: 25, to: 26 }, next: 26 });
		expect(layout(25, true, true)).toMatchObject({
			serviceAccounts: { from: 26, to: 29 },
			sharedMailboxes: { from: 29, to: 31 },
			breakGlass: { from: 31, to: 33 },
			adOnly: { from: 33, to: 34 },
			next: 34
		});
	});

	it('begin with Sam Partner of adatum.com, and give every other guest an address of their own', () => {
		expect(guest(seed, 0).mail).toBe('sam@adatum.com');
		const addresses = Array.from({ length: 200 }, (_, n) => guest(seed, n).mail);
		expect(new Set(addresses).size).toBe(200);
		for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@(adatum\.com|tailspin\.example)$/);
	});

	it('include workers who left before 2015, and whom only HR remembers', () => {
		const workers = formerWorkers(seed, 500);
		expect(workers).toHaveLength(10);
		for (const { hireDate, lastDay } of workers) expect(hireDate < lastDay && lastDay < '2015').toBe(true);
	});
});
