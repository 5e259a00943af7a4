import { ScriptError } from '../parse/error';
import type { Argument, Check, Part } from '../parse/tree';
import type { Sandbox } from '../run/sandbox';
import { namesOf, shortName } from '../run/targets';
import type { AppRow } from '../../tables/rows';

/** What an expression says, and how it is compared. */
export interface Answer {
	readonly text: string;
	/** Where letters alone do not decide. */
	readonly equals?: (expected: string) => boolean;
	/** The values of a list, for lacks. */
	readonly values?: readonly string[];
	readonly why?: string;
}

/** Whether the answer is what a line expects. */
export function holds(found: Answer, { relation, value }: Pick<Check, 'relation' | 'value'>): boolean {
	if (relation === 'lacks') return !(found.values ?? [found.text]).some((one) => one.includes(value));
	return found.equals ? found.equals(value) : found.text === value;
}

/** Absent is an empty attribute or a missing object. */
export function said(value: unknown, why?: string): Answer {
	const empty = value === null || value === undefined || value === '';
	const text = empty ? 'absent' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	return {
		text,
		equals: (expected) => expected === text || (empty && (expected === '' || expected === 'none')),
		...(Array.isArray(value) && { values: value.map(String) }),
		...(why && { why })
	};
}

export function count(number: number, why?: string): Answer {
	return { text: String(number), ...(why && { why }) };
}

/** Names between commas; their order counts. */
export function list(values: readonly string[]): Answer {
	return { text: values.join(', '), values };
}

/** Attributes by any of their names, in any order: each is named, and nothing else. */
export function attributes(sandbox: Sandbox, app: AppRow, paths: readonly string[]): Answer {
	const shown = [...new Set(paths.map(shortName))];
	return {
		text: shown.join(', '),
		values: shown,
		equals(expected) {
			const names = expected.split(/,\s*/).filter((one) => one !== '');
			const known = paths.map((path) => namesOf(sandbox, app, path));
			return (
				names.every((name) => known.some((some) => some.includes(name))) &&
				known.every((some) => names.some((name) => some.includes(name))) &&
				names.length === shown.length
			);
		}
	};
}

/** One expression with its arguments at hand. */
export class Asked {
	constructor(
		readonly sandbox: Sandbox,
		readonly parts: readonly Part[]
	) {}

	get head(): Part {
		return this.parts[0]!;
	}

	/** The names after the head. */
	get path(): readonly string[] {
		return this.parts.slice(1).map(({ name }) => name);
	}

	get count(): number {
		return this.head.args?.length ?? 0;
	}

	argument(place: number, what: string): Argument {
		const found = this.head.args?.[place];
		if (!found) throw new ScriptError(`${this.head.name} needs ${what} as argument ${place + 1}`, this.head.place);
		return found;
	}

	app(place = 0): AppRow {
		return this.sandbox.app(this.argument(place, 'an application').value);
	}

	user(place: number): number {
		return this.sandbox.user(this.argument(place, 'a person').value);
	}

	unknown(name: string): ScriptError {
		return new ScriptError(`There is no ${name}`, this.head.place);
	}
}

export type Answers = { readonly [name: string]: (asked: Asked) => Answer };
