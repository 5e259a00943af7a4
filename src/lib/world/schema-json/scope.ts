import {
	type Clause,
	type ClauseGroup,
	compileScope,
	scopeOperators,
	type ScopeSchema,
	type ScopingFilter
} from '#lib/engine/scoping';
import { Report, type Path } from './report';
import type { ScopeShape } from './shape';
import { textOf } from './words';

const sets = ['groups', 'inputFilterGroups', 'categoryFilterGroups'] as const;
type GroupShape = NonNullable<ScopeShape['groups']>[number];
type ClauseShape = NonNullable<GroupShape['clauses']>[number];

/** The scoping filter of an object mapping; null: everything is in scope. */
export function readScope(
	stored: ScopeShape | null | undefined,
	path: Path,
	report: Report,
	known?: ScopeSchema
): ScopingFilter | null {
	if (!stored) return null;
	const filter: { -readonly [set in keyof ScopingFilter]: ScopingFilter[set] } = {};
	for (const set of sets) {
		const groups = stored[set] ?? [];
		if (groups.length > 0) filter[set] = groups.map((group, index) => readGroup(group, [...path, set, index], report));
	}
	for (const member of Object.keys(stored))
		if (!(sets as readonly string[]).includes(member))
			report.warning([...path, member], 'J-026', `${member} is not part of a scoping filter`);
	if (Object.keys(filter).length === 0) return null;
	const verdict = compileScope(filter, known);
	if ('error' in verdict) report.error(path, 'F-026', verdict.message);
	for (const set of sets)
		if (filter[set]) report.acts([...path, set], 'F-002', `${filter[set].length} of its filter groups act`);
	return filter;
}

function readGroup({ name, clauses }: GroupShape, path: Path, report: Report): ClauseGroup {
	return {
		...(name != null && { name }),
		clauses: (clauses ?? []).map((clause, index) => readClause(clause, [...path, 'clauses', index], report))
	};
}

function readClause(stored: ClauseShape, path: Path, report: Report): Clause {
	const { sourceOperandName, operatorName, targetOperand } = stored;
	const operator = scopeOperators.find(({ name }) => name.toLowerCase() === operatorName.toLowerCase());
	const values = targetOperand?.values ?? [];
	if (operator && operator.needsValue !== (targetOperand != null))
		report.warning(
			[...path, 'targetOperand'],
			'F-006',
			operator.needsValue ? `${operatorName} needs a value` : `${operatorName} takes no value`
		);
	if (values.length > 1)
		report.keeps(
			[...path, 'targetOperand', 'values'],
			'J-026',
			`only the first of ${values.length} values is compared`
		);
	const [value] = values;
	return {
		attribute: sourceOperandName,
		operator: operator?.name ?? operatorName,
		...(operator?.needsValue !== false && value != null && { value: textOf(value) })
	};
}

/** The filter as a schema stores it; groups and clauses that are as they were keep what else they had. */
export function writeScope(filter: ScopingFilter | null, before: ScopeShape | null = null): ScopeShape | null {
	if (!filter) return before && { ...before, groups: [], inputFilterGroups: [], categoryFilterGroups: [] };
	const groupsOf = (set: (typeof sets)[number]) => writeGroups(filter[set] ?? [], before?.[set] ?? []);
	return {
		...before,
		categoryFilterGroups: groupsOf('categoryFilterGroups'),
		groups: groupsOf('groups'),
		inputFilterGroups: groupsOf('inputFilterGroups')
	};
}

function writeGroups(groups: readonly ClauseGroup[], before: readonly GroupShape[]): GroupShape[] {
	const groupFor = pool(before, (stored) => groupText(readGroup(stored, [], new Report())));
	const stored = before.flatMap((group) => group.clauses ?? []);
	const clauseFor = pool(stored, (clause) => clauseText(readClause(clause, [], new Report())));
	return groups.map(
		(group) =>
			groupFor(groupText(group)) ?? {
				name: group.name ?? null,
				clauses: group.clauses.map((clause) => clauseFor(clauseText(clause)) ?? writeClause(clause))
			}
	);
}

/** Hands out, once each, what stood there for what says the same. */
function pool<Stored>(before: readonly Stored[], textFor: (stored: Stored) => string) {
	const left = before.map((stored) => ({ stored, says: textFor(stored) }));
	return (wanted: string): Stored | undefined => {
		const at = left.findIndex(({ says }) => says === wanted);
		return at < 0 ? undefined : left.splice(at, 1)[0]!.stored;
	};
}

function groupText({ name, clauses }: ClauseGroup): string {
	return JSON.stringify([name ?? null, clauses.map(clauseText)]);
}

function clauseText({ attribute, operator, value }: Clause): string {
	return JSON.stringify([attribute, operator, value ?? null]);
}

function writeClause({ attribute, operator, value }: Clause): ClauseShape {
	return {
		operatorName: operator,
		sourceOperandName: attribute,
		targetOperand: value === undefined || value === null ? null : { values: [textOf(value)] }
	};
}
