import { describe, expect, it } from 'vitest';
import { readRecords, sampleText } from './records';

const problem = (text: string) => {
	const read = readRecords(text);
	return 'problem' in read ? read.problem : null;
};

describe('the records of an upload', () => {
	it('are a list of flat records, or a single one', () => {
		expect(readRecords(sampleText)).toMatchObject({ records: [{ externalId: '9000001', active: true }] });
		expect(readRecords('{"externalId": "1"}')).toEqual({ records: [{ externalId: '1' }] });
	});

	it('H-404: are refused with the place where they are no JSON, no object or nested', () => {
		expect(problem('{"externalId": ')).toContain('400 Invalid Data Format');
		expect(problem('[1]')).toBe('Record 1 is no object with attributes.');
		expect(problem('[{"externalId":"1"},{"name":{"givenName":"Nora"}}]')).toContain('Record 2: name');
	});
});
