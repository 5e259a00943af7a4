import type { ObjectMapping } from '#lib/engine/job/records';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { ScopingFilter } from '#lib/engine/scoping';
import type { ObjectKind } from '#lib/world/schema-json';

/** One difference between the saved configuration and a document. */
export interface SchemaChange {
	readonly object: ObjectKind;
	/** A target attribute, or the part of the object mapping. */
	readonly what: string;
	readonly change: 'added' | 'changed' | 'removed';
	/** In words; empty where there is nothing. */
	readonly before: string;
	readonly after: string;
}

type Both = { readonly [kind in ObjectKind]: ObjectMapping | null };

/** Rows that are added, changed or removed, and the same for filter, actions and switch. */
export function changesOf(before: Both, after: Both): SchemaChange[] {
	return (['users', 'groups'] as const).flatMap((object) => {
		const was = before[object];
		// An application without groups stays without.
		if (!was) return [];
		return differences(was, after[object]).map((change) => ({ object, ...change }));
	});
}

type Difference = Omit<SchemaChange, 'object'>;

function differences(was: ObjectMapping, will: ObjectMapping | null): Difference[] {
	if (!will) return was.enabled ? [{ what: 'Enabled', change: 'changed', before: 'Yes', after: 'No' }] : [];
	const parts: Difference[] = [];
	const compare = (what: string, before: string, after: string) => {
		if (before !== after)
			parts.push({ what, change: !before ? 'added' : !after ? 'removed' : 'changed', before, after });
	};
	compare('Enabled', yesNo(was.enabled), yesNo(will.enabled));
	compare('Target Object Actions', actions(was), actions(will));
	compare('Source Object Scope', filterWords(was.filter), filterWords(will.filter));
	const rows = new Map(was.attributes.map((row) => [row.target, row]));
	for (const row of will.attributes) {
		compare(row.target, rowWords(rows.get(row.target)), rowWords(row));
		rows.delete(row.target);
	}
	for (const row of rows.values()) compare(row.target, rowWords(row), '');
	return parts;
}

function yesNo(on: boolean): string {
	return on ? 'Yes' : 'No';
}

function actions(mapping: ObjectMapping): string {
	const names = [mapping.create && 'Create', mapping.update && 'Update', mapping.delete && 'Delete'].filter(Boolean);
	return names.join(', ') || 'None';
}

function filterWords(filter: ScopingFilter | null): string {
	const sets = [filter?.groups, filter?.inputFilterGroups, filter?.categoryFilterGroups];
	const words = sets.map((groups) =>
		(groups ?? [])
			.map(({ clauses }) =>
				clauses
					.map(({ attribute, operator, value }) => [attribute, operator, value ?? ''].join(' ').trim())
					.join(' AND ')
			)
			.join(' OR ')
	);
	return words.filter(Boolean).join('; ') || 'All records';
}

function rowWords(row: AttributeMapping | undefined): string {
	if (!row) return '';
	const { source, defaultValue, matchingPrecedence, flowType, flowBehavior } = row;
	const from = {
		Direct: () => `[${(source as { attribute: string }).attribute}]`,
		Constant: () => `constant ${JSON.stringify((source as { value: string }).value)}`,
		Expression: () => (source as { expression: string }).expression,
		None: () => 'none'
	}[source.type]();
	const more = [
		defaultValue != null && `default ${JSON.stringify(defaultValue)}`,
		matchingPrecedence && `matching precedence ${matchingPrecedence}`,
		flowType && flowType !== 'Always' && flowType,
		flowBehavior && flowBehavior !== 'FlowWhenChanged' && flowBehavior
	].filter(Boolean);
	return [from, ...more].join(', ');
}
