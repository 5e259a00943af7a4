import * as z from 'zod/mini';
import { tableNames } from '#lib/engine/base';
import { rowStatuses } from '#lib/engine/steps/log-row';
import { logRowsOf } from '../folds/rows';
import { appNamed, cycleName } from '../names';
import { appKey, defineView } from '../view';
import { actionWords, statusWords } from '../words';

export interface Count {
	readonly name: string;
	readonly count: number;
}

export interface CycleCounts {
	readonly cycle: number;
	readonly name: string;
	readonly app: string;
	readonly at: number;
	readonly success: number;
	readonly failure: number;
	readonly skipped: number;
	readonly warning: number;
}

/** The tiles of Provisioning Insights, by their names (portal glossary 5). */
export interface Insights {
	readonly events: number;
	/** Total synced objects by type. */
	readonly objectsByType: readonly Count[];
	/** Provisioning events by action. */
	readonly byAction: readonly Count[];
	/** Provisioning events by status. */
	readonly byStatus: readonly Count[];
	/** Unique sync count by status: each object once, by its last row. */
	readonly uniqueByStatus: readonly Count[];
	/** Provisioning success rate: of the rows that tried to write, in percent; null: none did. */
	readonly successRate: number | null;
	/** Top provisioning errors. */
	readonly topErrors: readonly Count[];
	/** Sync details by cycle, the latest first. */
	readonly byCycle: readonly CycleCounts[];
}

const args = z.object({
	app: z.optional(appKey),
	since: z.optional(z.number()),
	until: z.optional(z.number()),
	cycles: z._default(z.int().check(z.minimum(1), z.maximum(500)), 30)
});

class Counter<K> {
	readonly counts = new Map<K, number>();

	add(key: K): void {
		this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
	}

	/** The most frequent first; ties by name. */
	list(name: (key: K) => string): Count[] {
		return [...this.counts]
			.map(([key, count]) => ({ name: name(key), count }))
			.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
	}
}

export const insights = defineView(args, (world, { app: key, since, until, cycles }): Insights => {
	const rows = logRowsOf(world.sim);
	const app = key === undefined ? null : appNamed(world, key).slot;
	const n = rows.before(world.checkpoint().seq);
	const actions = new Counter<string>();
	const statuses = new Counter<string>();
	const codes = new Counter<number>();
	const lastStatus = new Map<number, number>();
	const perCycle = new Map<number, number[]>();
	let events = 0;
	for (let at = 0; at < n; at++) {
		if (rows.hidden[at] || (app !== null && rows.app[at] !== app)) continue;
		if ((since !== undefined && rows.at[at]! < since) || (until !== undefined && rows.at[at]! > until)) continue;
		events++;
		const status = rows.status[at]!;
		actions.add(actionWords[rows.actionAt(at)]);
		statuses.add(statusWords[rows.statusAt(at)]);
		if (rowStatuses[status] === 'failure') codes.add(rows.code[at]!);
		// The same person in two applications counts twice: the job is what is synced.
		lastStatus.set(rows.subject[at]! * 256 + rows.app[at]!, status);
		const cycle = rows.cycle[at]!;
		let counts = perCycle.get(cycle);
		if (!counts) perCycle.set(cycle, (counts = [0, 0, 0, 0]));
		counts[status]!++;
	}
	return {
		events,
		objectsByType: objectsByType(lastStatus),
		byAction: actions.list((name) => name),
		byStatus: statuses.list((name) => name),
		uniqueByStatus: uniqueByStatus(lastStatus),
		successRate: successRate(statuses.counts),
		topErrors: codes.list((code) => world.sim.ledger.texts.text(code)).slice(0, 10),
		byCycle: [...perCycle]
			.sort(([a], [b]) => b - a)
			.slice(0, cycles)
			.map(([cycle, counts]) => {
				const row = world.tables.cycles.get(cycle)!;
				return {
					cycle,
					name: cycleName(world, row),
					app: rows.history.app(rows.history.appOfCycle(cycle))?.name ?? '',
					at: row.startedAt,
					success: counts[0]!,
					failure: counts[1]!,
					skipped: counts[2]!,
					warning: counts[3]!
				};
			})
	};
});

const usersTable = tableNames.indexOf('users');

function objectsByType(last: ReadonlyMap<number, number>): Count[] {
	const counter = new Counter<string>();
	for (const key of last.keys()) counter.add(Math.floor(key / 256) >>> 24 === usersTable ? 'User' : 'Group');
	return counter.list((name) => name);
}

function uniqueByStatus(last: ReadonlyMap<number, number>): Count[] {
	const counter = new Counter<number>();
	for (const status of last.values()) counter.add(status);
	return counter.list((status) => statusWords[rowStatuses[status]!]);
}

function successRate(counts: ReadonlyMap<string, number>): number | null {
	const success = counts.get(statusWords.success) ?? 0;
	const failure = counts.get(statusWords.failure) ?? 0;
	return success + failure === 0 ? null : Math.round((1000 * success) / (success + failure)) / 10;
}
