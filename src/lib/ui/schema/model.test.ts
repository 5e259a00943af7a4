import { describe, expect, it } from 'vitest';
import { cursorIn, membersOf } from './model';

describe('the place of the cursor in a schema', () => {
	it('is known by the member that is open, in texts that are not finished', () => {
		expect(cursorIn('{ "')).toEqual({ parent: '', member: null, quote: 2 });
		expect(cursorIn('{"synchronizationRules": [{"objectMappings": [{"enabled": true, "flow')).toMatchObject({
			parent: 'objectMappings',
			member: null
		});
		expect(cursorIn('{"attributeMappings": [{"source": {"name": "a"}, "flowType": "')).toMatchObject({
			parent: 'attributeMappings',
			member: 'flowType'
		});
		expect(cursorIn('{"scope": {"groups": [{"name": "{[\\"", "clauses": [{"operatorName": ')).toEqual({
			parent: 'clauses',
			member: 'operatorName',
			quote: null
		});
	});

	it('offers the members that stand there', () => {
		expect(membersOf('clauses').map(({ name }) => name)).toContain('operatorName');
		expect(membersOf('inputFilterGroups')).toBe(membersOf('groups'));
		expect(membersOf('elsewhere')).toEqual([]);
	});
});
