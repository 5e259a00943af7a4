import { compile, type Model } from '#lib/scim/model';
import { attributeIndex, type IndexPlan } from '../accounts';
import { definitionOf } from '../catalogue/kinds';
import type { AppDefinition } from '../definition';
import type { Resource } from '../types';
import { memberPlans } from './member-plans';

/** The index that counts accounts which take a seat. */
export const SEATS = 'User.$seat';

/** A definition made ready: models compiled, indexes planned. It holds no account and can serve many instances. */
export interface Plan {
	readonly definition: AppDefinition;
	readonly models: readonly Model[];
	readonly indexes: readonly IndexPlan[];
	/** The names of the indexes, by type and label: looked up for every request, and never put together. */
	indexOf(type: string, label: string): string | undefined;
}

export function planOf(definition: AppDefinition): Plan {
	const models = definition.types.map(compile);
	const seat: IndexPlan = {
		name: SEATS,
		type: 'User',
		keys: (resource) => (takesSeat(definition, resource) ? 'yes' : undefined)
	};
	const aside = (definition.asideIndexes ?? []).map(asideIndex);
	const seats = definition.countsSeats ? [seat] : [];
	const indexes = [
		...models.flatMap((model) => attributeIndexes(definition, model)),
		...aside,
		...memberPlans,
		...seats
	];
	const names = new Map<string, Map<string, string>>();
	for (const { type, name } of indexes) {
		if (!names.has(type)) names.set(type, new Map());
		names.get(type)!.set(name.slice(type.length + 1), name);
	}
	return { definition, models, indexes, indexOf: (type, label) => names.get(type)?.get(label) };
}

const asideIndex = (name: string): IndexPlan => ({
	name: `User.aside.${name}`,
	type: 'User',
	keys: ({ aside }) => (typeof aside?.[name] === 'string' ? aside[name].toLowerCase() : undefined)
});

const common: Readonly<Record<string, readonly string[]>> = {
	User: ['userName', 'externalId', 'emails.value'],
	Group: ['displayName', 'externalId']
};

function attributeIndexes(definition: AppDefinition, model: Model): readonly IndexPlan[] {
	const type = model.type.name;
	const known = (common[type] ?? []).filter((label) => model.fields.get(label.split('.')[0] as string));
	const unique = model.unique.map((field) => field.label);
	const labels = new Set([...known, ...unique, ...(definition.indexes?.[type] ?? [])]);
	return [...labels].map((label) => attributeIndex(model, label));
}

export const isActive = (definition: AppDefinition, resource: Resource) =>
	definition.isActive ? definition.isActive(resource) : resource.data.active !== false;

const takesSeat = (definition: AppDefinition, resource: Resource) =>
	definition.takesSeat ? definition.takesSeat(resource) : isActive(definition, resource);

const plans = new WeakMap<AppDefinition, Plan>();

/** A kind's plan, made once: it is derived from the definition alone. */
export function planFor(kind: string): Plan {
	const definition = definitionOf(kind);
	let plan = plans.get(definition);
	if (!plan) plans.set(definition, (plan = planOf(definition)));
	return plan;
}
