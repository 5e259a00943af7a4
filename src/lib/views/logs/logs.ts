import * as z from 'zod/mini';
import { isPremium, logsKeptMs } from '#lib/engine/edition';
import { packSubject } from '#lib/world/core/facts';
import type { World } from '#lib/world';
import { logDelayMs } from '#lib/world/inbound/log-delay';
import { idOf, nameOf } from '../folds/history';
import { logRowsOf, tableOfKind, type LogRows, type ObjectKind } from '../folds/rows';
import { appNamed, cycleNumber, sourceSystemName, targetSystemName } from '../names';
import { appKey, defineView, search, slot, window, type Page } from '../view';
import { rowMark, rowOutcome } from '../row-marks';
import { actionWords, statusWords } from '../words';
import type { MarkName, Outcome } from '../timeline/types';
import { isLate, lateIn } from './late';
import { ordered, sortColumns } from './order';
import { placesOf, type LogQuery } from './query';
import { durationOf } from './duration';

export const logQuestion = z.object({
	app: z.optional(appKey),
	cycle: z.optional(slot),
	status: z._default(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10)), []),
	action: z._default(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10)), []),
	/** Skip reason or error code. */
	code: z.optional(z.string().check(z.maxLength(100))),
	identity: search,
	object: z.optional(z.object({ kind: z.enum(['user', 'group', 'worker', 'record']), slot })),
	since: z.optional(z.number()),
	until: z.optional(z.number()),
	/** C-523. */
	includeHidden: z._default(z.boolean(), false),
	/** C-527: rows disappear after 30 days; in a simulation they can be asked for all the same. */
	includeExpired: z._default(z.boolean(), false),
	/** The minute in which the page asks: rows that are late appear by time alone (H-409). */
	minute: z.optional(z.number()),
	sort: z._default(z.enum(sortColumns), 'date'),
	descending: z._default(z.boolean(), true),
	...window
});

type Question = z.output<typeof logQuestion>;

export interface LogListRow {
	readonly seq: number;
	readonly at: number;
	readonly identity: string;
	/** The source object's id. */
	readonly sourceId: string;
	readonly object: { readonly kind: ObjectKind; readonly slot: number };
	readonly action: string;
	readonly status: string;
	readonly mark: MarkName;
	readonly outcome: Outcome;
	/** Skip reason or error code; empty: none. */
	readonly code: string;
	readonly rule: string;
	readonly app: { readonly slot: number; readonly key: string; readonly name: string };
	readonly sourceSystem: string;
	readonly targetSystem: string;
	readonly cycle: number;
	/** "3", or empty for a run on demand. */
	readonly cycleNumber: string;
	readonly durationMs: number;
}

export interface Logs extends Page<LogListRow> {
	/** Rows that the default filter leaves out (C-523). */
	readonly hidden: number;
	/** Rows that the real portal has lost (C-527). */
	readonly expired: number;
	/** Rows that appear later, and when the next of them does (H-409). */
	readonly late: { readonly rows: number; readonly at: number } | null;
	/** C-528: the tenant's licence opens the log. */
	readonly isOpen: boolean;
}

/** The last answer: scrolling asks for the same list again and again. */
const remembered = new WeakMap<LogRows, { readonly key: string; readonly places: Uint32Array }>();

function found(world: World, rows: LogRows, query: LogQuery, sort: Question): Uint32Array {
	const { seq, mark } = world.checkpoint();
	const key = JSON.stringify([query, sort.sort, sort.descending, seq, mark]);
	const known = remembered.get(rows);
	if (known?.key === key) return known.places;
	const places = ordered(rows, placesOf(rows, query, seq), sort.sort, sort.descending);
	remembered.set(rows, { key, places });
	return places;
}

/** C-527. */
function keptSince({ clock, sim }: World): number {
	return clock - logsKeptMs(sim.host.edition);
}

