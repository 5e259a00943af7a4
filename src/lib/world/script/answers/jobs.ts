import type { JobRow } from '#lib/engine/job/records';
import { assignedObjects } from '#lib/engine/job/entitlement';
import { expectedMinutes } from '#lib/engine/job/expected';
import { progressOf } from '#lib/engine/job/progress';
import { noJob } from '../../connect/mail';
import { readTime } from '../parse/values';
import { clockText } from '../run/clock';
import { count, said, type Answer, type Answers, type Asked } from './answer';

/** The words of the status area. */
function stateOf(job: JobRow): string {
	if (job.schedule === 'Paused') return 'Paused';
	if (job.schedule === 'Disabled') return job.offBy === 'quarantine' ? 'Disabled' : 'Off';
	if (job.quarantine) return 'Quarantine';
	return job.listens ? 'Active, listening' : 'Active';
}

function timeAnswer(asked: Asked, at: number | null): Answer {
	if (at === null) return said(null);
	const text = clockText(at, asked.sandbox.start);
	const clock = text.slice(-5);
	// Without a date a script may mean a later day too.
	return { text, equals: (expected) => expected === text || (expected === clock && readTime(expected) !== null) };
}

export const jobs: Answers = {
	job(asked) {
		const { sandbox } = asked;
		const job = sandbox.job(asked.argument(0, 'an application').value);
		switch (asked.path[0]) {
			case 'state':
				return { text: stateOf(job), ...(job.quarantine && { why: `quarantine ${job.quarantine.reason}` }) };
			case 'quarantine':
				return said(job.quarantine?.reason ?? null);
			case 'kind': {
				const slot = job.cycle ?? job.last?.cycle;
				const kind = slot === undefined ? null : sandbox.sim.host.cycle(slot).kind;
				return said(kind);
			}
			case 'nextCycle':
				return timeAnswer(asked, nextCycle(asked, job));
			case 'result':
				return said(job.last?.state ?? null);
			case 'escrowsPruned':
				return { text: String(job.escrowsPruned) };
			case 'users':
				// C-446 to C-448
				return count(sandbox.sim.host.everyLinkOf(job.slot).filter(({ kind }) => kind === 'user').length);
			case 'percent':
				return percent(asked, job);
			default:
				throw asked.unknown(`job(...).${asked.path[0] ?? ''}`);
		}
	},
	audit(asked) {
		const { sandbox } = asked;
		const job = sandbox.job(asked.argument(0, 'an application').value);
		const activity = asked.argument(1, 'an activity').value.toLowerCase();
		const { tables } = sandbox.sim;
		const rows = tables.auditsByJob.get(job.slot).map((slot) => tables.audits.get(slot)!);
		const found = rows.filter((row) => row.activity.toLowerCase() === activity);
		if (asked.path[0] !== 'last') throw asked.unknown(`audit(...).${asked.path[0] ?? ''}`);
		return timeAnswer(asked, found.length === 0 ? null : found[found.length - 1]!.at);
	},
	mails: (asked) => count([...asked.sandbox.sim.tables.mails.all()].filter(({ job }) => job !== noJob).length),
	estimate(asked) {
		const { sandbox } = asked;
		const app = asked.app();
		const { host } = sandbox.sim;
		const { users, groups } = assignedObjects(
			host.source(),
			app.slot,
			Math.max(host.now, host.now + host.tenant.replicationMs)
		);
		const objects = users.length + groups.length;
		const { from, to } = expectedMinutes(host.tenant.era, host.config(sandbox.job(app.key).config), objects);
		return { text: `${Math.round(from)} to ${Math.round(to)} minutes` };
	}
};

/** C-444: pages, not objects; absent while no cycle runs. */
function percent({ sandbox }: Asked, job: JobRow): Answer {
	if (job.cycle === null) return said(null);
	const { host } = sandbox.sim;
	const cycle = host.cycle(job.cycle);
	return count(progressOf(cycle, host.plan(cycle.plan)).percent);
}

/** While a cycle runs, the next one comes an interval after its start. */
function nextCycle({ sandbox }: Asked, job: JobRow): number | null {
	if (job.nextAt !== null || job.cycle === null || job.schedule !== 'Active') return job.nextAt;
	const { startedAt } = sandbox.sim.host.cycle(job.cycle);
	return Math.max(startedAt + job.intervalMs, sandbox.sim.host.now);
}
