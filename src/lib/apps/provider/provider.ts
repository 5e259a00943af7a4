import { refusal } from '#lib/scim/errors';
import { resolve, splitPath, type Field, type Model } from '#lib/scim/model';
import type { PatchOptions } from '#lib/scim/patch/apply';
import { indexKey } from '../accounts';
import type { AppSettings, Surroundings } from '../definition';
import { entraPosition, rfcPosition, type Quirks } from '../quirks';
import type { AppStore, Resource } from '../types';
import type { Tokens } from './auth';
import { SEATS, type Plan } from './plan';

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
	/** What the service sends with each request, put together once. */
	readonly bearer: string;
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
		this.bearer = `Bearer ${tokens.token}`;
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

	readonly #find: Surroundings['find'] = (type, label, value) =>
		this.store.find(`${type}.${label}`, this.key(type, label, value));
	readonly #count: Surroundings['count'] = (type, label, value) =>
		this.store.count(`${type}.${label}`, this.key(type, label, value));
	readonly #seatsUsed: Surroundings['seatsUsed'] = () => this.store.count(SEATS, 'yes');

	get surroundings(): Surroundings {
		return {
			settings: this.settings(),
			now: this.now(),
			find: this.#find,
			count: this.#count,
			seatsUsed: this.#seatsUsed
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

	/** S-218: a unique value that another resource has. One that the resource keeps is its own already. */
	refuseDuplicates(model: Model, data: Resource['data'], before: Resource | undefined) {
		for (const field of model.unique) {
			const value = valueOf(field, data);
			if (!before || value !== valueOf(field, before.data)) this.refuseTaken(model, field.label, value, before?.id);
		}
		if (model.type.name === 'Group' && this.quirks.groupNames === 'unique' && model.fields.get('displayName')) {
			this.refuseTaken(model, 'displayName', data.displayName, before?.id);
		}
	}

	private refuseTaken(model: Model, label: string, value: unknown, self: string | undefined) {
		if (typeof value !== 'string') return;
		const field = model.fields.get(label);
		const key = field ? indexKey(field, value) : value;
		const index = this.plan.indexOf(model.type.name, label);
		if (index === undefined || this.store.count(index, key) === 0) return;
		if (!this.store.find(index, key).some((other) => other.id !== self)) return;
		throw refusal('uniqueness', `${label} ${JSON.stringify(value)} is already taken`, { attribute: label, value });
	}
}

function valueOf({ urn, name }: Field, data: Resource['data']): unknown {
	return urn === undefined ? data[name] : (data[urn] as Resource['data'] | undefined)?.[name];
}
