import { describe, expect, it } from 'vitest';
import { hashChange } from './hash';

const row = {
	slot: 1,
	due: 1_772_438_400_000,
	state: null,
	counts: { done: 1, failed: 0 },
	resource: { id: 'a', data: { userName: 'ada', emails: [{ value: 'a@contoso.com' }] } }
};
const later = { ...row, due: row.due + 200, counts: { ...row.counts, done: 2 } };

describe('the chain of changes', () => {
	it('compares values and no references: rows that were stored and brought back chain alike', () => {
		const [before, after] = structuredClone([row, later]);
		expect(hashChange(before!, after!, 7)).toBe(hashChange(row, later, 7));
		expect(hashChange(structuredClone(row), later, 7)).toBe(hashChange(row, later, 7));
	});

	it('tells every change of a value from every other, however deep it lies', () => {
		const { emails } = row.resource.data;
		const data = (changed: object) => ({ ...row, resource: { ...row.resource, data: changed } });
		const changes = [
			row,
			later,
			{ ...row, slot: 2 },
			{ ...row, state: 'Failed' },
			{ ...row, state: false },
			{ ...row, counts: { done: 0, failed: 1 } },
			{ ...row, counts: { done: 1, failed: 1 } },
			{ ...row, due: row.due + 0.5 },
			data({ userName: 'ada' }),
			data({ emails }),
			data({ userName: 'ada', emails: [] }),
			data({ userName: 'ada', emails: [...emails, ...emails] }),
			data({ userName: 'ada', emails, title: 'Head' }),
			data({ userName: 'adb', emails }),
			null
		];
		const hashes = changes.map((change) => hashChange(row, change, 7));
		expect(new Set(hashes).size).toBe(changes.length);
		expect(new Set(changes.map((change) => hashChange(undefined, change, 7))).size).toBe(changes.length);
	});

	it('a row that is written as it was is no change', () => {
		expect(hashChange(row, structuredClone(row), 7)).toBe(7);
	});
});
