import { factKinds, type FactKind } from '#lib/engine/base';
import { rowActions, rowStatuses, type RowAction, type RowStatus } from '#lib/engine/steps/log-row';

/** What a fact has to be to stop time; what is not named may be anything. */
export interface FactCondition {
	readonly kind?: FactKind;
	/** Of the rows of the log. */
	readonly action?: RowAction;
	readonly status?: RowStatus;
	/** The key of an application. */
	readonly app?: string;
}

/** As it is kept with the session: "fact:action=disable,app=byoa". */
export function writeCondition(condition: FactCondition): `fact:${string}` {
	const parts = Object.entries(condition).filter(([, value]) => value !== undefined);
	return `fact:${parts.map(([name, value]) => `${name}=${value}`).join(',')}`;
}

/** Reads it again; null: it is none. A part that says nothing known is a condition that never holds, so it is refused. */
export function readCondition(text: string): FactCondition | null {
	if (!text.startsWith('fact:')) return null;
	const parts = new Map(
		text
			.slice(5)
			.split(',')
			.filter(Boolean)
			.map((part) => part.split('=', 2) as [string, string])
	);
	const known = (name: string, values: readonly string[]) => !parts.has(name) || values.includes(parts.get(name)!);
	if (!known('kind', factKinds) || !known('action', rowActions) || !known('status', rowStatuses)) return null;
	if ([...parts.keys()].some((name) => !['kind', 'action', 'status', 'app'].includes(name))) return null;
	return Object.fromEntries(parts);
}

export function personOf(text: string): number | null {
	const found = /^person:(\d+)$/.exec(text);
	return found ? Number(found[1]) : null;
}
