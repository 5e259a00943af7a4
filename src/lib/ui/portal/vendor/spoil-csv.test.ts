import { describe, expect, it } from 'vitest';
import { mishaps } from './spoil-csv';

const csv =
	'employee_no,email,first_name,last_name,department,status\r\n' +
	'00010002,ada@contoso.com,Ada,Fields,Sales,active\r\n' +
	'00010007,ben@contoso.com,Ben,Müller,Sales,active\r\n';

const spoiled = (id: string) => mishaps.find((one) => one.id === id)!.spoil(csv);

describe('what goes wrong with files in offices (A-435)', () => {
	it('a spreadsheet drops the leading zeros, and nothing else', () => {
		expect(spoiled('zeros')).toBe(csv.replaceAll('\r\n000', '\r\n'));
	});

	it('columns change places in the header too', () => {
		expect(spoiled('order').split('\r\n').slice(0, 2)).toEqual([
			'email,employee_no,first_name,last_name,department,status',
			'ada@contoso.com,00010002,Ada,Fields,Sales,active'
		]);
	});

	it('letters outside of ASCII are misread', () => {
		expect(spoiled('encoding')).toContain('Ben,MÃ¼ller');
	});

	it('one row is forgotten or pasted twice', () => {
		expect(spoiled('leaver')).not.toContain('ben@');
		expect(spoiled('twice').match(/ada@/g)).toHaveLength(2);
	});

	it('a file without rows stays a file', () => {
		for (const { spoil } of mishaps) expect(spoil('employee_no,email\r\n')).toMatch(/^(email|employee_no),/);
	});
});
