import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import {
	CompiledExpression,
	compileExpression,
	createContext,
	type Evaluation,
	type ParseError,
	type Rendered
} from '#lib/engine/mapping';
import { valueAt } from '#lib/scim/client';
import type { JsonObject } from '#lib/scim/types';
import type { World } from '#lib/world';
import { defineView, pageOf, window, type Page } from '../view';
import { expressionArgs, seeded } from './expression';
import { nameOf, Records } from './records';
import { taken } from './taken';

export interface EverybodyRow {
	readonly slot: Slot;
	readonly name: string;
	readonly kind: 'value' | 'null' | 'flow' | 'error';
	/** The value as text, the signal, or the message. */
	readonly text: string;
	/** What the application has now; null: no linked account, or no target is chosen. */
	readonly now: string | null;
	readonly differs: boolean;
}

export interface Everybody extends Page<EverybodyRow> {
	readonly nulls: number;
	readonly flows: number;
	readonly errors: number;
	/** Linked accounts that have something else now. */
	readonly differences: number;
	/** Objects that have a linked account. */
	readonly linked: number;
	/** The expression cannot be read. */
	readonly unreadable: string | null;
	/** False: it has to be worked out first. */
	readonly isKnown: boolean;
}

/** How many objects were evaluated. */
export interface Evaluated {
	readonly looked: number;
	readonly of: number;
}

type Asked = z.output<typeof args>;
type Question = z.output<typeof question>;
interface Known {
	readonly key: string;
	readonly rows: readonly EverybodyRow[];
}

export const question = z.object(expressionArgs);
const args = z.object({
	...expressionArgs,
	/** The result of a constant or of an attribute is shown as if it were an expression. */
	only: z._default(z.enum(['all', 'nulls', 'errors', 'differences', 'flows']), 'all'),
	/** Whoever asks has it worked out turn by turn: only what is known is answered. */
	known: z._default(z.boolean(), false),
	...window
});

/** Evaluated between two looks at the clock. */
const aTime = 50;
const counts = { nulls: 0, flows: 0, errors: 0, differences: 0, linked: 0 };
const nothing = { rows: [], from: 0, total: 0, of: 0, ...counts, unreadable: null, isKnown: true };
/** The last answer, so that scrolling does not evaluate everything again. */
const last = new WeakMap<World, Known>();

/** One expression for every object at once, beside what the application has now. */
export const expressionForAll = defineView(args, (world, asked): Everybody => {
	const compiled = compileExpression(asked.text);
	if (!(compiled instanceof CompiledExpression)) return { ...nothing, unreadable: (compiled as ParseError).message };
	const rows = known(world, compiled, asked) ?? (asked.known ? null : finished(evaluating(world, asked)));
	if (!rows) return { ...nothing, isKnown: false };
	const count = (holds: (row: EverybodyRow) => boolean) => rows.reduce((sum, row) => sum + (holds(row) ? 1 : 0), 0);
	const wanted = asked.only === 'all' ? rows : rows.filter((row) => isWanted(row, asked.only));
	return {
		...pageOf(wanted, rows.length, asked, (row) => row),
		nulls: count(({ kind }) => kind === 'null'),
		flows: count(({ kind }) => kind === 'flow'),
		errors: count(({ kind }) => kind === 'error'),
		differences: count(({ differs }) => differs),
		linked: count(({ now }) => now !== null),
		unreadable: null,
		isKnown: true
	};
});

function isWanted({ kind, differs }: EverybodyRow, only: Asked['only']): boolean {
	if (only === 'differences') return differs;
	return kind === { nulls: 'null', errors: 'error', flows: 'flow' }[only as 'nulls'];
}

function finished<T>(work: Generator<unknown, T>): T {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

function keyOf(world: World, { text }: CompiledExpression, { app, object, target }: Question): string {
	const { mark, at } = world.checkpoint();
	return JSON.stringify([app, object, target, text, mark, at]);
}

function known(world: World, compiled: CompiledExpression, asked: Question): readonly EverybodyRow[] | null {
	const found = last.get(world);
	return found?.key === keyOf(world, compiled, asked) ? found.rows : null;
}

/** Evaluates object by object, for `expressionForAll` to read. null: the world has moved on meanwhile, or it cannot be read. */
export function* evaluating(world: World, asked: Question): Generator<Evaluated, readonly EverybodyRow[] | null> {
	const compiled = compileExpression(asked.text);
	if (!(compiled instanceof CompiledExpression)) return null;
	const { app, object, target } = asked;
	const key = keyOf(world, compiled, asked);
	const records = new Records(world, app, object);
	const { now, tenant } = world.sim.host;
	const context = createContext({
		source: {},
		now,
		defaultDomain: tenant.defaultDomain,
		existing: taken(records, target)
	});
	const present = presentValues(records, target);
	const rows: EverybodyRow[] = [];
	const of = records.count;
	for (const row of records.rows()) {
		if (rows.length % aTime === aTime - 1) {
			yield { looked: rows.length, of };
			if (keyOf(world, compiled, asked) !== key) return null;
		}
		context.source = records.record(row);
		context.random = seeded(row.slot);
		rows.push(everybodyRow(row.slot, nameOf(row), compiled.result(context), present(row.slot)));
	}
	last.set(world, { key, rows });
	return rows;
}

function everybodyRow(slot: Slot, name: string, result: Evaluation, now: string | null): EverybodyRow {
	if ('error' in result) return { slot, name, kind: 'error', text: result.message, now, differs: false };
	if ('flow' in result) return { slot, name, kind: 'flow', text: result.flow, now, differs: false };
	const text = plain(result.value);
	if (text === null) return { slot, name, kind: 'null', text: '', now, differs: false };
	// V-004 writes booleans with a capital; the application keeps them as such.
	const differs = now !== null && now !== text && now.toLowerCase() !== booleanText(text);
	return { slot, name, kind: 'value', text, now, differs };
}

function booleanText(text: string): string {
	return text === 'True' || text === 'False' ? text.toLowerCase() : text;
}

function plain(value: Rendered): string | null {
	return value === null || typeof value === 'string' ? value : JSON.stringify(value);
}

/** What the linked account of an object has at the target: empty where it has nothing. */
function presentValues(records: Records, target: string | null): (slot: Slot) => string | null {
	const { world, job, object } = records;
	if (!job || target === null) return () => null;
	const kind = object === 'users' ? 'user' : 'group';
	return (slot) => {
		const link = world.sim.host.link(job.slot, kind, slot);
		const present = link && presentOf(records, link.targetId);
		if (!present) return null;
		const value = valueAt(present, target);
		if (value === undefined || value === null) return '';
		return typeof value === 'object' ? JSON.stringify(value) : String(value);
	};
}

/** The account itself: of the application, or of a directory that is provisioned from human resources. */
function presentOf({ world, app, template }: Records, id: string): JsonObject | null {
	const { sim, tables } = world;
	if (!template) return sim.apps.of(app!.slot).store.get(id)?.data ?? null;
	if (template.target === 'hr') return null;
	const table = template.target === 'ad' ? tables.adUsers : tables.users;
	const slot = (template.target === 'ad' ? tables.adById : tables.usersById).first(id);
	return slot === undefined ? null : ((table.get(slot)?.attrs ?? null) as JsonObject | null);
}
