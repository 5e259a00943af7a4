import { refusal } from '#lib/scim/errors';
import { compile, resolve, splitPath, type Model } from '#lib/scim/model';
import type { PatchOptions } from '#lib/scim/patch/apply';
import { attributeIndex, indexKey, type IndexPlan } from '../accounts';
import type { AppDefinition, AppSettings, Surroundings } from '../definition';
import { entraPosition, rfcPosition, type Quirks } from '../quirks';
import type { AppStore, Resource } from '../types';
import type { Tokens } from './auth';
import { memberPlans } from './members';

export interface Limits {
	/** Resources in one page at most (S-243). */
	readonly maxResults: number;
	/** More matches than this are refused with tooMany (S-253). */
	readonly tooMany: number;
	readonly maxOperations: number;
	readonly maxPayloadSize: number;
}

export const defaultLimits: Limits = {
	maxResults: 1000,
	tooMany: Infinity,
	maxOperations: 1000,
	maxPayloadSize: 1_048_576
};

/** The index that counts accounts which take a seat. */
export const SEATS = 'User.$seat';

/** A definition made ready: models compiled, indexes planned. It holds no account and can serve many instances. */
export interface Plan {
	readonly definition: AppDefinition;
	readonly models: readonly Model[];
	readonly indexes: readonly IndexPlan[];
	/** Names of indexes for looking one up by type and label. */
	readonly indexed: ReadonlySet<string>;
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
	return { definition, models, indexes, indexed: new Set(indexes.map((index) => index.name)) };
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

const optionsOf = (q: Quirks): PatchOptions => ({
	textBooleans: q.textBooleans === 'accept',
	looseShapes: q.looseShapes === 'accept',
	emptyTextUnassigns: q.emptyText === 'unassign',
	refuseUnknown: q.unknownAttributes === 'refuse',
	replaceWithoutMatch: q.replaceWithoutMatch,
	addWithoutMatch: q.addWithoutMatch,
	removeWithoutMatch: q.removeWithoutMatch,
	removeWithValue: q.removeWithValue,
	dottedKeys: q.dottedKeys,
	bareValues: q.bareValues === 'accept'
});

/** One instance of an application while it answers. */
export class Provider {
	readonly models = new Map<string, Model>();
	#quirks: Quirks | undefined;
	#quirksFrom: AppSettings | undefined;
	#options: PatchOptions | undefined;
	#optionsFrom: Quirks | undefined;

	constructor(
		readonly plan: Plan,
		readonly store: AppStore,
		readonly tokens: Tokens,
		readonly limits: Limits,
		readonly seed: number,
		readonly now: () => number,
		readonly settings: () => AppSettings,
		private ownQuirks: Partial<Quirks>
	) {
		for (const model of plan.models) this.models.set(model.type.endpoint.slice(1).toLowerCase(), model);
	}

	/** The switches in force: the definition's, the instance's, what the administrator has set since. */
	get quirks(): Quirks {
		const settings = this.settings();
		if (!this.#quirks || this.#quirksFrom !== settings) {
			const { definition } = this.plan;
			const position = definition.position === 'rfc' ? rfcPosition : entraPosition;
			this.#quirks = { ...position, ...definition.quirks, ...this.ownQuirks, ...settings.quirks };
			this.#quirksFrom = settings;
		}
		return this.#quirks;
	}

	turn(positions: Partial<Quirks>) {
		this.ownQuirks = { ...this.ownQuirks, ...positions };
		this.#quirks = undefined;
	}

	/** How values are read and operations applied: the switches, as the protocol's own code takes them. */
	get patchOptions(): PatchOptions {
		const quirks = this.quirks;
		if (this.#optionsFrom !== quirks) {
			this.#options = optionsOf(quirks);
			this.#optionsFrom = quirks;
		}
		return this.#options as PatchOptions;
	}

	get surroundings(): Surroundings {
		return {
			settings: this.settings(),
			now: this.now(),
			find: (type, label, value) => this.store.find(`${type}.${label}`, this.key(type, label, value)),
			count: (type, label, value) => this.store.count(`${type}.${label}`, this.key(type, label, value)),
			seatsUsed: () => this.store.count(SEATS, 'yes')
		};
	}

	/** A value as the index of an attribute, or of a member of `aside`, has it. */
	private key(type: string, label: string, value: string): string {
		if (label.startsWith('aside.')) return value.toLowerCase();
		const model = this.plan.models.find((m) => m.type.name === type);
		const field = model && resolve(model, splitPath(label));
		if (!field) throw new Error(`${type} has no ${label}`);
		return indexKey(field, value);
	}

	/** The resource if it is of this type. */
	stored(model: Model, id: string): Resource | undefined {
		const resource = this.store.get(id);
		return resource?.type === model.type.name ? resource : undefined;
	}

	/** S-218: a unique value that another resource has. */
	refuseDuplicates(model: Model, data: Resource['data'], self: string | undefined) {
		for (const field of model.unique) {
			const home = field.urn === undefined ? data : (data[field.urn] as Resource['data'] | undefined);
			this.refuseTaken(model, field.label, home?.[field.name], self);
		}
		if (model.type.name === 'Group' && this.quirks.groupNames === 'unique' && model.fields.get('displayName')) {
			this.refuseTaken(model, 'displayName', data.displayName, self);
		}
	}

	private refuseTaken(model: Model, label: string, value: unknown, self: string | undefined) {
		if (typeof value !== 'string') return;
		const field = model.fields.get(label);
		const key = field ? indexKey(field, value) : value;
		if (!this.store.find(`${model.type.name}.${label}`, key).some((other) => other.id !== self)) return;
		throw refusal('uniqueness', `${label} ${JSON.stringify(value)} is already taken`, { attribute: label, value });
	}
}
