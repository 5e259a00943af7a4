import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { ScopeSchema } from '#lib/engine/scoping';
import { Report, type Path } from './report';
import { readRow, sameRow, writeRow } from './row';
import { readScope, writeScope } from './scope';
import type { ObjectShape, RowShape } from './shape';

/** What a job has of users or groups where a schema has none. */
export const noMapping: ObjectMapping = {
	enabled: false,
	create: true,
	update: true,
	delete: true,
	attributes: [],
	filter: null
};

const actions = ['Add', 'Update', 'Delete'] as const;

/** One object mapping as the engine has it. */
export function readObject(stored: ObjectShape, path: Path, report: Report, known?: ScopeSchema): ObjectMapping {
	const flows = readFlowTypes(stored.flowTypes, [...path, 'flowTypes'], report);
	const attributes: AttributeMapping[] = [];
	for (const [index, row] of (stored.attributeMappings ?? []).entries()) {
		const place = [...path, 'attributeMappings', index];
		const read = readRow(row, place, report);
		if (!read) continue;
		attributes.push(read);
		report.acts(place, ruleOf(read), `${read.target}: ${read.source.type}`);
	}
	return {
		enabled: stored.enabled ?? true,
		create: flows.has('Add'),
		update: flows.has('Update'),
		delete: flows.has('Delete'),
		attributes,
		filter: readScope(stored.scope, [...path, 'scope'], report, known)
	};
}

function ruleOf({ source }: AttributeMapping): string {
	return { Direct: 'J-004', Constant: 'J-006', Expression: 'J-007', None: 'M-002' }[source.type];
}

/** A set of words in one text, with or without spaces; empty means all three. */
function readFlowTypes(said: string | null | undefined, path: Path, report: Report): ReadonlySet<string> {
	const words = (said ?? '').split(',').flatMap((word) => word.trim() || []);
	if (words.length === 0) return new Set(actions);
	const found = new Set<string>();
	for (const word of words) {
		const known = [...actions, 'None'].find((one) => one.toLowerCase() === word.toLowerCase());
		if (known) found.add(known);
		else report.error(path, 'J-027', `${word} is not Add, Update or Delete`);
	}
	return found;
}

/** The object mapping as a schema stores it. */
export function writeObject(mapping: ObjectMapping): ObjectShape {
	return {
		enabled: mapping.enabled,
		flowTypes: flowTypesOf(mapping),
		scope: writeScope(mapping.filter),
		attributeMappings: mapping.attributes.map((row) => writeRow(row))
	};
}

/**
 * The same over what it was: a part that still does the same stays as it was written, and so does what the engine never
 * read (J-026). `without` names targets whose rows were kept and took no part.
 */
export function rewriteObject(mapping: ObjectMapping, before: ObjectShape, without: readonly string[]): ObjectShape {
	const was = readObject(before, [], new Report());
	const same = (name: 'enabled' | 'create' | 'update' | 'delete') => was[name] === mapping[name];
	const rows = writeRows(mapping.attributes, before.attributeMappings ?? [], without);
	return {
		...before,
		...(!same('enabled') && { enabled: mapping.enabled }),
		...(!(same('create') && same('update') && same('delete')) && { flowTypes: flowTypesOf(mapping) }),
		...(JSON.stringify(was.filter) !== JSON.stringify(mapping.filter) && {
			scope: writeScope(mapping.filter, before.scope)
		}),
		...((rows.length > 0 || before.attributeMappings) && { attributeMappings: rows })
	};
}

function flowTypesOf({ create, update, delete: remove }: ObjectMapping): string {
	const words = [create && 'Add', update && 'Update', remove && 'Delete'].filter(Boolean);
	return words.join(', ') || 'None';
}

/** The rows in the order of the mapping list; what the engine never read keeps its place after the row before it. */
function writeRows(
	rows: readonly AttributeMapping[],
	before: readonly RowShape[],
	without: readonly string[]
): RowShape[] {
	const left = before.map((stored) => ({ stored, read: readRow(stored, [], new Report()) }));
	// A row that took no part makes room for one that was mapped to its target since.
	const mapped = new Set(rows.map(({ target }) => target));
	const isOurs = ({ stored, read }: (typeof left)[number]) =>
		mapped.has(stored.targetAttributeName) || (read !== null && !without.includes(read.target));
	const written: RowShape[] = [];
	const keepStrangers = () => {
		while (left.length > 0 && !isOurs(left[0]!)) written.push(left.shift()!.stored);
	};
	for (const row of rows) {
		keepStrangers();
		const at = left.findIndex((one) => one.stored.targetAttributeName === row.target);
		const [found] = at < 0 ? [] : left.splice(at, 1);
		written.push(found?.read && sameRow(found.read, row) ? found.stored : writeRow(row, found?.stored));
	}
	return [...written, ...left.filter((one) => !isOurs(one)).map(({ stored }) => stored)];
}
