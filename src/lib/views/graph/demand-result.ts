import type { Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import type { LogRowDetails } from '../logs/log-row';
import { onDemand } from '../logs/on-demand';
import type { Step } from '../logs/steps';
import { isoTime } from '../time';
import { GraphError, graphHost } from './answer';

/** C-414: a short verdict and a full record, both of them JSON as text. */
export function demandResult(world: World, app: AppRow, job: number): Json {
	const { cycles, cyclesByJob } = world.tables;
	const cycle = cyclesByJob
		.get(job)
		.map((slot) => cycles.get(slot)!)
		.findLast(({ kind }) => kind === 'demand')!;
	const run = onDemand(world, { cycle: cycle.slot });
	if (!run || run.running) throw new GraphError(504, 'GatewayTimeout', `${app.name} did not answer in time.`);
	const told = run.row
		? fromRow(run.row, cycle.startedAt, cycle.endedAt!)
		: fromAbort(app, run.steps[0]?.description ?? '', cycle.startedAt, cycle.endedAt!);
	return {
		'@odata.context': `${graphHost}/beta/$metadata#microsoft.graph.stringKeyStringValuePair`,
		key: JSON.stringify(told.verdict),
		value: JSON.stringify(told.record)
	};
}

function fromRow({ row, graph, troubleshooting, sentence }: LogRowDetails, began: number, ended: number) {
	const { provisioningSteps: steps, sourceIdentity, targetIdentity, sourceSystem, targetSystem } = graph;
	const last = steps.filter(({ name }) => name !== 'EntryReferenceResolution').at(-1);
	const message = row.status === 'Success' ? null : (troubleshooting?.reason ?? last?.description ?? sentence);
	const named = (id: string | null, name: string) => ({ id, name, details: null });
	return {
		// C-415.
		verdict: { result: row.status, details: { errorCode: row.code || null, errorMessage: message } },
		record: {
			action: row.action,
			changeId: graph.changeId,
			startTime: isoTime(began),
			endTime: isoTime(ended),
			modifiedProperties: row.status === 'Skipped' ? imported(steps) : graph.modifiedProperties,
			provisioningSteps: steps.map((step, place) =>
				stepOf(step, began + Math.round(((ended - began) * place) / steps.length))
			),
			reportableIdentifier: last?.details.ReportableIdentifier ?? row.identity,
			statusInfo: statusInfo(row.status, graph.provisioningStatusInfo.errorInformation),
			sourceIdentity: { id: sourceIdentity.id, type: sourceIdentity.identityType, displayName: null, details: null },
			sourceSystem: named(null, sourceSystem.displayName),
			targetIdentity: {
				id: targetIdentity.id || null,
				type: targetIdentity.identityType,
				displayName: null,
				details: null
			},
			targetSystem: named(null, targetSystem.displayName)
		}
	};
}

/** The connection failed: nothing was read, and no row was written. */
function fromAbort({ name }: AppRow, reason: string, began: number, ended: number) {
	const description = reason || `The connection to ${name} failed.`;
	return {
		verdict: {
			result: 'Failure',
			details: { errorCode: 'CredentialValidationUnavailable', errorMessage: description }
		},
		record: {
			action: 'Other',
			startTime: isoTime(began),
			endTime: isoTime(ended),
			modifiedProperties: [],
			provisioningSteps: [],
			statusInfo: statusInfo('Failure', {
				errorCode: 'CredentialValidationUnavailable',
				reason: description,
				additionalDetails: null,
				errorCategory: 'nonServiceFailure',
				recommendedAction: null
			})
		}
	};
}

function statusInfo(status: string, error: Json): Json {
	const none = { errorCode: null, reason: null, additionalDetails: null, errorCategory: null, recommendedAction: null };
	return { status, ...((error as typeof none | null) ?? none) };
}

/** A run that changed nothing lists what it read (in cycles such a row is empty: C-512). */
function imported(steps: readonly Step[]): Json[] {
	const read = steps.find(({ provisioningStepType }) => provisioningStepType === 'import')?.details ?? {};
	return Object.entries(read).map(([displayName, newValue]) => ({ displayName, oldValue: null, newValue }));
}

/** The names of the scoping details, which the log spells out. */
const scopingNames: readonly (readonly [label: RegExp, name: string])[] = [
	[/^Active in the source system$/, 'IsActive'],
	[/^Assigned to the application$/, 'Assigned'],
	[/has the required role$/, 'IsEffectivelyEntitledForProvisioning'],
	[/^Scoping filter evaluation passed$/, 'IsInProvisioningScopeDisplayName']
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function stepOf({ name, provisioningStepType, status, description, details }: Step, at: number): Json {
	const isImport = provisioningStepType === 'import';
	const renamed = Object.entries(details)
		.filter(([label]) => label !== 'ReportableIdentifier')
		.map(([label, value]) => [scopingNames.find(([pattern]) => pattern.test(label))?.[1] ?? label, value]);
	return {
		name: isImport ? 'EntryImport' : name,
		type: capital(provisioningStepType),
		status: capital(status),
		description: isImport
			? description.replace(/^Received (.*) change of type \(\w+\) from/, 'Retrieved $1 from')
			: description,
		timestamp: isoTime(at),
		details: Object.fromEntries(renamed) as Json
	};
}
