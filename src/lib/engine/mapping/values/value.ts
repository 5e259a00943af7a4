import type { Json } from '../../base';

/** A source object: attribute name to value, as the directory gives it. Never changed by an evaluation. */
export type Source = { readonly [attribute: string]: Json | undefined };

/** An object value; only application roles have them (V-001). */
export type Complex = { readonly [key: string]: Json };

/** A date value: an instant in UTC. `ticks` are the 100 ns steps within the millisecond, 0 to 9999. */
export class Instant {
	readonly ms: number;
	readonly ticks: number;
	/** The text it was read from named an offset; only the format letter K wants to know (D-004). */
	readonly zoned: boolean;

	constructor(ms: number, ticks = 0, zoned = false) {
		this.ms = ms;
		this.ticks = ticks;
		this.zoned = zoned;
	}
}

/** Not a value but an order: leave the attribute, or the whole object, out of this flow (E-004). */
export class FlowSignal {
	readonly flow: 'ignore' | 'ignoreObject';

	constructor(flow: 'ignore' | 'ignoreObject') {
		this.flow = flow;
	}
}
export const ignoreAttribute = new FlowSignal('ignore');
export const ignoreObject = new FlowSignal('ignoreObject');

/**
 * A single value. An integer is a number as long as a double holds it exactly and a bigint beyond (V-001);
 * a number with a fraction is a decimal.
 */
export type Single = null | string | boolean | number | bigint | Instant | Complex;
export type List = readonly Single[];
export type Value = Single | List | FlowSignal;

export function isList(value: Value): value is List {
	return Array.isArray(value);
}

export function isSignal(value: Value): value is FlowSignal {
	return value === ignoreAttribute || value === ignoreObject;
}

export function isComplex(value: Value): value is Complex {
	return (
		typeof value === 'object' &&
		value !== null &&
		!Array.isArray(value) &&
		!(value instanceof Instant) &&
		!(value instanceof FlowSignal)
	);
}

/** Null, empty text or an empty list (V-002). */
export function isNothing(value: Value): boolean {
	return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A source attribute brings its own kind, so nothing is converted (V-003); what is missing is null (V-002). */
export function fromJson(json: Json | undefined): Value {
	return json === undefined ? null : (json as Value);
}
