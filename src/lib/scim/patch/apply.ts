import { frozen } from '../frozen';
import { refusal, unknownAttribute } from '../errors';
import { equal } from '../equal';
import { bindElement } from '../filter/evaluate';
import type { Filter } from '../filter/tree';
import type { Field, Fields, Model } from '../model';
import { isObject, type Json, type JsonObject } from '../types';
import { readOne, readValue, requireAll, type ReadOptions } from '../values';
import { fromFilter } from './create';
import { copyOf, Draft, type SeparateList } from './draft';
import { append, elementsOf, onePrimary, stored, without } from './lists';
import { parsePath, type Target } from './path';
import type { Operation } from './request';

export interface PatchOptions extends ReadOptions {
	readonly replaceWithoutMatch: 'noTarget' | 'create';
	readonly addWithoutMatch: 'noTarget' | 'create';
	readonly removeWithoutMatch: 'noTarget' | 'ignore';
	readonly removeWithValue: 'refuse' | 'named';
	readonly dottedKeys: 'refuse' | 'expand';
	readonly bareValues: boolean;
}

type AttributeTarget = Target & { kind: 'attribute' };

/** Applies the operations in order (S-257) and answers the new attributes, or throws and nothing has happened. */
export function applyPatch(
	model: Model,
	data: JsonObject,
	operations: readonly Operation[],
	options: PatchOptions,
	separate?: SeparateList,
	id?: string
): JsonObject {
	const patch = new Patch(model, new Draft(data, separate), options, id);
	for (const operation of operations) patch.apply(operation);
	requireAll(model, patch.draft.data);
	return patch.draft.data;
}

class Patch {
	constructor(
		readonly model: Model,
		readonly draft: Draft,
		readonly options: PatchOptions,
		readonly id: string | undefined
	) {}

	apply({ op, path, value }: Operation) {
		if (op === 'remove') {
			// S-273
			if (path === undefined) throw refusal('noTarget', 'remove needs a path');
			this.remove(parsePath(path, this.model, this.options.bareValues), value);
			return;
		}
		if (value === undefined) throw refusal('invalidValue', `${op} needs a value`);
		const target: Target = path === undefined ? { kind: 'resource' } : this.target(path);
		if (target.kind === 'attribute') this.set(op, target, value);
		else this.setMembers(op, target, value);
	}

	private target(path: string): Target {
		return parsePath(path, this.model, this.options.bareValues);
	}

	/** S-266, S-282: the members of an object, on the resource or on an extension. */
	private setMembers(op: 'add' | 'replace', target: Target, value: Json) {
		// S-191: an extension without a value is no longer there.
		if (value === null && target.kind === 'extension') return this.draft.removeExtension(target.extension.urn);
		if (!isObject(value)) throw refusal('invalidValue', 'The value must be an object of attributes');
		for (const key of Object.keys(value)) {
			const one = value[key] as Json;
			// S-263: `schemas` follows from the extensions that are there, wherever a client says it.
			if (key.toLowerCase() === 'schemas') continue;
			const inner = target.kind === 'extension' ? this.extensionMember(target, key) : this.resourceMember(key);
			if (inner.kind === 'attribute') this.set(op, inner, one);
			else this.setMembers(op, inner, one);
		}
	}

	private extensionMember(target: Target & { kind: 'extension' }, key: string): Target {
		const field = target.extension.fields.get(key);
		if (field) return { kind: 'attribute', field, filter: undefined, sub: undefined };
		if (this.options.dottedKeys === 'expand') return this.target(`${target.extension.urn}:${key}`);
		throw unknownMember(key);
	}

	/** S-096, S-293: the client uses paths as member names. */
	private resourceMember(key: string): Target {
		const field = this.model.fields.get(key);
		if (field) return { kind: 'attribute', field, filter: undefined, sub: undefined };
		if (this.options.dottedKeys === 'expand') return this.target(key);
		const home = this.model.urns.get(key.toLowerCase());
		if (home && home !== 'core') return { kind: 'extension', extension: home };
		throw unknownMember(key);
	}

	private set(op: 'add' | 'replace', target: AttributeTarget, value: Json) {
		const { field, filter, sub } = target;
		// S-260: its own id is no change; some clients name it beside what they change.
		const { name, urn } = field;
		if (urn === undefined && (name === 'schemas' || (name === 'id' && value === this.id))) return;
		this.refuseReadOnly(target);
		if (filter) this.setMatching(op, field, filter, sub, value);
		else if (sub) this.setSub(field, sub, value);
		else if (field.multiValued) this.setList(op, field, value);
		else this.setSingle(field, value);
	}

