import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { accountTypeKey } from '#lib/world/tables/accounts';
import type { MapNodeState } from '../map/types';
import { amountWords } from '../amounts';
import { jobOf } from '../app-names';
import { linkCounts } from '../status/counts';
import { progressOf } from '#lib/engine/job/progress';
import { statusWords } from '../status/code';
import { dueWords } from '../timeline/words';

/** One system at a glance. */
export interface SystemGlance {
	readonly id: string;
	/** 'job': a job from or to HR, whose target is no application. */
	readonly kind: 'entra' | 'app' | 'job';
	readonly name: string;
	readonly state: MapNodeState;
	/** "page 3 of 4", "On", "Off": there is no room to say of which kind the cycle is. */
	readonly words: string;
	/** "24 users, 2 groups". */
	readonly facts: readonly string[];
	readonly nextAt: number | null;
}

export function systemsOf(world: World): SystemGlance[] {
	return [entra(world), ...[...world.tables.apps.all()].map((app) => appGlance(world, app.slot))];
}

function entra({ tables }: World): SystemGlance {
	let users = 0;
	let deleted = 0;
	for (const { softDeletedAt } of tables.users.all()) {
		if (softDeletedAt === null) users++;
		else deleted++;
	}
	let groups = 0;
	for (const { softDeletedAt } of tables.groups.all()) if (softDeletedAt === null) groups++;
	const facts = [`${amountWords(users, 'user')}, ${amountWords(groups, 'group')}`];
	if (deleted > 0) facts.push(amountWords(deleted, 'deleted user'));
	return { id: 'entra', kind: 'entra', name: 'Entra ID', state: 'idle', words: '', facts, nextAt: null };
}

function appGlance(world: World, slot: number): SystemGlance {
	const app = world.tables.apps.get(slot)!;
	const job = jobOf(world, app);
	const accounts = amountWords(world.tables.accountCounts.count(accountTypeKey(slot, 'User')), 'account');
	const kind = templateOf(app.kind) ? ('job' as const) : ('app' as const);
	const base = { id: app.key, kind, name: app.name, nextAt: job?.nextAt ?? null };
	if (!job) return { ...base, state: 'off', words: 'Manual', facts: [accounts] };
	const linked = `${amountWords(linkCounts(world, job.slot).users, 'user')} linked`;
	const facts = kind === 'job' ? [linked] : [accounts, linked];
	if (job.nextAt !== null) facts.push(`Next ${job.quarantine ? 'try' : 'cycle'} ${dueWords(job.nextAt, world.clock)}`);
	const cycle = job.cycle === null ? null : world.tables.cycles.get(job.cycle);
	if (cycle) {
		const { donePages, pages } = progressOf(cycle, world.tables.plans.get(cycle.plan)!);
		return { ...base, state: 'running', words: `page ${Math.min(donePages + 1, pages)} of ${pages}`, facts };
	}
	const state = job.quarantine ? 'quarantine' : job.schedule === 'Active' ? 'idle' : 'off';
	return { ...base, state, words: statusWords(job), facts };
}
