import type { Call } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import type { Slot } from '../language/tree';
import type { Rendered } from '../values/render';
import type { Source, Value } from '../values/value';

/** Which service understands a function: all of them, or cloud sync only. */
export type Profile = 'provisioning' | 'cloudSync';

export interface Parameter {
	readonly name: string;
	readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'list' | 'any' | 'keyword';
	readonly required: boolean;
	/** Together with its repeating neighbours it may come again and again. */
	readonly repeats?: boolean;
	readonly doc: string;
}

/** An example that a test runs. */
export interface Example {
	readonly expression: string;
	readonly source?: Source;
	readonly context?: { readonly now?: string; readonly existing?: readonly string[]; readonly defaultDomain?: string };
	/** The rendered value, the signal or the error that comes out; `pattern` where every run gives something else. */
	readonly gives:
		| { readonly value: Rendered }
		| { readonly flow: string }
		| { readonly error: string }
		| { readonly pattern: RegExp };
}

/** One function of the language: everything that evaluation, editor, reference page and tests know about it. */
export interface FunctionEntry {
	readonly name: string;
	readonly family: string;
	readonly profile?: 'cloudSync';
	readonly parameters: readonly Parameter[];
	/** Another form, which is told apart by the number of its slots. */
	readonly shortForm?: { readonly slots: number; readonly parameters: readonly Parameter[] };
	/** The least and the most argument slots. */
	readonly slots: readonly [number, number];
	readonly returns: string;
	readonly description: string;
	/** Where it is documented; empty: its meaning is our assumption. */
	readonly documented: string;
	readonly examples: readonly Example[];
	/** A rule about which slots are filled, told as a complaint. */
	readonly check?: (slots: readonly Slot[]) => string | undefined;
	readonly run: (call: Call, context: Context) => Value;
}

/** The parameter that a slot belongs to. */
export function parameterAt(entry: FunctionEntry, slot: number, slots: number): Parameter | undefined {
	const parameters = entry.shortForm?.slots === slots ? entry.shortForm.parameters : entry.parameters;
	if (slot < parameters.length) return parameters[slot];
	const repeating = parameters.filter((parameter) => parameter.repeats);
	return repeating[(slot - parameters.length) % repeating.length];
}

/** `Mid(source, start, length)`, optional parameters in brackets. */
export function signature(entry: FunctionEntry): string {
	const names = entry.parameters.map(({ name, required }) => (required ? name : `[${name}]`));
	return `${entry.name}(${names.join(', ')}${entry.slots[1] === Infinity ? ', ...' : ''})`;
}

export function required(name: string, kind: Parameter['kind'], doc: string): Parameter {
	return { name, kind, required: true, doc };
}

export function optional(name: string, kind: Parameter['kind'], doc: string): Parameter {
	return { name, kind, required: false, doc };
}

export function repeated(name: string, kind: Parameter['kind'], doc: string): Parameter {
	return { name, kind, required: true, repeats: true, doc };
}
