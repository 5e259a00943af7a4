import type { Seq } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { amountWords } from '../amounts';
import { appName, jobOf, type AppName } from '../app-names';
import { momentWords } from '../time';
import { nextTryWords, quarantineWords } from '../quarantine-words';
import { rare } from './rare';

export interface Attention {
	readonly kind: 'quarantine' | 'switched off' | 'paused' | 'held removals' | 'escrows' | 'exports' | 'held exports';
	/** null: it is about Connect. */
	readonly app: AppName | null;
	/** What happened, why, and what to do. */
	readonly sentence: string;
	readonly severity: 'failure' | 'warning';
	/** The fact behind it, where one is known. */
	readonly seq: Seq | null;
	readonly count: number;
}

/** What needs somebody: the worst first. */
export function attentionOf(world: World): Attention[] {
	const found: Attention[] = [];
	for (const app of world.tables.apps.all()) {
		const job = jobOf(world, app);
		if (job) found.push(...ofJob(world, app, job));
	}
	const { pendingExports } = world.tables;
	if (pendingExports.get(1).length + pendingExports.get(2).length > 0) found.push(...rare.here.ofConnect(world));
	const order = { failure: 0, warning: 1 };
	return found.sort((a, b) => order[a.severity] - order[b.severity]);
}

function ofJob(world: World, app: AppRow, job: JobRow): Attention[] {
	const { tables, sim, clock } = world;
	const found: Attention[] = [];
	const add = (kind: Attention['kind'], severity: Attention['severity'], sentence: string, count = 1) =>
		found.push({ kind, severity, sentence, count, app: appName(app), seq: job.cause });
	const held = sim.host.removalsOf(job.slot).filter((row) => row.held).length;
	const { quarantine } = job;
	if (quarantine && job.offBy === 'quarantine')
		add('switched off', 'failure', `${app.name} is off: four weeks in quarantine. Repair the cause, then start it.`);
	else if (quarantine)
		add(
			'quarantine',
			'failure',
			`${app.name} is in quarantine: ${quarantineWords[quarantine.reason]}. ${nextTryWords(job, clock)}.`
		);
	if (job.schedule === 'Paused')
		add('paused', 'failure', `${app.name} is paused: its initial cycle failed for too many objects (C-134).`);
	if (held > 0 && !job.forceDeletes)
		add(
			'held removals',
			'warning',
			`${app.name} holds ${held === 1 ? '1 removal' : `${held} removals`} back. Allow them or repair the cause.`,
			held
		);
	const escrows = tables.escrowsByJob.get(job.slot).map((slot) => tables.escrows.get(slot)!);
	if (escrows.length > 0) {
		const due = Math.min(...escrows.map(({ dueAt }) => dueAt));
		// A job that listens tries nothing again by itself (H-401).
		const retry = job.listens
			? 'The next upload tries them again'
			: job.schedule === 'Active'
				? `Next retry ${momentWords(Math.max(due, job.nextAt ?? due), clock)}`
				: 'No retry comes while provisioning is off';
		const failing = amountWords(escrows.length, 'object fails', 'objects fail');
		const what = escrows.some(({ reference }) => reference) ? rare.here.failingWords(escrows) : failing;
		add('escrows', 'warning', `${what} in ${app.name}. ${retry}.`, escrows.length);
	}
	return found;
}
