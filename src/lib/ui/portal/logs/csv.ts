import type { ViewData } from '#lib/views';

export type GraphRow = NonNullable<ViewData<'logRow'>>['graph'];

type Cell = unknown;

/** RFC 4180: quoted where a comma, a quote or a line break is inside. */
function cell(value: Cell): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** C-529: rows, steps and modified properties, joined by the change id. */
export function csvFiles(rows: readonly GraphRow[]): Record<string, string> {
	return {
		'ProvisioningLogs.csv': logs(rows),
		'ProvisioningLogs_ProvisioningSteps.csv': steps(rows),
		'ProvisioningLogs_ModifiedProperties.csv': modified(rows)
	};
}

function logs(rows: readonly GraphRow[]): string {
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

function steps(rows: readonly GraphRow[]): string {
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

function modified(rows: readonly GraphRow[]): string {
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
