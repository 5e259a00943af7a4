import type { Json } from '../../base';
import { shown } from '../values/render';
import type { List, Single } from '../values/value';
import type { ReadyMapping } from './compiled';
import { convert, isEmptyTarget, isSame, missing } from './convert';
import { missingRoles, rolesOnWire, sameRoles } from './roles';
import type { Flow, LeftOut, MappingFailure } from './types';

/** Told about every mapping that writes nothing; only a log or a preview listens. */
export type Leave = (left: LeftOut) => void;

export class Failure implements MappingFailure {
	readonly failed: MappingFailure['failed'];

	constructor({ mapping, index }: ReadyMapping, rule: string, message: string) {
		this.failed = { target: mapping.target, mapping: index, rule, message: `${mapping.target}: ${message}` };
	}
}

/** Null, or an attribute with no values: what a mapping never lets flow (M-004). An expression for a list may mean none. */
function isNull(value: Single | List, { isExpression, attribute, roles }: ReadyMapping): boolean {
	if (!Array.isArray(value) || value.length > 0) return value === null;
	return !(isExpression && (roles || !attribute || attribute.multivalued));
}

/** What one mapping writes when an object is created, if anything. */
export function created(
	ready: ReadyMapping,
	value: Single | List,
	leave: Leave | undefined
): Json | Failure | undefined {
	if (!isNull(value, ready)) {
		const json = converted(ready, value);
		return json instanceof Failure ? json : rolesOnWire(ready.roles, json);
	}
	if (ready.defaultValue !== undefined) return ready.defaultValue;
	if (leave) leftOut(leave, ready, ready.thunk ? 'null' : 'no value', 'M-004');
	return undefined;
}

/** The same, and why: `value` is what the mapping gave, `json` what is written. */
export function createdFlow(ready: ReadyMapping, value: Single | List, json: Json): Flow {
	if (isNull(value, ready)) return flowOf(ready, json, 'default', ready.thunk ? 'M-010' : 'M-002');
	return flowOf(ready, json, 'mapped', ready.roles === 'single' ? 'M-062' : 'M-003');
}

/** The flow of one mapping when an object is updated, if there is something to write. */
export function updated(
	ready: ReadyMapping,
	value: Single | List,
	present: Json | undefined,
	leave: Leave | undefined
): Flow | Failure | undefined {
	if (!ready.thunk) return defaultWhenEmpty(ready, present, leave);
	// M-032: with null flow on, an empty text clears like null, and the default plays no part.
	const { flowType = 'Always' } = ready.mapping;
	if (ready.flowsNull && flowType === 'Always' && (isNull(value, ready) || value === '')) {
		if (!isEmptyTarget(present)) return clearing(ready, 'M-032');
		if (leave) leftOut(leave, ready, 'unchanged', 'M-032');
		return undefined;
	}
	if (isNull(value, ready)) {
		if (leave) leftOut(leave, ready, 'null', 'M-004');
		return undefined;
	}
	const json = converted(ready, value);
	if (json instanceof Failure) return json;
	// M-021: what is added to a single value would take its place.
	const wouldReplace = flowType === 'AttributeAddOnly' || (flowType !== 'Always' && !Array.isArray(json));
	if (wouldReplace && !isEmptyTarget(present)) {
		if (leave) leftOut(leave, ready, 'target has a value', 'M-021');
		return undefined;
	}
	return changed(ready, flowOf(ready, json, 'mapped', 'M-022'), present, leave);
}

/** M-002: type None fills a target attribute whenever it is empty. */
function defaultWhenEmpty(ready: ReadyMapping, present: Json | undefined, leave: Leave | undefined): Flow | undefined {
	if (ready.defaultValue !== undefined && isEmptyTarget(present))
		return flowOf(ready, ready.defaultValue, 'default', 'M-002');
	if (leave) leftOut(leave, ready, ready.defaultValue === undefined ? 'no value' : 'target has a value', 'M-002');
	return undefined;
}

/** What of a value has to be written: all, the additions to a list, or nothing (M-021, M-022, M-066). */
function changed(
	ready: ReadyMapping,
	flow: Flow,
	present: Json | undefined,
	leave: Leave | undefined
): Flow | undefined {
	const always = ready.mapping.flowBehavior === 'FlowAlways';
	if (Array.isArray(flow.value) && onlyAdds(ready)) {
		const value = always ? flow.value : additions(ready, flow.value, Array.isArray(present) ? present : []);
		if (value.length > 0)
			return {
				...flow,
				value: rolesOnWire(ready.roles, value),
				operation: 'add',
				rule: ready.roles ? 'M-066' : 'M-021'
			};
	} else if (always || !isPresent(ready, flow.value, present)) {
		if (ready.roles !== 'assertive') return flow;
		return { ...flow, value: rolesOnWire('assertive', flow.value), rule: 'M-067' };
	}
	if (leave) leftOut(leave, ready, 'unchanged', 'M-022');
	return undefined;
}

function onlyAdds({ mapping, roles }: ReadyMapping): boolean {
	return roles === 'complex' || mapping.flowType === 'MultiValueAddOnly' || mapping.flowType === 'ValueAddOnly';
}

function additions(ready: ReadyMapping, wanted: readonly Json[], present: readonly Json[]): readonly Json[] {
	return ready.roles ? missingRoles(wanted, present) : missing(wanted, present, ready.attribute);
}

function isPresent(ready: ReadyMapping, wanted: Json, present: Json | undefined): boolean {
	if (ready.roles && Array.isArray(wanted)) return sameRoles(wanted, Array.isArray(present) ? present : []);
	return isSame(wanted, present, ready.attribute);
}

function converted(ready: ReadyMapping, value: Single | List): Json | Failure {
	const json = convert(value, ready.attribute);
	if (json !== undefined) return json;
	const type = `${ready.attribute?.multivalued ? 'list of ' : ''}${ready.attribute?.type ?? 'String'}`;
	return new Failure(ready, 'M-040', `${shown(value)} cannot become a ${type}`);
}

export function trapped(ready: ReadyMapping, present: Json | undefined): Flow | undefined {
	return isEmptyTarget(present) ? undefined : clearing(ready, 'M-045');
}

function clearing(ready: ReadyMapping, rule: string): Flow {
	return { ...flowOf(ready, null, 'null flow', rule), operation: 'clear' };
}

function flowOf(ready: ReadyMapping, value: Json, origin: Flow['origin'], rule: string): Flow {
	return {
		target: ready.mapping.target,
		value,
		operation: 'replace',
		origin,
		mapping: ready.index,
		rule,
		roles: ready.roles,
		redacted: ready.isRedacted
	};
}

export function leftOut(leave: Leave, ready: ReadyMapping, reason: LeftOut['reason'], rule: string): void {
	leave({ target: ready.mapping.target, mapping: ready.index, reason, rule });
}
