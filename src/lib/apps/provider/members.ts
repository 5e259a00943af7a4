import { frozen } from '#lib/scim/frozen';
import { refusal } from '#lib/scim/errors';
import type { SeparateList } from '#lib/scim/patch/draft';
import { isObject, type Json, type JsonObject } from '#lib/scim/types';
import type { AppStore, Resource } from '../types';
import { MEMBER_OF, MEMBERSHIPS } from './member-plans';

const edgeId = (group: string, value: string) => `${group}/${value}`;

/** The members of one group: a record each, so that the twelve-thousandth costs as little as the first. */
export class Members implements SeparateList {
	readonly name = 'members';
	readonly #added = new Map<string, JsonObject>();
	readonly #removed = new Set<string>();

	constructor(
		readonly store: AppStore,
		readonly group: string | undefined
	) {}

	get changed(): boolean {
		return this.#added.size > 0 || this.#removed.size > 0;
	}

	list(): readonly Json[] {
		const kept: Json[] = [];
		for (const edge of this.#stored()) if (!this.#removed.has(edge.data.value as string)) kept.push(shown(edge.data));
		for (const element of this.#added.values()) kept.push(this.#typed(element));
		return kept;
	}

	set(elements: readonly Json[]) {
		const wanted = new Set(elements.map(valueOf));
		const old = this.list().map(valueOf);
		this.remove(old.filter((value) => !wanted.has(value)));
		this.add(elements);
	}

	add(elements: readonly Json[]) {
		for (const element of elements) {
			const value = valueOf(element);
			if (value === '') throw refusal('invalidValue', 'members.value is required', { attribute: 'members.value' });
			if (this.#has(value)) continue;
			if (this.#removed.delete(value)) continue;
			this.#added.set(value, isObject(element) ? element : { value });
		}
	}

	remove(values: readonly string[]): number {
		let found = 0;
		for (const value of values) {
			if (!this.#has(value)) continue;
			found++;
			if (!this.#added.delete(value)) this.#removed.add(value);
		}
		return found;
	}

	/** Writes what has changed, once the group itself is certain. */
	commit(group: string, now: number) {
		for (const value of this.#removed) this.store.put(edgeId(group, value), null);
		for (const [value, element] of this.#added) {
			const id = edgeId(group, value);
			const data = frozen({ ...this.#typed(element), group, value });
			const edge = { id, type: 'Member', n: this.store.next(), version: 1, created: now, modified: now, data };
			this.store.put(id, frozen(edge));
		}
	}

	/** A member sent without its type is of the type of whom it names, also for the operations that follow (S-257). */
	#typed(element: JsonObject): JsonObject {
		return { ...element, type: element.type ?? this.store.get(valueOf(element))?.type ?? 'User' };
	}

	#has(value: string): boolean {
		if (this.#added.has(value)) return true;
		if (this.group === undefined || this.#removed.has(value)) return false;
		return this.store.get(edgeId(this.group, value)) !== undefined;
	}

	#stored(): readonly Resource[] {
		return this.group === undefined ? [] : this.store.find(MEMBER_OF, this.group);
	}
}

const valueOf = (element: Json): string => String(isObject(element) ? (element.value ?? '') : element);

/** A member as it was sent, with what the application knows besides. */
function shown({ group: _, ...element }: JsonObject): JsonObject {
	return element;
}

/** A deleted user or group leaves every group, and its own members go with it. */
export function forget(store: AppStore, id: string) {
	for (const edge of [...store.find(MEMBER_OF, id), ...store.find(MEMBERSHIPS, id)]) store.put(edge.id, null);
}
