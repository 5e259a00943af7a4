import type { Rule, Seq } from '#lib/engine/base';
import { isAssumed } from '#lib/engine/assumed';
import { dateAt, nextDay, visibleFrom } from '#lib/hr/dates';
import { withChange } from '#lib/hr/worker';
import type { World } from '#lib/world';
import { versionsOf, type Version } from '#lib/world/provenance/versions';
import type { Employment } from '#lib/hr/employments';
import type { WorkerRow } from '#lib/world/tables/hr';
import { isFollowed, workerName, type Hr } from './hr';

export interface FieldChange {
	readonly name: string;
	readonly before: string | null;
	readonly after: string | null;
}

/** One entry of a worker's time axis. */
export interface WorkerTime {
	readonly at: number;
	/** 'entered': somebody typed it then; 'effective': it is true from then. */
	readonly kind: 'entered' | 'effective';
	/** The date that HR holds. */
	readonly date: string;
	readonly title: string;
	readonly changes: readonly FieldChange[];
	readonly rule: Rule | null;
	readonly assumed: boolean;
	/** The fact that tells it; null: the company began with it, or it is still to come. */
	readonly seq: Seq | null;
	readonly isComing: boolean;
}

/** Everything that a worker's record says about times, in their order: dates in it, and what was entered when. */
export function timesOf(world: World, row: WorkerRow, hr: Hr): readonly WorkerTime[] {
	const { clock } = world;
	const versions = versionsOf<WorkerRow>(world.sim, 'workers', row.slot);
	const said = dates(row, hr, versions);
	const times = [...said, ...past(said, hr, versions), ...comings(world, row, hr), ...entries(world, versions, hr)];
	return times
		.map((time) => ({
			...time,
			assumed: time.rule !== null && isAssumed(time.rule),
			isComing: time.kind === 'effective' && time.at > clock
		}))
		.sort((a, b) => a.at - b.at || (a.seq ?? -1) - (b.seq ?? -1));
}

type Raw = Omit<WorkerTime, 'assumed' | 'isComing'>;
type Versions = readonly Version<WorkerRow>[];

function dates(row: WorkerRow, { system }: Hr, versions: Versions): Raw[] {
	const effective = (date: string, title: string, rule: Rule): Raw => ({
		at: visibleFrom(system, date),
		kind: 'effective',
		date,
		title,
		changes: [],
		rule,
		seq: null
	});
	const first = isConverted(row, versions)
		? effective(row.hireDate, 'Converted: the first day', system === 'workday' ? 'H-465' : 'H-158')
		: effective(row.hireDate, row.rehired ? 'Rehired: the first day' : 'Hired: the first day', 'H-082');
	const found = [row.rescinded ? { ...first, title: 'Hire date of a hire that was rescinded' } : first];
	found.push(...(row.others ?? []).flatMap((one) => spanOf(one, effective)));
	if (row.lastDay === null || isFollowed(row)) return found;
	return [
		...found,
		effective(row.lastDay, 'Last day of work', 'H-125'),
		effective(nextDay(row.lastDay), 'Terminated: not active from here', 'H-120')
	];
}

/** Whether the present first day is that of another kind of worker, without a gap behind the one of before. */
function isConverted({ hireDate, type, rehired }: WorkerRow, versions: Versions): boolean {
	const before = versions[versions.findIndex(({ row }) => row?.hireDate === hireDate) - 1]?.row;
	if (!before || before.rescinded || before.type === type || (rehired && !before.rehired)) return false;
	return before.lastDay === null || nextDay(before.lastDay) >= hireDate;
}

/** What came to pass while the record said so: a rehire and a conversion write other days over it. */
function past(said: readonly Raw[], hr: Hr, versions: Versions): Raw[] {
	return versions.slice(0, -1).flatMap(({ at, row }, n) => {
		if (!row) return [];
		const until = versions[n + 1]!.at;
		return dates(row, hr, versions.slice(0, n + 1)).filter(
			(time) => (n === 0 || time.at >= at) && time.at < until && said.every((one) => one.at !== time.at)
		);
	});
}

/** H-158, H-162: the employments beside the worker's own. */
function spanOf(
	{ kind, start, end, begins }: Employment,
	effective: (date: string, title: string, rule: Rule) => Raw
): readonly Raw[] {
	const isAbroad = kind === 'GA';
	const rule = isAbroad ? 'H-162' : 'H-158';
	const name = isAbroad ? 'Global assignment' : begins ? 'Next employment' : 'Earlier employment';
	const ends = end === null ? [] : [effective(nextDay(end), `${name}: ended`, rule)];
	return [effective(start, `${name}: the first day`, rule), ...ends];
}

function comings(world: World, row: WorkerRow, hr: Hr): Raw[] {
	return row.coming.map((one) => ({
		at: visibleFrom(hr.system, one.effective),
		kind: 'effective',
		date: one.effective,
		title: one.profile ? 'A new profile takes effect' : 'A change takes effect',
		changes: changesBetween(world, row, { ...withChange(row, one), slot: row.slot }, hr),
		rule: one.profile ? 'H-155' : 'H-105',
		seq: null
	}));
}

/** What was entered, or taken from what was entered before, since the company began. */
function entries(world: World, versions: Versions, hr: Hr): Raw[] {
	const { facts } = world.sim.ledger;
	const found: Raw[] = [];
	versions.forEach((version, n) => {
		if (version.seq >= facts.n) return;
		const fact = facts.fact(version.seq);
		// What the company began with was entered by nobody.
		if (fact.subject.table !== 'workers') return;
		const what = world.detailText(fact);
		// Its day had come: nobody entered anything then.
		const isDue = fact.rule === 'H-054';
		const entered = what ? `In ${hr.name}: ${what}` : `Changed in ${hr.name}`;
		found.push({
			at: version.at,
			kind: isDue ? 'effective' : 'entered',
			date: dateAt(version.at),
			title: isDue ? 'What was entered for this day took effect' : entered,
			changes: changesBetween(world, versions[n - 1]?.row ?? null, version.row, hr),
			rule: fact.rule,
			seq: version.seq
		});
	});
	return found;
}

function changesBetween(world: World, before: WorkerRow | null, after: WorkerRow | null, hr: Hr): FieldChange[] {
	if (!before || !after) return [];
	const [a, b] = [shown(world, before, hr), shown(world, after, hr)];
	return [...new Set([...Object.keys(a), ...Object.keys(b)])]
		.map((name) => ({ name, before: a[name] ?? null, after: b[name] ?? null }))
		.filter(({ before, after }) => before !== after);
}

/** A record under the names that a form has for its parts. */
function shown(world: World, row: WorkerRow, hr: Hr): Record<string, string | null> {
	const manager = row.manager === null ? null : world.tables.workers.get(row.manager);
	const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
	return {
		...Object.fromEntries(Object.entries(row.fields).map(([name, value]) => [name, text(value)])),
		Manager: manager && workerName(manager, hr),
		'Hire date': row.hireDate,
		'Last day': row.lastDay,
		'Worker ID': row.workerId,
		Type: row.type === 'E' ? 'Employee' : 'Contingent worker'
	};
}