	/** S-267 to S-269, S-283, S-286: a complex value is merged, any other replaced. */
	private setSingle(field: Field, value: Json) {
		const old = this.draft.read(field);
		const given = this.options.looseShapes ? unwrapped(value) : value;
		const read = readValue(field, value, this.options);
		const next = field.subs && isObject(given) ? this.mergedParts(field.subs, old, given, read) : read;
		this.refuseImmutable(field, old, next);
		this.draft.write(field, next);
	}

	/** S-191, S-286: a part that is given without a value becomes unassigned; one that is not given stays. */
	private mergedParts(
		subs: Fields,
		old: Json | undefined,
		given: JsonObject,
		read: Json | undefined
	): Json | undefined {
		let next = old;
		for (const name of Object.keys(given)) {
			const sub = subs.get(name);
			if (!sub || sub.mutability === 'readOnly') continue;
			const part = member(read, sub.name);
			// S-107: the service takes a reference away with an empty value.
			if (sub.name === 'value' && part === undefined) return undefined;
			next = withSub(next, sub, part);
		}
		return next;
	}

	private setList(op: 'add' | 'replace', field: Field, value: Json) {
		const read = elementsOf(readValue(field, Array.isArray(value) || value === null ? value : [value], this.options));
		if (op === 'replace') {
			this.draft.write(field, stored(read));
		} else if (this.draft.isSeparate(field)) {
			this.draft.separate?.add(read);
		} else if (read.length) {
			this.draft.write(field, stored(append(elementsOf(this.draft.read(field)), read)));
		}
	}

	/** `name.givenName`; of a list without a filter, the sub-attribute of every value. */
	private setSub(field: Field, sub: Field, value: Json) {
		const old = this.draft.read(field);
		const read = readValue(sub, value, this.options);
		if (!field.multiValued) {
			this.refuseImmutable(sub, member(old, sub.name), read);
			this.draft.write(field, withSub(old, sub, read));
			return;
		}
		const elements = old === undefined ? [{}] : elementsOf(old);
		for (const element of elements) this.refuseImmutable(sub, member(element, sub.name), read);
		this.draft.write(field, stored(elements.map((e) => withSub(e, sub, read)).filter((e) => e !== undefined)));
	}

	/** S-287, S-288, and what happens without a match: S-272, S-289, S-290. */
	private setMatching(op: 'add' | 'replace', field: Field, filter: Filter, sub: Field | undefined, value: Json) {
		const elements = [...elementsOf(this.draft.read(field))];
		const matches = bindElement(filter, field.subs, this.options);
		const read = sub ? readValue(sub, value, this.options) : readOne(field, unwrapped(value), this.options);
		const told = new Set<number>();
		elements.forEach((element, i) => {
			if (!isObject(element) || !matches(element)) return;
			told.add(i);
			if (sub) this.refuseImmutable(sub, element[sub.name], read);
			const next = sub ? withSub(element, sub, read) : op === 'add' ? merged(element, read) : read;
			elements[i] = next ?? null;
		});
		if (!told.size) {
			const position = op === 'add' ? this.options.addWithoutMatch : this.options.replaceWithoutMatch;
			const made = position === 'create' ? fromFilter(field, filter, this.options) : undefined;
			if (!made) throw refusal('noTarget', `No value of ${field.label} matches the filter`);
			if (read === undefined) return;
			told.add(elements.push(frozen(sub ? { ...made, [sub.name]: read } : { ...made, ...(read as object) })) - 1);
		}
		this.draft.write(field, stored(onePrimary(elements, told).filter((element) => element !== null)));
	}

	private remove(target: Target, value: Json | undefined) {
		if (target.kind === 'resource') throw refusal('noTarget', 'remove needs a path');
		const named = value === undefined || value === null ? undefined : value;
		// S-281: a value has no meaning here for the RFC. Never is it taken as "remove everything".
		if (named !== undefined && this.options.removeWithValue === 'refuse') {
			throw refusal('invalidValue', 'remove takes no value');
		}
		if (target.kind === 'extension') {
			this.draft.removeExtension(target.extension.urn);
			return;
		}
		this.refuseReadOnly(target);
		const { field, filter, sub } = target;
		if (!sub && !filter && (field.required || field.name === 'schemas')) throw mutability(field, 'is required');
		if (filter) this.removeMatching(field, filter, sub);
		else if (sub) this.removeSub(field, sub, named);
		else if (named !== undefined) this.removeNamed(field, named);
		else this.removeWhole(field);
	}

