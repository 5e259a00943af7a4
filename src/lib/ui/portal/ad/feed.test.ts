import { describe, expect, it } from 'vitest';
import { feedRecords, sampleFeed } from './feed';

describe('a list for on-premises human resources', () => {
	it('is read by the names in its first line, and an empty cell says nothing', () => {
		const read = feedRecords('employeeID;sn;enabled\n1000900;Fischer;FALSE\n1000901;;');
		expect(read).toEqual({
			records: [{ employeeID: '1000900', sn: 'Fischer', enabled: false }, { employeeID: '1000901' }]
		});
		expect(feedRecords(sampleFeed)).toMatchObject({ records: [{ sn: 'Fischer' }, { sn: 'Müller' }] });
	});

	it('says what keeps it from being read, and where', () => {
		const problem = (text: string) => (feedRecords(text) as { problem: string }).problem;
		expect(problem('sn\nFischer')).toMatch(/including employeeID/);
		expect(problem('employeeID,sn')).toMatch(/no record/);
		expect(problem('employeeID,sn\n,Fischer')).toBe('Line 2 has no employeeID.');
		expect(problem('employeeID,sn\n1,"Fischer')).toMatch(/^Line 2: a quotation mark/);
	});
});
