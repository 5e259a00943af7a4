import { describe, expect, it } from 'vitest';
import { csvFiles, type GraphRow } from './csv';

const system = { id: 's', displayName: 'Microsoft Entra ID', details: {} };
const row = {
	id: 'row 1',
	changeId: 'change 1',
	provisioningAction: 'create',
	provisioningStatusInfo: {
		status: 'failure',
		errorInformation: { errorCode: 'Conflict', reason: 'He said "no", twice' }
	},
	provisioningSteps: [
		{
			name: 'EntryImportAdd',
			provisioningStepType: 'import',
			status: 'success',
			description: "Received User 'a@b' change",
			details: { objectId: '7' }
		}
	],
	modifiedProperties: [{ displayName: 'userName', oldValue: null, newValue: 'a@b' }],
	sourceSystem: system,
	targetSystem: system,
	sourceIdentity: { ...system, identityType: 'User' },
	targetIdentity: { ...system, id: '', identityType: 'urn' },
	initiatedBy: { id: '', displayName: 'Azure AD Provisioning Service', initiatorType: 'system' },
	servicePrincipal: { id: 'p', displayName: 'Quillpad' }
} as unknown as GraphRow;

describe('the CSV download', () => {
	it('gives three files that the change id joins (C-529)', () => {
		const files = csvFiles([row]);
		expect(Object.keys(files)).toEqual([
			'ProvisioningLogs.csv',
			'ProvisioningLogs_ProvisioningSteps.csv',
			'ProvisioningLogs_ModifiedProperties.csv'
		]);
		for (const text of Object.values(files)) expect(text.split('\r\n')[1]).toContain('change 1');
	});

	it('quotes what holds a comma or a quote, and doubles the quotes', () => {
		expect(csvFiles([row])['ProvisioningLogs.csv']).toContain('Conflict,"He said ""no"", twice"');
	});

	it('leaves an old value empty where there was none (C-510)', () => {
		expect(csvFiles([row])['ProvisioningLogs_ModifiedProperties.csv']).toContain('change 1,userName,,a@b\r\n');
	});
});
