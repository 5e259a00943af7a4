import { expectedMinutes } from '#lib/engine/job/expected';
import { numberWords } from '../amounts';
import { MINUTE, spanWords } from '../timeline/words';
import { momentWords } from '../time';
import { nextTryWords, quarantineWords } from '../quarantine-words';
import { check, type Check } from './check';
import type { Situation } from './situation';

/** C-045, C-321, C-134: whether cycles are run at all. */
export function statusCheck({ job, app, now }: Situation): Check {
	const base = { id: 'status', looked: 'Provisioning Status' };
	const { quarantine } = job;
	if (quarantine && job.offBy === 'quarantine')
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-353',
			sentence: `${app.name} was switched off after four weeks in quarantine. Fix what Admin Credentials shows, then start it.`,
			mend: { to: 'overview', label: 'Start provisioning' }
		});
	if (quarantine)
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-321',
			sentence: `${app.name} is in quarantine: ${quarantineWords[quarantine.reason]}. ${nextTryWords(job, now)}.`,
			mend: { to: 'overview', label: 'Quarantine details' }
		});
	if (job.schedule === 'Paused')
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-134',
			sentence: `${app.name} is paused: its initial cycle failed for too many objects. Start it when the cause is fixed.`,
			mend: { to: 'failures', label: 'View the failures' }
		});
	if (job.schedule !== 'Active')
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-047',
			sentence: `Provisioning to ${app.name} is Off: nothing is created, updated or removed, whatever changes.`,
			mend: { to: 'overview', label: 'Start provisioning' }
		});
	return check({ ...base, verdict: 'in order', rule: 'C-045', sentence: 'Provisioning is On.' });
}

/** C-322: what the saved credentials get for an answer, now. */
export function connectionCheck(situation: Situation): Check {
	const { connection, app } = situation;
	const base = { id: 'connection', looked: 'Admin Credentials', rule: 'C-039' };
	if (situation.profile.template?.source === 'api')
		return check({
			...base,
			verdict: 'in order',
			sentence: 'Records are sent to its own address: nothing is signed in to.'
		});
	if (connection.ok)
		return check({
			...base,
			verdict: 'in order',
			sentence: `Test Connection with the saved credentials: ${app.name} answered ${connection.status} to a query for nobody.`
		});
	return check({
		...base,
		verdict: 'cause',
		sentence: `Test Connection with the saved credentials failed with ${connection.status}. ${connection.message}`,
		mend:
			connection.status === 401 || connection.status === 403
				? { to: 'edit', label: 'Admin Credentials' }
				: { to: 'faults', label: `What goes wrong at ${app.name}` }
	});
}

/** C-033: "it is likely that the service is running but has not completed an initial cycle yet". */
export function firstCycleCheck({ job, world, now }: Situation): Check {
	const base = { id: 'cycle', looked: 'Current cycle' };
	const running = job.cycle === null ? null : world.tables.cycles.get(job.cycle);
	if (job.everCompleted) {
		const last = job.last!;
		return check({
			...base,
			verdict: 'in order',
			rule: 'C-443',
			sentence: `The last cycle ended ${momentWords(last.ended, now)}: ${last.state}.`
		});
	}
	if (running)
		return check({
			...base,
			verdict: 'note',
			rule: 'C-033',
			sentence: `The initial cycle began ${momentWords(running.startedAt, now)} and has not ended: users appear while it goes on.`,
			mend: { to: 'overview', label: 'Current cycle' }
		});
	return check({
		...base,
		verdict: job.schedule === 'Active' ? 'note' : 'cause',
		rule: 'C-033',
		sentence: `No cycle has ended yet${job.nextAt === null ? ', and none is planned' : `; the first begins ${momentWords(job.nextAt, now)}, when time runs`}.`,
		mend: { to: 'overview', label: 'Provisioning overview' }
	});
}

/** C-056, C-058, C-059: how often the service looks. */
export function intervalCheck({ job, now, world }: Situation): Check {
	const { onDemand } = world.sim.host.tenant.era;
	const next = job.nextAt === null ? '' : ` The next one begins ${momentWords(job.nextAt, now)}.`;
	return check({
		id: 'interval',
		looked: 'Interval',
		verdict: 'in order',
		rule: 'C-058',
		sentence: job.listens
			? 'Nothing is pulled: a cycle begins when records are sent.'
			: `A cycle begins every ${spanWords(job.intervalMs)}, counted from start to start; nobody can shorten it.${next}${onDemand === 'no' ? '' : ' Provision on demand does not wait.'}`
	});
}

/** C-343, C-344: in quarantine the service looks less and less often. */
export function slowedCheck({ job, now }: Situation): Check {
	const { quarantine } = job;
	const base = { id: 'slowed', looked: 'Quarantine', rule: 'C-343' };
	if (!quarantine)
		return check({
			...base,
			verdict: 'in order',
			sentence: 'The job is not in quarantine, which would slow it to once a day.'
		});
	return check({
		...base,
		verdict: 'cause',
		sentence: `In quarantine since ${momentWords(quarantine.seriesBegan, now)}, after ${quarantine.seriesCount} tries, which slow down to once a day. ${nextTryWords(job, now)}.`,
		mend: { to: 'overview', label: 'Quarantine details' }
	});
}

/** C-424, C-425, C-428 to C-435: how long an initial cycle is expected to take. */
export function durationCheck({ job, world, config, crowd, now }: Situation): Check {
	const base = { id: 'duration', looked: 'Length of a cycle' };
	const cycle = job.cycle === null ? null : world.tables.cycles.get(job.cycle)!;
	const work = cycle && world.tables.plans.get(cycle.plan)!.work.length;
	const objects = work ?? crowd.of;
	const { era } = world.sim.host.tenant;
	const expected = expectedMinutes(era, config, objects);
	const to = spanWords(expected.to * MINUTE);
	const span = expected.from === 0 ? `up to ${to}` : `${spanWords(expected.from * MINUTE)} to ${to}`;
	if (cycle?.kind === 'initial')
		return check({
			...base,
			verdict: 'note',
			rule: expected.rule,
			sentence: `The initial cycle looks at all ${numberWords(objects)} objects, ${numberWords(cycle.next)} of them so far; ${span} are expected. It began ${momentWords(cycle.startedAt, now)}.`,
			mend: { to: 'overview', label: 'Current cycle' }
		});
	if (job.watermark !== null)
		return check({
			...base,
			verdict: 'in order',
			rule: era.durationTable ? 'C-436' : 'C-152',
			sentence: `Incremental cycles look only at what has changed${era.durationTable ? ', which takes less than 30 min' : ''}.`
		});
	if (objects === 0)
		return check({
			...base,
			verdict: 'in order',
			rule: 'C-424',
			sentence: 'Nobody is in scope, so a cycle takes seconds.'
		});
	const why = job.everCompleted ? 'After a restart or a saved mapping the next cycle' : 'The first cycle';
	return check({
		...base,
		verdict: objects >= 1000 || job.everCompleted ? 'note' : 'in order',
		rule: job.everCompleted ? 'C-380' : expected.rule,
		sentence: `${why} is an initial one: it looks at every object${config.scopeMode === 'all' ? ' of the tenant' : ' in scope'}, ${numberWords(objects)} now, which takes ${span}.`,
		mend: { to: 'overview', label: 'Provisioning overview' }
	});
}
