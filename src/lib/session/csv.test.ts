import { describe, expect, it } from 'vitest';
import { csv } from './csv';

const lines = (...cells: unknown[]) =>
	csv(
		['Value'],
		cells.map((cell) => [cell])
	)
		.split('\r\n')
		.slice(1, -1);

describe('a file of comma-separated values', () => {
	it('quotes a cell with a comma, a quotation mark or a line break', () => {
		expect(lines('a,b', 'say "no"', 'plain')).toEqual(['"a,b"', '"say ""no"""', 'plain']);
	});

	it('holds no cell that a spreadsheet would run', () => {
		const formulas = ['=1+1', '@SUM(A1)', '+cmd()', '-A1', '\t=1'];
		expect(lines(...formulas)).toEqual(formulas.map((text) => `'${text}`));
		expect(lines('=HYPERLINK("x")')).toEqual([`"'=HYPERLINK(""x"")"`]);
	});

	it('leaves telephone numbers, negative numbers and objects as they are', () => {
		expect(lines('+1 (425) 555-0100', -5, '-', { a: 1 }, null)).toEqual([
			'+1 (425) 555-0100',
			'-5',
			'-',
			'"{""a"":1}"',
			''
		]);
	});
});
