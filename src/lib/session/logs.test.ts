import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { LogExport } from '#lib/views/logs/log-export';
import { changed } from '#lib/views/testing.fixture';
import { exportLogs, type LogRecord } from './logs';
import { readCsv } from './people/csv';

function records(): readonly LogRecord[] {
	return finish(new LogExport(changed(), {}).begin()).part(0, 100);
}

function table(text: string): Record<string, string>[] {
	const read = readCsv(text);
	if ('error' in read) throw new Error(read.error.message);
	const [head, ...rows] = read;
	return rows.map(({ cells }) => Object.fromEntries(head!.cells.map((name, at) => [name, cells[at] ?? ''])));
}

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
} as unknown as LogRecord;

describe('the files of a log download', () => {
	it('C-529: three CSV files hold every row, step and modified property, joined by the change id', () => {
		const rows = records();
		const { csv } = exportLogs({ rows });
		expect(Object.keys(csv)).toEqual([
			'ProvisioningLogs.csv',
			'ProvisioningLogs_ProvisioningSteps.csv',
			'ProvisioningLogs_ModifiedProperties.csv'
		]);
		const [main, steps, modified] = Object.values(csv).map(table);
		expect(main!.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
		const ids = new Set(main!.map(({ changeId }) => changeId));
		for (const { changeId } of [...steps!, ...modified!]) expect(ids).toContain(changeId);
		expect(steps).toHaveLength(rows.reduce((sum, { provisioningSteps }) => sum + provisioningSteps.length, 0));
		expect(modified).toHaveLength(rows.reduce((sum, { modifiedProperties }) => sum + modifiedProperties.length, 0));
		expect(modified!.length).toBeGreaterThan(3);
	});

	it('the JSON has the members of a provisioningObjectSummary, one service principal and null for no error', () => {
		const rows = records();
		const read = JSON.parse(exportLogs({ rows }).json) as LogRecord[];
		expect(read).toEqual(rows);
		expect(Object.keys(read[0]!).sort()).toEqual(
			[
				...'activityDateTime changeId cycleId durationInMilliseconds id initiatedBy jobId modifiedProperties'.split(
					' '
				),
				...'provisioningAction provisioningStatusInfo provisioningSteps servicePrincipal sourceIdentity'.split(' '),
				...'sourceSystem targetIdentity targetSystem tenantId'.split(' ')
			].sort()
		);
		const well = read.find(({ provisioningStatusInfo }) => provisioningStatusInfo.status === 'success')!;
		expect(well.provisioningStatusInfo.errorInformation).toBeNull();
		expect(Object.keys(well.servicePrincipal).sort()).toEqual(['displayName', 'id']);
		expect(Object.keys(well.provisioningSteps[0]!).sort()).toEqual(
			['description', 'details', 'name', 'provisioningStepType', 'status'].sort()
		);
	});

	it('C-492, C-493, C-531: the stream counts types and statuses of steps, and names the result as Log Analytics does', () => {
		const [failed, well] = exportLogs({ rows: [row, records()[0]!] })
			.streamed.trimEnd()
			.split('\n');
		const first = JSON.parse(failed!) as Record<string, never>;
		expect(first).toMatchObject({
			category: 'ProvisioningLogs',
			resultType: 'Failure',
			resultSignature: 'Conflict',
			resultDescription: 'He said "no", twice'
		});
		expect(first.properties).toMatchObject({ provisioningSteps: [{ provisioningStepType: 0, status: 0 }] });
		const second = JSON.parse(well!) as { durationMs: number; properties: LogRecord };
		const steps = records()[0]!.provisioningSteps;
		const numbers = { import: 0, scoping: 1, matching: 2, processing: 3, referenceResolution: 4, export: 5 };
		expect(second.properties.provisioningSteps.map(({ provisioningStepType }) => provisioningStepType)).toEqual(
			steps.map(({ provisioningStepType }) => numbers[provisioningStepType])
		);
		expect(second.durationMs).toBe(records()[0]!.durationInMilliseconds);
	});

	it('quotes what holds a comma or a quote, and doubles the quotes', () => {
		expect(exportLogs({ rows: [row] }).csv['ProvisioningLogs.csv']).toContain('Conflict,"He said ""no"", twice"');
	});

	it('leaves an old value empty where there was none (C-510)', () => {
		const { csv } = exportLogs({ rows: [row] });
		expect(csv['ProvisioningLogs_ModifiedProperties.csv']).toContain('change 1,userName,,a@b\r\n');
	});
});
