import type { Json } from '#lib/engine/base';
import type { Execution, JobRow } from '#lib/engine/job/records';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import { isoDuration, isoTime } from '../time';
import { statusCode } from './code';
import { linkCounts } from './counts';
import { progressOf } from './progress';

/** C-443 to C-459: the synchronization job as Microsoft Graph gives it. */
export function graphJob(world: World, job: JobRow): { readonly [name: string]: Json } {
	const { seedText } = world.sim.host.tenantRow;
	const { users, groups } = linkCounts(world, job.slot);
	const cycle = job.cycle === null ? null : world.tables.cycles.get(job.cycle);
	const progress = cycle ? progressOf(cycle, world.tables.plans.get(cycle.plan)!) : null;
	const execution = (row: Execution | null) => row && executionOf(seedText, row);
	return {
		id: job.id,
		templateId: job.id.split('.')[0]!,
		schedule: {
			expiration: null,
			interval: isoDuration(job.intervalMs),
			state: job.schedule === 'Active' ? 'Active' : job.quarantine && job.offBy === 'quarantine' ? 'Disabled' : 'Paused'
		},
		status: {
			code: statusCode(job),
			countSuccessiveCompleteFailures: job.successiveFailures,
			escrowsPruned: job.escrowsPruned,
			steadyStateFirstAchievedTime: job.steadyFirst === null ? null : isoTime(job.steadyFirst),
			steadyStateLastAchievedTime: job.steadyLast === null ? null : isoTime(job.steadyLast),
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
			synchronizedEntryCountByType: [
				{ key: 'User', value: users },
				{ key: 'Group', value: groups }
			],
			troubleshootingUrl: null
		}
	};
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
