import { factKinds, type Row } from '#lib/engine/base';
import type { ConfigRow, CycleRow, JobRow, LinkRow } from '#lib/engine/job/records';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { Steps } from '#lib/tenant/sample/steps';
import type { AccountRow, AppRow } from '#lib/world/tables/rows';
import { tablesAt } from '#lib/world/ways';
import type { Checkpoint } from '#lib/world';
import type { Side } from '../branches/sides';

/** What came of the objects of one job: rows of its log by what they did. */
export const outcomeNames = [
	'created',
	'updated',
	'enabled',
	'disabled',
	'deleted',
	'held back',
	'failed',
	'skipped'
] as const;
export type OutcomeName = (typeof outcomeNames)[number];

/** A cycle with the removals that the threshold counted (C-252 to C-256). */
export interface RemovalBar {
	readonly at: number;
	readonly kind: CycleRow['kind'];
	readonly removals: number;
	readonly staged: boolean;
	/** null: the guard was off. */
	readonly threshold: number | null;
}

export interface JobOutcome {
	readonly counts: Readonly<Record<OutcomeName, number>>;
	/** Accounts in the application at the end, those that the job is linked to, and those that nobody is matched to. */
	readonly accounts: number;
	readonly linked: number;
	readonly unmatched: number;
	readonly cycles: readonly RemovalBar[];
	/** Why the job is in quarantine at the end. */
	readonly quarantine: string | null;
	readonly on: boolean;
}

/** So many facts between two looks around. */
const AT_ONCE = 10_000;
const rowKind = factKinds.indexOf('row');
const tables = ['apps', 'jobs', 'configs', 'cycles', 'links', 'accounts'] as const;
type Read = Record<(typeof tables)[number], (Row | null | undefined)[]>;

/** What the job of an application did on a way since a boundary, and where that left it. */
export function* outcomeOf({ way, end }: Side, since: Checkpoint, key: string): Steps<JobOutcome | null> {
	const read: Read = yield* tablesAt(way, end.op, tables);
	const app = (read.apps as (AppRow | null)[]).find((row) => row?.key === key);
	const job = (read.jobs as (JobRow | null)[]).find((row) => row && row.app === app?.slot);
	if (!app || !job) return null;
	const counts = Object.fromEntries(outcomeNames.map((name) => [name, 0])) as Record<OutcomeName, number>;
	const mine = new Set(read.cycles.flatMap((row) => ((row as CycleRow | null)?.job === job.slot ? [row!.slot] : [])));
	for (let seq = since.seq; seq < end.seq; seq++) {
		if (seq % AT_ONCE === 0) yield seq;
		const { facts, at } = way.fact(seq)!;
		if (facts.kind[at] !== rowKind || !mine.has(facts.guards[at]! >>> 2)) continue;
		const name = outcomeName(facts.detail[at]!, facts.guards[at]! & 3);
		if (name) counts[name]++;
	}
	return {
		counts,
		...accountsOf(read, app, job),
		cycles: (read.cycles as (CycleRow | null)[]).flatMap((cycle) =>
			cycle && cycle.job === job.slot && cycle.kind !== 'demand' && cycle.startedAt >= since.at
				? [barOf(read, cycle)]
				: []
		),
		quarantine: job.quarantine?.reason ?? null,
		on: job.schedule === 'Active'
	};
}

const successes: Partial<Record<string, OutcomeName>> = {
	create: 'created',
	update: 'updated',
	enable: 'enabled',
	disable: 'disabled',
	delete: 'deleted'
};

/** C-523: somebody skipped who is neither assigned nor linked is no row of the log. */
function outcomeName(detail: number, guards: number): OutcomeName | null {
	const { action, status } = unpackRow(detail);
	if (status === 'failure') return 'failed';
	if (action === 'staged') return 'held back';
	if (status === 'skipped') return guards === 0 ? null : 'skipped';
	return successes[action] ?? null;
}

function accountsOf(read: Read, app: AppRow, job: JobRow): Pick<JobOutcome, 'accounts' | 'linked' | 'unmatched'> {
	const targets = new Set<string>();
	for (const row of read.links as (LinkRow | null)[])
		if (row && !row.gone && row.job === job.slot && row.kind === 'user') targets.add(row.targetId);
	let accounts = 0;
	let unmatched = 0;
	for (const row of read.accounts as (AccountRow | null)[]) {
		if (!row || row.app !== app.slot || row.resource.type !== 'User') continue;
		accounts++;
		if (!targets.has(row.resource.id)) unmatched++;
	}
	return { accounts, linked: targets.size, unmatched };
}

function barOf(read: Read, { startedAt, kind, removals, staged, config }: CycleRow): RemovalBar {
	const { deletionThreshold } = read.configs[config] as ConfigRow;
	return { at: startedAt, kind, removals, staged, threshold: deletionThreshold };
}
