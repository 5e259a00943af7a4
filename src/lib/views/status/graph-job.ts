import type { Json } from '#lib/engine/base';
import type { ConfigRow, Execution, JobRow } from '#lib/engine/job/records';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { objectName } from '../apps/object-name';
import { profileOf } from '../profile';
import { isoDuration, isoTime } from '../time';
import { statusCode } from './code';
import { linkCounts } from './counts';
import { progressOf } from '#lib/engine/job/progress';

/** C-032: what stands where there is no moment yet, and where no cycle is planned. */
const never = '0001-01-01T00:00:00Z';
const unscheduled = 'P10675199DT2H48M5.4775807S';

/** C-063: what Graph reports for the interval of the generation, which in 2021 was not the one observed (C-015). */
function intervalOf(world: World, { intervalMs }: JobRow): string {
	const era = world.sim.host.tenant.era;
	return intervalMs === era.intervalMs ? era.scheduleInterval : isoDuration(intervalMs);
}

/** C-443 to C-459: the synchronization job as Microsoft Graph gives it. */
export function graphJob(world: World, job: JobRow): { readonly [name: string]: Json } {
	const { seedText } = world.sim.host.tenantRow;
	const config = world.sim.host.config(job.config);
	const app = world.tables.apps.get(job.app)!;
	const isOn = job.schedule === 'Active';
	const { users, groups } = linkCounts(world, job.slot);
	const cycle = job.cycle === null ? null : world.tables.cycles.get(job.cycle);
	const progress = cycle ? progressOf(cycle, world.tables.plans.get(cycle.plan)!) : null;
	const execution = (row: Execution | null) => row && executionOf(seedText, row);
	return {
		id: job.id,
		templateId: job.id.split('.')[0]!,
		schedule: {
			expiration: null,
			interval: isOn ? intervalOf(world, job) : unscheduled,
			// C-029.
			state: job.schedule
		},
		status: {
			code: statusCode(job, isConfigured(app, config)),
			countSuccessiveCompleteFailures: job.successiveFailures,
			escrowsPruned: job.escrowsPruned,
			steadyStateFirstAchievedTime: job.steadyFirst === null ? never : isoTime(job.steadyFirst),
			steadyStateLastAchievedTime: job.steadyLast === null ? never : isoTime(job.steadyLast),
			lastExecution: execution(job.last),
			lastSuccessfulExecution: execution(job.lastSuccessful),
			lastSuccessfulExecutionWithExports: execution(job.lastWithExports),
			progress: progress
				? [
						{
							completedUnits: progress.donePages,
							totalUnits: progress.pages,
							units: 'Pages',
							progressObservationDateTime: isoTime(world.clock)
						}
					]
				: [],
			quarantine: quarantineOf(job),
			// C-031, C-457.
			synchronizedEntryCountByType: job.everStarted
				? [
						{ key: `User to ${objectName(app, 'users')}`, value: users },
						{ key: `Group to ${objectName(app, 'groups')}`, value: groups }
					]
				: [],
			troubleshootingUrl: null
		},
		synchronizationJobSettings: settingsOf(config)
	};
}

/** Whether there is something to connect with; a job from human resources connects through an agent or not at all. */
export function isConfigured(app: AppRow, { secrets }: ConfigRow): boolean {
	return profileOf(app).credentials.fields.every(({ secret }) => !secret) || Object.keys(secrets).length > 0;
}

/** C-035: settings are texts. */
function settingsOf({ deletionThreshold }: ConfigRow): Json {
	return [
		// C-251: the usual number where the prevention is off.
		{ name: 'QuarantineTooManyDeletesThreshold', value: String(deletionThreshold ?? 500) },
		{ name: 'AllowDefaultEntitlement', value: 'False' },
		{ name: 'AzureIngestionAttributeOptimization', value: 'False' },
		{ name: 'LookaheadQueryEnabled', value: 'False' }
	];
}

function quarantineOf({ quarantine }: JobRow): Json {
	if (!quarantine) return null;
	return {
		reason: quarantine.reason,
		currentBegan: isoTime(quarantine.currentBegan),
		seriesBegan: isoTime(quarantine.seriesBegan),
		seriesCount: quarantine.seriesCount,
		nextAttempt: isoTime(quarantine.nextAttempt),
		// C-458.
		error: quarantine.error && { ...quarantine.error, tenantActionable: true }
	};
}

/** C-451 to C-454. */
function executionOf(seedText: string, { cycle, state, began, ended, counts, error }: Execution): Json {
	return {
		activityIdentifier: guid(seedText, 'cycle', cycle),
		state,
		timeBegan: isoTime(began),
		timeEnded: isoTime(ended),
		error: error === null ? null : { code: error, message: error, tenantActionable: true },
		countEntitled: counts.entitled,
		countEntitledForProvisioning: counts.entitled,
		countEscrowed: counts.escrowed,
		countEscrowedRaw: counts.escrowed,
		countExported: counts.exported,
		countExports: counts.exports,
		countImported: counts.imported,
		countImportedDeltas: counts.importedDeltas,
		countImportedReferenceDeltas: 0
	};
}
