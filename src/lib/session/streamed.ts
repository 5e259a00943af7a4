import type { LogRecord } from './logs';

/** C-492: in streamed logs the type of a step is a number. */
const types = { import: 0, scoping: 1, matching: 2, processing: 3, referenceResolution: 4, export: 5 } as const;
/** C-493: so is its status. */
const statuses = { success: 0, failure: 1, skipped: 2, warning: 3 } as const;
/** C-531: what the table in Log Analytics calls the result. */
const results = { success: 'Success', failure: 'Failure', skipped: 'Skipped', warning: 'Warning' } as const;

/** Rows as diagnostic settings stream them to Azure Monitor: one record a line. */
export function streamed(rows: readonly LogRecord[]): string {
	return rows.map((row) => `${JSON.stringify(recordOf(row))}\n`).join('');
}

function recordOf(row: LogRecord) {
	const status = row.provisioningStatusInfo.status as keyof typeof results;
	const error = (row.provisioningStatusInfo.errorInformation ?? {}) as { errorCode?: string; reason?: string };
	return {
		time: row.activityDateTime,
		resourceId: `/tenants/${row.tenantId}/providers/Microsoft.aadiam`,
		operationName: 'Provisioning activity',
		operationVersion: '1.0',
		category: 'ProvisioningLogs',
		tenantId: row.tenantId,
		resultType: results[status],
		resultSignature: error.errorCode ?? '',
		resultDescription: error.reason ?? '',
		durationMs: row.durationInMilliseconds,
		correlationId: row.cycleId,
		properties: {
			...row,
			provisioningSteps: row.provisioningSteps.map((step) => ({
				...step,
				provisioningStepType: types[step.provisioningStepType],
				status: statuses[step.status]
			}))
		}
	};
}
