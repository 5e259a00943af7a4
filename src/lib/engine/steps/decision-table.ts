import type { Rule } from '../base';
import { Guard, type GuardName } from './guards';
import type { RowAction } from './log-row';

/** What a row of the table makes the service do. */
export type Action = 'create' | 'update' | 'enable' | 'disable' | 'delete' | 'staged' | 'skip' | 'fail' | 'nothing';
/** What has to be asked of the target before the row can be told apart from its neighbours. */
export type Lookup = 'none' | 'match' | 'read';

export interface DecisionRow {
	readonly rule: Rule;
	readonly action: Action;
	readonly lookup: Lookup;
	/** Skip reason or error code of the log row. */
	readonly code?: string;
	/** The action that a skip leaves out and its log row names; without it the row says Other. */
	readonly omits?: RowAction;
	/** The link is stored although nothing is sent. */
	readonly links?: boolean;
	/** The link stays, but the service lets go of the account. */
	readonly releases?: boolean;
	readonly mask: number;
	readonly value: number;
}

type When = { readonly [name in GuardName]?: boolean };

function row(rule: Rule, action: Action, lookup: Lookup, when: When, more: Partial<DecisionRow> = {}): DecisionRow {
	let mask = 0;
	let value = 0;
	for (const [name, wanted] of Object.entries(when)) {
		mask |= Guard[name as GuardName];
		if (wanted) value |= Guard[name as GuardName];
	}
	return { rule, action, lookup, mask, value, ...more };
}

const there: When = { hardDeleted: false, softDeleted: false };
const inScope: When = { ...there, active: true, entitled: true, filter: true };
const newcomer: When = { ...inScope, linked: false, invalid: false };
const oneHit: When = { ...newcomer, manyHits: false, hit: true };
const known: When = { ...inScope, linked: true, invalid: false };
const goneForGood: When = { linked: true, managed: true, hardDeleted: true, deleteOn: true };

/** The four ways in which a linked account loses its place, told apart in the order of the rules. */
const losses: readonly { rule: Rule; when: When; releases: boolean }[] = [
	{ rule: 'C-178', when: { entitled: false }, releases: true },
	{ rule: 'C-179', when: { entitled: true, filter: false }, releases: true },
	{ rule: 'C-181', when: { entitled: true, filter: true, softDeleted: true }, releases: false },
	{ rule: 'C-180', when: { entitled: true, filter: true, softDeleted: false, active: false }, releases: false }
];

function lossRows(): DecisionRow[] {
	return losses.flatMap(({ rule, when, releases }) => {
		const lost: When = { ...when, linked: true, managed: true, hardDeleted: false };
		const heard: When = { ...lost, skipFlag: false };
		const deletes: When = { ...heard, noDisable: true };
		const disables: When = { ...heard, noDisable: false, updateOn: true, stateMapped: true };
		return [
			row('C-182', 'skip', 'none', { ...lost, skipFlag: true }, { code: 'SimSkipOutOfScopeDeletions' }),
			row('C-558', 'skip', 'none', { ...deletes, deleteOn: false }, { code: 'SimDeleteDisabled', omits: 'delete' }),
			row('C-185', 'delete', 'none', { ...deletes, deleteOn: true, staged: false }),
			row('C-196', 'staged', 'none', { ...deletes, deleteOn: true, staged: true }),
			row('C-184', 'skip', 'none', { ...heard, noDisable: false, updateOn: false }, { code: 'SimUpdateDisabled' }),
			row(
				'C-183',
				'skip',
				'read',
				{ ...heard, noDisable: false, updateOn: true, stateMapped: false },
				{ code: 'SimAccountStateNotMapped' }
			),
			row('C-186', 'skip', 'read', { ...disables, inactive: true }, { code: 'RedundantExport', releases }),
			row('C-196', 'staged', 'read', { ...disables, inactive: false, staged: true }),
			row(rule, 'disable', 'read', { ...disables, inactive: false, staged: false }, { releases })
		];
	});
}

