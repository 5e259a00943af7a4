import { describe, expect, it } from 'vitest';
import { generatePeople } from '../sample/generate';
import { defaultSeats, LOOKUP_TABLES } from './settings';

const five = generatePeople('contoso-2026', 500);

describe('what applications allow', () => {
	it('gives seats by default to nine of ten assigned, and fifty to DocuSign', () => {
		expect(defaultSeats('salesforce', 500, 25)).toEqual({ seats: 22, basic: null });
		expect(defaultSeats('dropbox', 500, 25)).toEqual({ seats: 475, basic: null });
		expect(defaultSeats('zoom', 25, 25)).toEqual({ seats: 12, basic: 9999 });
		expect(defaultSeats('docusign', 500, 25)).toEqual({ seats: 50, basic: null });
		expect(defaultSeats('slack', 500, 25)).toEqual({ seats: null, basic: null });
	});

	it('A-124, A-342: lists the locations and departments of ServiceNow and SAP, without LA and Customer Support', () => {
		const { servicenow, sapcis } = LOOKUP_TABLES;
		expect(servicenow?.department).toHaveLength(9);
		expect(servicenow?.location).toContain('Los Angeles');
		expect(servicenow?.location).toContain('Kraków');
		expect(servicenow?.location).not.toContain('LA');
		expect(servicenow?.location?.some((label) => label.startsWith('HQ-'))).toBe(false);
		expect(sapcis?.department).toContain('Support');
		expect(sapcis?.department).not.toContain('Customer Support');
		const refused = five.filter(({ city }) => !servicenow?.location?.includes(city)).map(({ index }) => index);
		expect(refused).toEqual([6, 32, 125]);
	});
});