function queryOf(world: World, rows: LogRows, asked: Question): LogQuery {
	return {
		app: asked.app === undefined ? null : appNamed(world, asked.app).slot,
		cycle: asked.cycle ?? null,
		statuses: asked.status,
		actions: asked.action,
		code: asked.code === undefined ? null : codeNumber(world, rows, asked.code),
		object: asked.object ? packSubject(tableOfKind[asked.object.kind], asked.object.slot) : null,
		identity: asked.identity.trim(),
		since: asked.includeExpired ? (asked.since ?? null) : Math.max(asked.since ?? -Infinity, keptSince(world)),
		until: asked.until ?? null,
		includeHidden: asked.includeHidden,
		late: lateIn(world)
	};
}

/** The rows that a question asks for, by the facts that told them, as many as there are. */
export function logSeqs(world: World, asked: Question): Uint32Array {
	const rows = logRowsOf(world.sim);
	return found(world, rows, queryOf(world, rows, asked), asked).map((place) => rows.seq[place]!);
}

/** The provisioning log of one application or of all: newest first unless asked otherwise. */
export const logs = defineView(logQuestion, (world, asked): Logs => {
	const rows = logRowsOf(world.sim);
	const kept = keptSince(world);
	const query = queryOf(world, rows, asked);
	const places = found(world, rows, query, asked);
	const page = places.subarray(asked.from, asked.from + asked.count);
	return {
		rows: Array.from(page, (place) => logListRow(world, rows, place)),
		from: asked.from,
		total: places.length,
		isOpen: isPremium(world.sim.host.edition),
		...counted(rows, query, world.checkpoint().seq, kept, asked.includeExpired)
	};
});

/** The number under which the rows carry a code; -1: none does. */
function codeNumber({ sim }: World, rows: LogRows, code: string): number {
	const { texts } = sim.ledger;
	for (let at = 0; at < rows.n; at++) if (texts.text(rows.code[at]!) === code) return rows.code[at]!;
	return -1;
}

/** How many rows there are before they are narrowed, and how many are left out unless somebody asks for them. */
function counted(
	rows: LogRows,
	{ app, includeHidden, late }: LogQuery,
	seq: number,
	kept: number,
	includeExpired: boolean
) {
	const n = rows.before(seq);
	const all = [0, 0];
	const outOfScope = [0, 0];
	let next = Infinity;
	let waiting = 0;
	for (let at = 0; at < n; at++) {
		if (app !== null && rows.app[at] !== app) continue;
		if (isLate(late, rows, at)) {
			next = Math.min(next, rows.at[at]! + logDelayMs);
			waiting++;
			continue;
		}
		const expired = rows.at[at]! < kept ? 1 : 0;
		all[expired]!++;
		outOfScope[expired]! += rows.hidden[at]!;
	}
	const shown = (expired: 0 | 1) => all[expired]! - (includeHidden ? 0 : outOfScope[expired]!);
	return {
		of: shown(0) + (includeExpired ? shown(1) : 0),
		hidden: outOfScope[0]! + (includeExpired ? outOfScope[1]! : 0),
		expired: shown(1),
		late: waiting > 0 ? { rows: waiting, at: next } : null
	};
}

export function logListRow(world: World, rows: LogRows, place: number): LogListRow {
	const action = rows.actionAt(place);
	const status = rows.statusAt(place);
	const seq = rows.seq[place]!;
	const object = rows.history.rows[rows.name[place]!];
	const app = rows.history.app(rows.app[place]!)!;
	const cycle = world.tables.cycles.get(rows.cycle[place]!) ?? rows.history.cycle(rows.cycle[place]!)!;
	const { facts, rules, texts } = world.sim.ledger;
	const rule = rules.text(facts.rule[seq]!);
	return {
		seq,
		at: rows.at[place]!,
		identity: object ? nameOf(object) : '',
		sourceId: object ? idOf(object) : '',
		object: { kind: rows.kindAt(place), slot: rows.slotAt(place) },
		action: actionWords[action],
		status: statusWords[status],
		mark: rowMark(action, status),
		outcome: rowOutcome(action, status),
		code: texts.text(rows.code[place]!),
		rule,
		app: { slot: app.slot, key: app.key, name: app.name },
		sourceSystem: sourceSystemName(world, app),
		targetSystem: targetSystemName(app),
		cycle: rows.cycle[place]!,
		cycleNumber: cycle.kind === 'demand' ? '' : String(cycleNumber(world, cycle)),
		durationMs: durationOf(world, action, status, rule, app.slot)
	};
}
