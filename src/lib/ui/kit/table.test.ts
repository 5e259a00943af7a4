import { describe, expect, it } from 'vitest';
import { nextSorting, sorted, type Column } from './table';

interface Row {
	name: string;
	took: number;
}
const rows: Row[] = [
	{ name: 'user 10', took: 3 },
	{ name: 'User 9', took: 3 },
	{ name: 'user 2', took: 1 }
];
const columns: Column<Row>[] = [
	{ id: 'name', head: 'Identity', text: (row) => row.name },
	{ id: 'took', head: 'Duration', text: (row) => `${row.took} s`, order: (row) => row.took },
	{ id: 'fixed', head: 'Fixed', text: (row) => row.name, order: false }
];
const names = (list: readonly Row[]) => list.map((row) => row.name);

describe('sorting a table', () => {
	it('sorts words as a person would: numbers by value, letter case ignored', () => {
		expect(names(sorted(rows, columns, { column: 'name', down: false }))).toEqual(['user 2', 'User 9', 'user 10']);
	});

	it('sorts by the number behind the text and leaves equal rows as they came', () => {
		expect(names(sorted(rows, columns, { column: 'took', down: true }))).toEqual(['user 10', 'User 9', 'user 2']);
	});

	it('leaves the rows alone when nothing, or nothing that can be sorted, is chosen', () => {
		expect(sorted(rows, columns, null)).toBe(rows);
		expect(sorted(rows, columns, { column: 'fixed', down: false })).toBe(rows);
	});

	it('goes up, down and back to the first order with three clicks on a head', () => {
		const up = nextSorting(null, 'name');
		const down = nextSorting(up, 'name');
		expect([up, down, nextSorting(down, 'name')]).toEqual([
			{ column: 'name', down: false },
			{ column: 'name', down: true },
			null
		]);
		expect(nextSorting(down, 'took')).toEqual({ column: 'took', down: false });
	});
});
