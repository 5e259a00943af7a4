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

	it('H-402: may be nested as SCIM has them, and stand in a bulk request', () => {
		const data = { externalId: '1', name: { givenName: 'Nora', familyName: 'Lindqvist' } };
		const record = { externalId: '1', givenName: 'Nora', surname: 'Lindqvist' };
		expect(readRecords(JSON.stringify([data]))).toMatchObject({ records: [record] });
		const bulk = {
			schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
			Operations: [{ method: 'POST', data }]
		};
		expect(readRecords(JSON.stringify(bulk))).toMatchObject({ records: [record] });
	});

	it('H-404: are refused with the place where they are no JSON or no object, or a list stands where a value should', () => {
		expect(problem('{"externalId": ')).toContain('400 Invalid Data Format');
		expect(problem('[1]')).toContain('Record 1, which the service answers with 400 Invalid Data Format');
		expect(problem('[{"externalId":"1"},{"tags":["new"]}]')).toContain('Record 2');
	});
});
