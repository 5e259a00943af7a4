import type { ScopingFilter } from '#lib/engine/scoping';
import type { Verb, ObjectKind, Choices } from './mapping-draft';

export interface DraftClause {
	readonly attribute: string;
	readonly operator: string;
	readonly value?: string;
}

/** One scoping filter: its clauses must all hold (AND); any one filter lets an object in (OR). */
export interface DraftFilter {
	readonly name: string;
	readonly clauses: readonly DraftClause[];
}

export type ScopeDraft = readonly DraftFilter[];

export function isScopeDraft(value: unknown): value is ScopeDraft {
	const isClause = (clause: unknown) => typeof (clause as DraftClause | null)?.operator === 'string';
	const isFilter = (filter: unknown) => {
		const { name, clauses } = (filter ?? {}) as Partial<DraftFilter>;
		return typeof name === 'string' && Array.isArray(clauses) && clauses.every(isClause);
	};
	return Array.isArray(value) && value.every(isFilter);
}

export function savedFilters(filter: ScopingFilter | null): ScopeDraft {
	return (filter?.groups ?? []).map(({ name, clauses }) => ({
		name: name ?? '',
		clauses: clauses.map(({ attribute, operator, value }) => ({
			attribute,
			operator,
			...(value !== undefined && value !== null && { value: String(value) })
		}))
	}));
}

/** As it is saved: no filter at all lets everybody through. */
export function filterOf(draft: ScopeDraft) {
	return draft.length === 0 ? null : { groups: draft.map(({ name, clauses }) => ({ name, clauses: [...clauses] })) };
}

export function sameFilters(one: ScopeDraft, other: ScopeDraft): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** How many filters are other than they are saved. */
export function changedFilters(saved: ScopeDraft, draft: ScopeDraft): number {
	const before = saved.map((filter) => JSON.stringify(filter));
	const after = draft.map((filter) => JSON.stringify(filter));
	const fresh = after.filter((text) => !before.includes(text)).length;
	const gone = before.filter((text) => !after.includes(text)).length;
	return Math.max(fresh, gone, sameFilters(saved, draft) ? 0 : 1);
}

/** What is still missing before anybody can judge it. */
export function missingInScope(draft: ScopeDraft, operators: Choices['operators']): string | null {
	for (const [at, { name, clauses }] of draft.entries()) {
		const title = name || `Filter ${at + 1}`;
		if (name.trim() === '') return `Filter ${at + 1}: write a Scoping Filter Title.`;
		if (clauses.length === 0) return `${title}: add a clause. A filter without any lets everybody through.`;
		for (const { attribute, operator, value } of clauses) {
			if (attribute === '') return `${title}: choose an Attribute Name.`;
			const needs = operators.find((known) => known.name === operator)?.needsValue ?? true;
			if (needs && (value ?? '') === '') return `${title}: write an Attribute Value for ${attribute} ${operator}.`;
		}
	}
	return null;
}

export function scopeCommands(app: string, object: ObjectKind, draft: ScopeDraft): Verb[] {
	return [{ verb: 'job.saveFilter', args: { app, object, filter: filterOf(draft) as never } }];
}

export const newClause: DraftClause = { attribute: '', operator: 'EQUALS', value: '' };

/** With another operator: a unary one has no value. */
export function withOperator(clause: DraftClause, operator: string, operators: Choices['operators']): DraftClause {
	const { value = '', attribute } = clause;
	const needs = operators.find(({ name }) => name === operator)?.needsValue ?? true;
	return needs ? { attribute, operator, value } : { attribute, operator };
}
