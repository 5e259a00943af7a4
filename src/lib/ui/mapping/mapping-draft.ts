import type { Json } from '#lib/engine/base';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { ViewData } from '#lib/views';

export type ObjectKind = 'users' | 'groups';
export type Saved = NonNullable<ViewData<'mappings'>[ObjectKind]>;
export type Choices = ViewData<'mappingChoices'>;
export interface Actions {
	readonly create: boolean;
	readonly update: boolean;
	readonly delete: boolean;
}

/** What a person changed and has not saved; null: that part is as it is saved. */
export interface MappingDraft {
	readonly attributes: readonly AttributeMapping[] | null;
	readonly actions: Actions | null;
	readonly enabled: boolean | null;
}

export const noDraft: MappingDraft = { attributes: null, actions: null, enabled: null };

export function isMappingDraft(value: unknown): value is MappingDraft {
	if (typeof value !== 'object' || value === null) return false;
	const { attributes, actions, enabled } = value as Record<string, unknown>;
	const isMapping = (row: unknown) => typeof (row as AttributeMapping | null)?.source?.type === 'string';
	return (
		(attributes === null || (Array.isArray(attributes) && attributes.every(isMapping))) &&
		(actions === null || typeof actions === 'object') &&
		(enabled === null || typeof enabled === 'boolean')
	);
}

export type RowState = 'saved' | 'changed' | 'new' | 'removed';

/** One line of the list: a mapping of the draft, or a saved one that the draft leaves out. */
export interface DraftRow {
	/** Its place in the draft; -1: it is left out. */
	readonly index: number;
	readonly mapping: AttributeMapping;
	readonly state: RowState;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The draft's list beside the saved one: a mapping goes by its target, which is mapped once (M-001). */
export function draftRows(saved: readonly AttributeMapping[], draft: readonly AttributeMapping[] | null): DraftRow[] {
	const list = draft ?? saved;
	const before = new Map(saved.map((mapping) => [mapping.target, mapping]));
	const rows = list.map((mapping, index): DraftRow => {
		const was = before.get(mapping.target);
		return { index, mapping, state: was === undefined ? 'new' : same(was, mapping) ? 'saved' : 'changed' };
	});
	const kept = new Set(list.map(({ target }) => target));
	const removed = saved.filter(({ target }) => !kept.has(target));
	return [...rows, ...removed.map((mapping): DraftRow => ({ index: -1, mapping, state: 'removed' }))];
}

/** The draft without the parts that came back to what is saved. */
export function settled(saved: Saved, draft: MappingDraft): MappingDraft | null {
	const { create, update, delete: remove } = saved;
	const list = saved.rows.map(({ mapping }) => mapping);
	const next: MappingDraft = {
		attributes: draft.attributes && !same(draft.attributes, list) ? draft.attributes : null,
		actions: draft.actions && !same(draft.actions, { create, update, delete: remove }) ? draft.actions : null,
		enabled: draft.enabled !== saved.enabled ? draft.enabled : null
	};
	return same(next, noDraft) ? null : next;
}

/** How many things are changed. */
export function changesOf(saved: Saved, draft: MappingDraft | null): number {
	if (!draft) return 0;
	const list = saved.rows.map(({ mapping }) => mapping);
	const rows = draftRows(list, draft.attributes).filter(({ state }) => state !== 'saved').length;
	const moved = rows === 0 && draft.attributes ? 1 : 0;
	return rows + moved + (draft.actions ? 1 : 0) + (draft.enabled === null ? 0 : 1);
}

export interface Verb {
	readonly verb:
		| 'job.setGroupMapping'
		| 'job.setActions'
		| 'job.saveMapping'
		| 'job.saveFilter'
		| 'job.saveSchema'
		| 'job.restoreDefaults';
	readonly args: Json;
}

/** The commands of one Save: each part that is different has its own. */
export function saveCommands(app: string, object: ObjectKind, draft: MappingDraft): Verb[] {
	const { attributes, actions, enabled } = draft;
	const commands: Verb[] = [];
	if (enabled !== null) commands.push({ verb: 'job.setGroupMapping', args: { app, enabled } });
	if (actions) commands.push({ verb: 'job.setActions', args: { app, object, ...actions } });
	if (attributes) commands.push({ verb: 'job.saveMapping', args: { app, object, attributes: attributes as never } });
	return commands;
}

/** The draft without the parts that were saved as they were sent: what has been changed since then stays. */
export function unsent(draft: MappingDraft, sent: MappingDraft): MappingDraft | null {
	const rest = <T>(now: T, then: T) => (same(now, then) ? null : now);
	const next: MappingDraft = {
		attributes: rest(draft.attributes, sent.attributes),
		actions: rest(draft.actions, sent.actions),
		enabled: rest(draft.enabled, sent.enabled)
	};
	return same(next, noDraft) ? null : next;
}

/** What is still missing in a mapping before anybody can judge it. */
export function missing({ target, source }: AttributeMapping): string | null {
	if (target === '') return 'Choose a target attribute.';
	if (source.type === 'Direct' && source.attribute === '') return 'Choose a source attribute.';
	if (source.type === 'Expression' && source.expression.trim() === '') return 'Write an expression.';
	return null;
}

/** A mapping for the first target that has none yet. */
export function newMapping({ targets }: Choices, list: readonly AttributeMapping[]): AttributeMapping {
	const taken = new Set(list.map(({ target }) => target));
	const free = targets.find(({ name, type }) => !taken.has(name) && type !== 'Reference');
	return { target: free?.name ?? '', source: { type: 'Direct', attribute: '' } };
}

/** The same mapping with another type: what was typed is carried over where it fits. */
export function withType(mapping: AttributeMapping, type: AttributeMapping['source']['type']): AttributeMapping {
	const { source } = mapping;
	if (source.type === type) return mapping;
	const attribute = source.type === 'Direct' ? source.attribute : '';
	switch (type) {
		case 'Direct': {
			const named = source.type === 'Expression' ? /^\s*\[([\w.]+)\]\s*$/.exec(source.expression)?.[1] : undefined;
			return { ...mapping, source: { type, attribute: named ?? '' } };
		}
		case 'Constant':
			return { ...mapping, source: { type, value: '' } };
		case 'Expression':
			return { ...mapping, source: { type, expression: expressionOf(mapping) || (attribute && `[${attribute}]`) } };
		case 'None':
			return { ...mapping, source: { type } };
	}
}

/** Any mapping as an expression, so that its result can be shown. */
export function expressionOf({ source }: AttributeMapping): string {
	switch (source.type) {
		case 'Direct':
			return source.attribute === '' ? '' : `[${source.attribute}]`;
		case 'Constant':
			return `"${source.value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
		case 'Expression':
			return source.expression;
		case 'None':
			return '';
	}
}

/** The next matching precedence that is free. */
export function nextPrecedence(list: readonly AttributeMapping[]): number {
	return Math.max(0, ...list.map(({ matchingPrecedence = 0 }) => matchingPrecedence)) + 1;
}

/** The draft with an expression for one target: its mapping is changed, or added. */
export function withExpression(saved: Saved, draft: MappingDraft | null, target: string, expression: string) {
	const now = draft ?? noDraft;
	const list = now.attributes ?? saved.rows.map(({ mapping }) => mapping);
	const source = { type: 'Expression', expression } as const;
	const at = list.findIndex((mapping) => mapping.target === target);
	const attributes = at < 0 ? [...list, { target, source }] : list.with(at, { ...list[at]!, source });
	return settled(saved, { ...now, attributes });
}
