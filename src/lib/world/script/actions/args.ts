import { ScriptError } from '../parse/error';
import { words } from '../parse/split';
import type { Argument, Do } from '../parse/tree';
import type { Named } from '../run/names';
import type { Sandbox } from '../run/sandbox';
import { NotThere } from '../run/unbuilt';

/** The arguments of one action, each asked for by what it means. */
export class Args {
	constructor(
		readonly sandbox: Sandbox,
		readonly statement: Do
	) {}

	get count(): number {
		return this.statement.args.length;
	}

	has(place: number): boolean {
		return place < this.count;
	}

	argument(place: number, what: string): Argument {
		const found = this.statement.args[place];
		if (!found || found.text === '')
			throw new ScriptError(`${this.statement.action} needs ${what} as argument ${place + 1}`, this.statement.place);
		return found;
	}

	text(place: number, what: string): string {
		return this.argument(place, what).value;
	}

	/** The arguments from this place on as they are written. */
	raw(place: number, what: string): string {
		this.argument(place, what);
		return this.statement.args
			.slice(place)
			.map(({ text }) => text)
			.join(', ');
	}

	key(name: string): string | undefined {
		return this.statement.args.find(({ key }) => key === name)?.value;
	}

	/** Every argument with a key. */
	get keyed(): readonly (Argument & { readonly key: string })[] {
		return this.statement.args.filter((one): one is Argument & { readonly key: string } => one.key !== null);
	}

	app(place = 0): string {
		return this.sandbox.app(this.text(place, 'an application')).key;
	}

	user(place: number): number {
		const found = this.argument(place, 'a person');
		const slot = this.sandbox.names.user(found.value);
		if (slot === undefined) throw new NotThere(`there is no person ${found.value}`);
		return slot;
	}

	group(place: number): number {
		return this.sandbox.group(this.text(place, 'a group'));
	}

	/** Persons, or one group. */
	who(place: number): readonly Named[] {
		const { value } = this.argument(place, 'persons or a group');
		const found = this.sandbox.names.resolve(words(value).map(({ text }) => text));
		if ('unknown' in found) throw new NotThere(`there is no ${found.unknown}`);
		return found;
	}

	onOff(place: number): boolean {
		const found = this.argument(place, 'on or off');
		if (found.value !== 'on' && found.value !== 'off')
			throw new ScriptError(`on or off is expected, not ${found.value}`, found.place);
		return found.value === 'on';
	}

	number(place: number, what: string): number {
		const found = this.argument(place, what);
		if (!/^\d+$/.test(found.value)) throw new ScriptError(`${what} is expected, not ${found.value}`, found.place);
		return Number(found.value);
	}

	oneOf<T extends string>(place: number, allowed: readonly T[]): T {
		const found = this.argument(place, allowed.join(' or '));
		if (!(allowed as readonly string[]).includes(found.value))
			throw new ScriptError(`${allowed.join(' or ')} is expected, not ${found.value}`, found.place);
		return found.value as T;
	}
}

/** What an action answers: done, or why it was refused. */
export type Action = (args: Args) => string;
export type Actions = { readonly [name: string]: Action };
