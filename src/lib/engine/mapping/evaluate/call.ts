import { readDate } from '../dates/read';
import { type FunctionEntry, parameterAt } from '../functions/entry';
import type { CallNode } from '../language/tree';
import { toInteger } from '../values/numbers';
import { shown, textOf } from '../values/render';
import { Instant, isComplex, isSignal, type List, type Single, type Value } from '../values/value';
import type { Context, Thunk } from './context';
import { EvaluationFault } from './fault';

/** A function call, ready to run: its arguments are evaluated when the function asks for them (G-012). */
export interface Call {
	readonly entry: FunctionEntry;
	readonly node: CallNode;
	/** Undefined: the slot is empty or missing. */
	readonly args: readonly (Thunk | undefined)[];
}

/** `Mid: start (argument 2) -1 is below 1` */
export function fail(call: Call, slot: number, value: Value, why: string): never {
	const name = parameterAt(call.entry, slot, call.node.args.length)?.name ?? 'argument';
	const at = call.node.args[slot]?.start ?? call.node.start;
	throw new EvaluationFault(`${call.entry.name}: ${name} (argument ${slot + 1}) ${shown(value)} ${why}`, at);
}

export function failCall(call: Call, why: string): never {
	throw new EvaluationFault(`${call.entry.name}: ${why}`, call.node.start);
}

export function isFilled(call: Call, slot: number): boolean {
	return call.args[slot] !== undefined;
}

/** Any value; an ignore signal stays one. Only IIF, Switch and IgnoreFlowIfNullOrEmpty may take those (E-004). */
export function flowing(call: Call, slot: number, context: Context): Value {
	const thunk = call.args[slot];
	return thunk === undefined ? null : thunk(context);
}

/** Any value, a list included. */
export function anything(call: Call, slot: number, context: Context): Single | List {
	const value = flowing(call, slot, context);
	if (isSignal(value)) fail(call, slot, value, 'cannot be used as a value');
	return value as Single | List;
}

/** One value; a list of one element is that element (V-008). */
export function single(call: Call, slot: number, context: Context): Single {
	const thunk = call.args[slot];
	const value = thunk === undefined ? null : thunk(context);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) {
		if (value.length > 1) fail(call, slot, value, 'was given where a single value is expected');
		return (value as List)[0] ?? null;
	}
	if (isSignal(value)) fail(call, slot, value, 'cannot be used as a value');
	return value as Single;
}

/** One value as text (V-004), or null. */
export function text(call: Call, slot: number, context: Context): string | null {
	const value = single(call, slot, context);
	return typeof value === 'string' || value === null ? value : asText(call, slot, value);
}

export function asText(call: Call, slot: number, value: Single): string {
	if (value === null) return '';
	if (isComplex(value)) fail(call, slot, value, 'has no text');
	return textOf(value as Exclude<Single, null | { readonly [key: string]: unknown }>);
}

/** A list: a single value is a list of one, null is an empty list. */
export function list(call: Call, slot: number, context: Context): List {
	return asList(anything(call, slot, context));
}

export function asList(value: Single | List): List {
	return value === null ? [] : Array.isArray(value) ? (value as List) : [value as Single];
}

/** V-005; null is an error here (N-006). */
export function asInteger(call: Call, slot: number, value: Single): number | bigint {
	const number = toInteger(value);
	return number === undefined ? fail(call, slot, value, 'is not an integer') : number;
}

/** An integer that counts characters, elements or units. Beyond 2^53 nothing is countable. */
export function asCount(call: Call, slot: number, value: Single): number {
	return Number(asInteger(call, slot, value));
}

/** V-007: a date value, or a text that CDate can read. */
export function asDate(call: Call, slot: number, value: Single): Instant {
	if (value instanceof Instant) return value;
	const date = value === null ? undefined : readDate(asText(call, slot, value));
	return date ?? fail(call, slot, value, 'is not a date');
}
