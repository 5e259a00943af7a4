import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { compileScope, type ScopingFilter } from '#lib/engine/scoping';
import { sourceNames } from '../expressions/attributes';
import { nameOf, Records } from '../expressions/records';
import { appKey, defineView } from '../view';

const clause = z.object({
	attribute: z.string().check(z.maxLength(200)),
	operator: z.string().check(z.maxLength(60)),
	value: z.optional(z.string().check(z.maxLength(4000)))
});
const groups = z
	.array(
		z.object({ name: z.optional(z.string().check(z.maxLength(200))), clauses: z.array(clause).check(z.maxLength(100)) })
	)
	.check(z.maxLength(100));
const args = z.object({
	app: appKey,
	object: z._default(z.enum(['users', 'groups']), 'users'),
	filter: z.nullable(z.object({ groups }))
});

export interface ScopeChange {
	readonly slot: Slot;
	readonly name: string;
	/** The first clause that is false. */
	readonly because: string;
	/** An account that the job manages: it would be put out of use. */
	readonly hasAccount: boolean;
}

/** What a scoping filter does, before it is saved. */
export interface ScopeTest {
	/** Why it cannot be saved (F-026). */
	readonly refused: string | null;
	/** Objects that the filters look at: the assigned ones, or everybody. */
	readonly of: number;
	readonly passes: number;
	/** How many pass the filters that are saved. */
	readonly passesNow: number;
	readonly leave: number;
	readonly enter: number;
	/** The first of them. */
	readonly leaving: readonly ScopeChange[];
	readonly entering: readonly ScopeChange[];
}

const shown = 100;

export const scopeTest = defineView(args, (world, { app, object, filter }): ScopeTest => {
	const records = new Records(world, app, object);
	const names = sourceNames(records).map(({ name, multivalued }) => [name, { multivalued }] as const);
	const scope = compileScope(filter as ScopingFilter | null, Object.fromEntries(names));
	const none = { of: 0, passes: 0, passesNow: 0, leave: 0, enter: 0, leaving: [], entering: [] };
	if ('error' in scope) return { ...none, refused: scope.message };
	const saved = compileScope(records.mapping?.filter ?? null);
	const counts = { of: 0, passes: 0, passesNow: 0, leave: 0, enter: 0 };
	const leaving: ScopeChange[] = [];
	const entering: ScopeChange[] = [];
	for (const row of records.entitled()) {
		const before = !('error' in saved) && saved.passes(row.attrs);
		const after = scope.passes(row.attrs);
		counts.of++;
		if (before) counts.passesNow++;
		if (after) counts.passes++;
		if (before === after) continue;
		counts[before ? 'leave' : 'enter']++;
		const list = before ? leaving : entering;
		if (list.length >= shown) continue;
		const link = records.job && world.sim.host.link(records.job.slot, object === 'users' ? 'user' : 'group', row.slot);
		const failed = scope.evaluate(row.attrs).groups.flatMap(({ clauses }) => clauses.filter(({ holds }) => !holds))[0];
		const because = failed ? [failed.attribute, failed.operator, failed.value ?? ''].join(' ').trim() : '';
		list.push({ slot: row.slot, name: nameOf(row), because, hasAccount: link?.managed ?? false });
	}
	return { refused: null, ...counts, leaving, entering };
});
