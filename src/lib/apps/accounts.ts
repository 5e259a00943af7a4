import { resolve, splitPath, type Field, type Model } from '#lib/scim/model';
import { isObject, type Json, type JsonObject } from '#lib/scim/types';
import type { Resource } from './types';

/** One index: its name and the keys that a resource has in it. */
export interface IndexPlan {
	/** `User.userName`, `Member.group`. */
	readonly name: string;
	readonly type: string;
	keys(resource: Resource): string | readonly string[] | undefined;
	/** What the keys are made of: where a change leaves it as it is, they stay too. */
	source?(resource: Resource): unknown;
}

/** Text as an index keeps it: folded unless the attribute is caseExact. */
export const indexKey = (field: Field, value: string) => (field.caseExact ? value : value.toLowerCase());

/** The plan that indexes an attribute, or every value of a list's sub-attribute (`emails.value`). */
export function attributeIndex(model: Model, label: string): IndexPlan {
	const field = resolve(model, splitPath(label));
	if (!field) throw new Error(`${model.type.name} has no ${label} to index`);
	const top = field.parent ?? field;
	const key = (value: Json | undefined) => (typeof value === 'string' ? indexKey(field, value) : undefined);
	const read = (data: JsonObject): Json | undefined => {
		const home = top.urn === undefined ? data : data[top.urn];
		return isObject(home as Json) ? (home as JsonObject)[top.name] : undefined;
	};
	const part = (value: Json | undefined) => (field === top ? value : isObject(value) ? value[field.name] : undefined);
	return {
		name: `${model.type.name}.${field.label}`,
		type: model.type.name,
		source: ({ data }) => read(data),
		keys({ data }) {
			const value = read(data);
			if (!Array.isArray(value)) return key(part(value));
			if (value.length === 1) return key(part(value[0] as Json));
			return value.map((element: Json) => key(part(element))).filter((k) => k !== undefined);
		}
	};
}

type Entries = Map<string, string | Set<string>>;

/**
 * The ids of resources by the value of an attribute. Whoever keeps resources calls `change` at the one place it writes.
 * An index is made when somebody asks for it: most attributes are never searched by.
 */
export class AccountIndex {
	readonly #plans: ReadonlyMap<string, IndexPlan>;
	readonly #made = new Map<string, { readonly plan: IndexPlan; readonly entries: Entries }[]>();
	readonly #entries = new Map<string, Entries>();
	/** Where nothing was found last: whoever creates an account asks for its name twice before. */
	#missed: { readonly name: string; readonly key: string } | null = null;

	/** `resources` are those that are there now. */
	constructor(
		plans: readonly IndexPlan[],
		readonly resources: () => Iterable<Resource>
	) {
		this.#plans = new Map(plans.map((plan) => [plan.name, plan]));
	}

	change(before: Resource | null | undefined, after: Resource | null | undefined) {
		this.#missed = null;
		for (const { plan, entries } of this.#made.get((after ?? before)?.type ?? '') ?? none) {
			if (before && after && plan.source && plan.source(before) === plan.source(after)) continue;
			const old = before ? plan.keys(before) : undefined;
			const next = after ? plan.keys(after) : undefined;
			if (old === next) continue;
			for (const key of listed(old)) drop(entries, key, (before as Resource).id);
			for (const key of listed(next)) add(entries, key, (after as Resource).id);
		}
	}

	/** In no order: whoever asks sorts by the records' numbers, for undoing adds again at the end. */
	find(name: string, key: string): readonly string[] {
		const found = this.#look(name, key);
		return found === undefined ? none : typeof found === 'string' ? [found] : [...found];
	}

	count(name: string, key: string): number {
		const found = this.#look(name, key);
		return found === undefined ? 0 : typeof found === 'string' ? 1 : found.size;
	}

	#look(name: string, key: string): string | Set<string> | undefined {
		const missed = this.#missed;
		if (missed !== null && missed.key === key && missed.name === name) return undefined;
		const found = this.#of(name)?.get(key);
		if (found === undefined) this.#missed = { name, key };
		return found;
	}

	#of(name: string): Entries | undefined {
		return this.#entries.get(name) ?? this.#make(name);
	}

	#make(name: string): Entries | undefined {
		const plan = this.#plans.get(name);
		if (!plan) return undefined;
		const entries: Entries = new Map();
		for (const resource of this.resources())
			if (resource.type === plan.type) for (const key of listed(plan.keys(resource))) add(entries, key, resource.id);
		this.#entries.set(name, entries);
		this.#made.set(plan.type, [...(this.#made.get(plan.type) ?? []), { plan, entries }]);
		return entries;
	}
}

const none: readonly never[] = [];

const listed = (keys: string | readonly string[] | undefined): readonly string[] =>
	keys === undefined ? none : typeof keys === 'string' ? [keys] : keys;

function add(entries: Map<string, string | Set<string>>, key: string, id: string) {
	const old = entries.get(key);
	if (old === undefined) entries.set(key, id);
	else if (typeof old !== 'string') old.add(id);
	else if (old !== id) entries.set(key, new Set([old, id]));
}

function drop(entries: Map<string, string | Set<string>>, key: string, id: string) {
	const old = entries.get(key);
	if (old === id) entries.delete(key);
	else if (typeof old === 'object') {
		old.delete(id);
		if (old.size === 0) entries.delete(key);
	}
}
