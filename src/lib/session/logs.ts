import type { ViewData } from '#lib/views';
import { csv, type Cell } from './csv';
import { streamed } from './streamed';

/** A row of the provisioning log as Microsoft Graph lists it (C-477). */
export type LogRecord = NonNullable<ViewData<'logRow'>>['graph'];

/** What a download of the provisioning logs holds: three CSV files that the change id joins (C-529), JSON, and the stream. */
export interface LogFiles {
	readonly csv: { readonly [file in CsvFile]: string };
	readonly json: string;
	/** As diagnostic settings send the rows to Azure Monitor, one a line. */
	readonly streamed: string;
}
export type CsvFile =
	'ProvisioningLogs.csv' | 'ProvisioningLogs_ProvisioningSteps.csv' | 'ProvisioningLogs_ModifiedProperties.csv';

/** Rows of the provisioning log as the files of a download. */
export function exportLogs({ rows }: { readonly rows: readonly LogRecord[] }): LogFiles {
	// Of a hundred thousand rows only what is wanted is written out.
	return {
		get csv() {
			return {
				'ProvisioningLogs.csv': logs(rows),
				'ProvisioningLogs_ProvisioningSteps.csv': steps(rows),
				'ProvisioningLogs_ModifiedProperties.csv': modified(rows)
			};
		},
		get json() {
			return JSON.stringify(rows, null, 2);
		},
		get streamed() {
			return streamed(rows);
		}
	};
}

function logs(rows: readonly LogRecord[]): string {
	const heads = [
		'id',
		'activityDateTime',
		'tenantId',
		'jobId',
		'cycleId',
		'changeId',
		'provisioningAction',
		'durationInMilliseconds',
		'status',
		'errorCode',
		'reason',
		'recommendedAction',
		'sourceSystem',
		'targetSystem',
		'sourceIdentityId',
		'sourceIdentityDisplayName',
		'sourceIdentityType',
		'targetIdentityId',
		'targetIdentityType',
		'initiatedBy',
		'servicePrincipalId',
		'servicePrincipalDisplayName'
	];
	return csv(
		heads,
		rows.map((row) => {
			const error = (row.provisioningStatusInfo.errorInformation ?? {}) as Record<string, Cell>;
			return [
				row.id,
				row.activityDateTime,
				row.tenantId,
				row.jobId,
				row.cycleId,
				row.changeId,
				row.provisioningAction,
				row.durationInMilliseconds,
				row.provisioningStatusInfo.status,
				error.errorCode,
				error.reason,
				error.recommendedAction,
				row.sourceSystem.displayName,
				row.targetSystem.displayName,
				row.sourceIdentity.id,
				row.sourceIdentity.displayName,
				row.sourceIdentity.identityType,
				row.targetIdentity.id,
				row.targetIdentity.identityType,
				row.initiatedBy.displayName,
				row.servicePrincipal.id,
				row.servicePrincipal.displayName
			];
		})
	);
}

function steps(rows: readonly LogRecord[]): string {
	return csv(
		['changeId', 'name', 'provisioningStepType', 'status', 'description', 'details'],
		rows.flatMap(({ changeId, provisioningSteps }) =>
			provisioningSteps.map(({ name, provisioningStepType, status, description, details }) => [
				changeId,
				name,
				provisioningStepType,
				status,
				description,
				details
			])
		)
	);
}

function modified(rows: readonly LogRecord[]): string {
	return csv(
		['changeId', 'displayName', 'oldValue', 'newValue'],
		rows.flatMap(({ changeId, modifiedProperties }) =>
			(modifiedProperties as readonly Record<string, Cell>[]).map(({ displayName, oldValue, newValue }) => [
				changeId,
				displayName,
				oldValue,
				newValue
			])
		)
	);
}