/** C-162 to C-196: literal and disjoint, so that exactly one row answers any situation (a test runs them all). */
export const userDecisions: readonly DecisionRow[] = [
	invalidRow(false, 'create'),
	invalidRow(true, 'update'),
	row('C-168', 'fail', 'match', { ...newcomer, manyHits: true }, { code: 'DuplicateTargetEntries' }),
	row('C-162', 'create', 'match', { ...newcomer, manyHits: false, hit: false, createOn: true }),
	row(
		'C-163',
		'skip',
		'match',
		{ ...newcomer, manyHits: false, hit: false, createOn: false },
		{ code: 'SimCreateDisabled', omits: 'create' }
	),
	row('C-167', 'skip', 'match', { ...oneHit, updateOn: false }, { code: 'SimUpdateDisabled', links: true }),
	row('C-166', 'enable', 'match', { ...oneHit, updateOn: true, reactivates: true }, { links: true }),
	row('C-164', 'update', 'match', { ...oneHit, updateOn: true, reactivates: false, differs: true }, { links: true }),
	row(
		'C-165',
		'skip',
		'match',
		{ ...oneHit, updateOn: true, reactivates: false, differs: false },
		{ code: 'RedundantExport', links: true }
	),
	row(
		'C-169',
		'skip',
		'none',
		{ ...there, linked: false, entitled: true, active: false },
		{ code: 'NotEffectivelyEntitled', omits: 'create' }
	),
	row('C-170', 'skip', 'none', { ...there, linked: false, entitled: false }, { code: 'NotEffectivelyEntitled' }),
	row(
		'C-171',
		'skip',
		'none',
		{ ...there, linked: false, entitled: true, active: true, filter: false },
		{ code: 'SimScopingFilter' }
	),
	row('C-172', 'nothing', 'none', { linked: false, hardDeleted: false, softDeleted: true }),
	row('C-173', 'nothing', 'none', { linked: false, hardDeleted: true }),
	row('C-176', 'enable', 'read', { ...known, reactivates: true, updateOn: true }),
	row('C-174', 'update', 'read', { ...known, reactivates: false, differs: true, updateOn: true }),
	row('C-175', 'skip', 'read', { ...known, reactivates: false, differs: false }, { code: 'RedundantExport' }),
	row('C-177', 'skip', 'read', { ...known, reactivates: true, updateOn: false }, { code: 'SimUpdateDisabled' }),
	row(
		'C-177',
		'skip',
		'read',
		{ ...known, reactivates: false, differs: true, updateOn: false },
		{ code: 'SimUpdateDisabled' }
	),
	...lossRows(),
	...releasedRows(),
	row('C-187', 'delete', 'none', { ...goneForGood, noDelete: false, staged: false }),
	row('C-196', 'staged', 'none', { ...goneForGood, noDelete: false, staged: true }),
	...neverDeletedRows(),
	row(
		'C-188',
		'skip',
		'none',
		{ linked: true, managed: true, hardDeleted: true, deleteOn: false },
		{ code: 'SimDeleteDisabled', omits: 'delete' }
	),
	row('C-189', 'nothing', 'none', { linked: true, managed: false, hardDeleted: true })
];

function invalidRow(linked: boolean, omits: RowAction): DecisionRow {
	return row(
		'C-192',
		'skip',
		'none',
		{ ...inScope, linked, invalid: true },
		{ code: 'AttributeValidationFailed', omits }
	);
}

/** where accounts are never deleted, a person who is gone for good leaves an inactive one. */
function neverDeletedRows(): DecisionRow[] {
	const kept: When = { ...goneForGood, noDelete: true };
	const disables: When = { ...kept, updateOn: true, stateMapped: true };
	return [
		row('C-184', 'skip', 'none', { ...kept, updateOn: false }, { code: 'SimUpdateDisabled' }),
		row('C-183', 'skip', 'none', { ...kept, updateOn: true, stateMapped: false }, { code: 'SimAccountStateNotMapped' }),
		row('C-186', 'skip', 'read', { ...disables, inactive: true }, { code: 'RedundantExport' }),
		row('C-196', 'staged', 'read', { ...disables, inactive: false, staged: true }),
		row('A-108', 'disable', 'read', { ...disables, inactive: false, staged: false })
	];
}

/** C-232: after the disable that let go, nothing more is sent, whatever happens to the user out of scope. */
function releasedRows(): DecisionRow[] {
	const released: When = { linked: true, managed: false, hardDeleted: false };
	const code = { code: 'NotEffectivelyEntitled' };
	return [
		row('C-189', 'nothing', 'none', { ...released, softDeleted: true }),
		row('C-232', 'skip', 'none', { ...released, softDeleted: false, entitled: false }, code),
		row('C-232', 'skip', 'none', { ...released, softDeleted: false, entitled: true, filter: false }, code),
		row('C-232', 'skip', 'none', { ...released, softDeleted: false, entitled: true, filter: true, active: false }, code)
	];
}
