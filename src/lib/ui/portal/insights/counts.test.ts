import { describe, expect, it } from 'vitest';
import { byStatus, horizontal } from './counts';
import { labelLines } from './label-lines';

describe('the labels of bars', () => {
	it('write a number as the axis below and every other place do', () => {
		const counts = [{ name: 'Success', count: 1006 }];
		expect(horizontal(counts).labels).toEqual(['Success  1,006']);
		expect(byStatus(counts).labels).toEqual(['Success  1,006']);
	});

	it('are broken between the words of an error, where one line has no room beside the bars', () => {
		expect(labelLines('MandatoryFieldsMissing  33')).toEqual(['MandatoryFields', 'Missing  33']);
		expect(labelLines('SystemForCrossDomainIdentityManagementBadResponse  1')).toEqual([
			'SystemForCrossDomain',
			'IdentityManagement',
			'BadResponse  1'
		]);
		expect(labelLines('Success  1,006')).toEqual(['Success  1,006']);
	});
});
