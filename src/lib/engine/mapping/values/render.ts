import { instantText } from '../dates/write';
import { type Complex, Instant, isList, type List, type Single, type Value } from './value';

/** A result as the doors give it: text, null, texts, or objects for application roles (V-004). */
export type Rendered = null | string | readonly (null | string | Complex)[] | Complex;

export function numberText(value: number | bigint): string {
	if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value);
	return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}

/** V-004, for everything that has a text: booleans with a capital, dates as the service prints them. */
export function textOf(value: string | boolean | number | bigint | Instant): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return value ? 'True' : 'False';
	if (value instanceof Instant) return instantText(value);
	return numberText(value);
}

function renderSingle(value: Single): null | string | Complex {
	if (value === null || typeof value === 'string') return value;
	if (typeof value === 'object' && !(value instanceof Instant)) return value;
	return textOf(value);
}

export function render(value: Single | List): Rendered {
	return isList(value) ? value.map(renderSingle) : renderSingle(value);
}

/** How a value is shown in a message. */
export function shown(value: Value): string {
	if (value === null) return 'null';
	if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
	if (isList(value)) return `a list of ${value.length} values`;
	if (typeof value === 'object' && !(value instanceof Instant)) return 'flow' in value ? 'a flow signal' : 'an object';
	return textOf(value);
}
