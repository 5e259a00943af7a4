import type { Json } from '../../base';
import type { Context } from '../evaluate/context';
import { EvaluationFault } from '../evaluate/fault';
import { ignoreAttribute, ignoreObject, type List, type Single, type Value } from '../values/value';
import { type ReadyMapping, readyMapping } from './compiled';
import { convert } from './convert';
import { created, createdFlow, Failure, type Leave, leftOut, trapped, updated } from './flows';
import type { AttributeMapping, CreateValue, Flow, Flows, MappingFailure, MappingSchema, Stopped } from './types';

/** What the target has now, by the target attribute's name as the mapping writes it. */
export type Present = (target: string) => Json | undefined;

export interface UpdateOptions {
	readonly present: Present;
	/** The source attributes that changed since the last export; only the Switch trap asks (M-045). */
	readonly changed?: ReadonlySet<string>;
	readonly leave?: Leave;
}

/** A value to search the target with (M-050, M-051). */
export interface MatchingValue {
	readonly target: string;
	readonly precedence: number;
	/** Null: this object has no value for it. */
	readonly value: string | null;
}

/** A list of attribute mappings, compiled once for each saved configuration. */
export class CompiledMappings {
	readonly mappings: readonly ReadyMapping[];
	/** Reference mappings, which are written in a second step (M-080). */
	readonly references: readonly ReadyMapping[];
	/** Lowest precedence first. */
	readonly matching: readonly ReadyMapping[];
	/** The source attributes that any mapping reads, each once. */
	readonly attributes: readonly string[];
	private readonly schema: MappingSchema;

	constructor(mappings: readonly AttributeMapping[], schema: MappingSchema = {}) {
		this.schema = schema;
		this.mappings = mappings.map((mapping, index) => readyMapping(mapping, index, schema));
		this.references = this.mappings.filter(({ isReference }) => isReference);
		this.matching = this.mappings
			.filter(({ mapping }) => (mapping.matchingPrecedence ?? 0) > 0)
			.sort((one, two) => one.mapping.matchingPrecedence! - two.mapping.matchingPrecedence! || one.index - two.index);
		this.attributes = [...new Set(this.mappings.flatMap(({ attributes }) => attributes))];
	}

	/** What a create sends, and why (M-003, M-010, M-012, M-020). Never throws. */
	forCreate(context: Context, leave?: Leave): Flows {
		const flows: Flow[] = [];
		const sent = (ready: ReadyMapping, value: Single | List, json: Json) => flows.push(createdFlow(ready, value, json));
		return this.#create(context, leave, sent) ?? flows;
	}

	/** The same values alone: a cycle asks for those of everybody. */
	valuesForCreate(context: Context): readonly CreateValue[] | Stopped {
		const values: CreateValue[] = [];
		const sent = ({ mapping }: ReadyMapping, _: Single | List, value: Json) =>
			values.push({ path: mapping.target, value });
		return this.#create(context, undefined, sent) ?? values;
	}

	/** Goes through the mappings; what comes back is what keeps the object from being created. */
	#create(
		context: Context,
		leave: Leave | undefined,
		sent: (ready: ReadyMapping, value: Single | List, json: Json) => void
	): Stopped | undefined {
		for (const ready of this.mappings) {
			if (ready.isReference) {
				if (leave) leftOut(leave, ready, 'reference', 'M-080');
				continue;
			}
			const value = evaluate(ready, context);
			if (value instanceof Failure) return value;
			if (value === ignoreObject) return ignored(ready);
			let json: Json | Failure | undefined;
			if (value !== ignoreAttribute) json = created(ready, value as Single | List, leave);
			else if (leave) leftOut(leave, ready, 'ignored', 'M-042');
			if (json instanceof Failure) return json;
			if (json !== undefined) sent(ready, value as Single | List, json);
			else if (ready.attribute?.required)
				return new Failure(ready, 'M-012', 'the required target attribute has no value');
		}
		return undefined;
	}

	/** What an update changes; reads the target's present values (M-002, M-021, M-022, M-030). Never throws. */
	forUpdate(context: Context, options: UpdateOptions): Flows {
		const flows: Flow[] = [];
		for (const ready of this.mappings) {
			const { leave } = options;
			if (ready.isReference || ready.mapping.flowType === 'ObjectAddOnly') {
				if (leave && ready.isReference) leftOut(leave, ready, 'reference', 'M-080');
				else if (leave) leftOut(leave, ready, 'only on creation', 'M-020');
				continue;
			}
			const value = this.isTrapped(ready, options) ? null : evaluate(ready, context);
			if (value instanceof Failure) return value;
			if (value === ignoreObject) return ignored(ready);
			if (value === ignoreAttribute) {
				if (leave) leftOut(leave, ready, 'ignored', 'M-042');
				continue;
			}
			const present = options.present(ready.mapping.target);
			const flow = this.isTrapped(ready, options)
				? trapped(ready, present)
				: updated(ready, value as Single | List, present, leave);
			if (flow === undefined) continue;
			if (flow instanceof Failure) return flow;
			flows.push(flow);
		}
		return flows;
	}

	/** The values to match with, in the order in which they are tried. Never throws. */
	forMatching(context: Context): readonly MatchingValue[] | MappingFailure {
		const values: MatchingValue[] = [];
		for (const ready of this.matching) {
			const value = evaluate(ready, context);
			if (value instanceof Failure) return value;
			const json =
				value === ignoreAttribute || value === ignoreObject ? null : convert(value as Single | List, ready.attribute);
			const text = typeof json === 'object' || json === undefined ? null : String(json);
			values.push({
				target: ready.mapping.target,
				precedence: ready.mapping.matchingPrecedence!,
				value: text === '' ? null : text
			});
		}
		return values;
	}

	/** M-045: the Switch does not see its source attribute, because that did not change. */
	private isTrapped({ isSwitch, attributes }: ReadyMapping, { changed }: UpdateOptions): boolean {
		if (!this.schema.switchTrap || !isSwitch || !changed || changed.size === 0) return false;
		return !attributes.some((name) => changed.has(name));
	}
}

function evaluate(ready: ReadyMapping, context: Context): Value | Failure {
	if (!ready.thunk) return null;
	try {
		return ready.thunk(context);
	} catch (error) {
		if (error instanceof EvaluationFault) return new Failure(ready, 'M-090', error.message);
		throw error;
	}
}

function ignored({ mapping, index }: ReadyMapping): Stopped {
	return { ignored: { target: mapping.target, mapping: index, rule: 'M-043' } };
}