	private removeWhole(field: Field) {
		this.refuseImmutable(field, this.draft.read(field), undefined);
		this.draft.write(field, undefined);
	}

	/** S-091, S-127: only the values named. */
	private removeNamed(field: Field, named: Json) {
		if (this.draft.isSeparate(field)) {
			this.draft.separate?.remove(elementsOf(named).map((n) => String(isObject(n) ? n.value : n)));
			return;
		}
		const old = this.draft.read(field);
		if (field.multiValued) this.draft.write(field, stored(without(field, elementsOf(old), elementsOf(named))));
		else if (equal(old, readValue(field, named, this.options))) this.draft.write(field, undefined);
	}

	private removeSub(field: Field, sub: Field, named: Json | undefined) {
		const old = this.draft.read(field);
		const drop = (element: Json | undefined) => {
			const held = member(element, sub.name);
			if (held === undefined || (named !== undefined && !equal(held, named))) return element;
			this.refuseImmutable(sub, held, undefined);
			return withSub(element, sub, undefined);
		};
		if (!field.multiValued) this.draft.write(field, drop(old));
		else
			this.draft.write(
				field,
				stored(
					elementsOf(old)
						.map(drop)
						.filter((e) => e !== undefined)
				)
			);
	}

	/** S-276, S-277, S-280. */
	private removeMatching(field: Field, filter: Filter, sub: Field | undefined) {
		const single = this.draft.isSeparate(field) && !sub ? memberNamed(filter) : undefined;
		if (single !== undefined && this.draft.separate?.remove([single])) return;
		const matches = bindElement(filter, field.subs, this.options);
		let found = false;
		const left: Json[] = [];
		for (const element of elementsOf(this.draft.read(field))) {
			if (!isObject(element) || !matches(element)) {
				left.push(element);
				continue;
			}
			found = true;
			if (!sub) continue;
			this.refuseImmutable(sub, element[sub.name], undefined);
			const rest = withSub(element, sub, undefined);
			if (rest !== undefined) left.push(rest);
		}
		if (found) this.draft.write(field, stored(left));
		else this.nothingRemoved(field);
	}

	private nothingRemoved(field: Field) {
		if (this.options.removeWithoutMatch === 'noTarget') {
			throw refusal('noTarget', `No value of ${field.label} matches the filter`);
		}
	}

	/** S-260 */
	private refuseReadOnly({ field, sub }: AttributeTarget) {
		if (field.mutability === 'readOnly') throw mutability(field, 'is read-only');
		if (sub?.mutability === 'readOnly') throw mutability(sub, 'is read-only');
	}

	/** S-261: may be given once. */
	private refuseImmutable(field: Field, old: Json | undefined, next: Json | undefined) {
		if (field.mutability !== 'immutable' || old === undefined || equal(old, next)) return;
		throw mutability(field, 'cannot be changed once it has a value');
	}
}

const unknownMember = (key: string) => unknownAttribute('invalidPath', key);

const mutability = (field: Field, why: string) =>
	refusal('mutability', `${field.label} ${why}`, { attribute: field.label });

const member = (value: Json | undefined, name: string): Json | undefined => (isObject(value) ? value[name] : undefined);

const unwrapped = (value: Json): Json => (Array.isArray(value) && value.length === 1 ? (value[0] as Json) : value);

const merged = (element: JsonObject, read: Json | undefined): Json | undefined =>
	isObject(read) ? frozen({ ...element, ...read }) : element;

/** A complex value with one sub-attribute set or, by undefined, unassigned; undefined when nothing is left. */
function withSub(value: Json | undefined, sub: Field, next: Json | undefined): Json | undefined {
	const object = copyOf(value);
	if (next === undefined) delete object[sub.name];
	else object[sub.name] = next;
	return Object.keys(object).length ? frozen(object) : undefined;
}

/** `members[value eq "..."]`: one member, found without reading the list. */
const memberNamed = (filter: Filter): string | undefined =>
	filter.kind === 'compare' && filter.op === 'eq' && filter.path.name === 'value' && typeof filter.value === 'string'
		? filter.value
		: undefined;
