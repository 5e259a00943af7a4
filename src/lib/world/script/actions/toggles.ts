import type { Json } from '#lib/engine/base';
import { ScriptError } from '../parse/error';
import type { Actions, Args } from './args';

function settings(args: Args, change: (before: { readonly [name: string]: Json }) => { [name: string]: Json }): string {
	const { key, settings: before } = args.sandbox.app(args.app());
	return args.sandbox.do({ verb: 'app.set', args: { app: key, settings: change(before) } });
}

function object(value: Json | undefined): { [name: string]: Json } {
	return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...(value as object) } : {};
}

export const toggles: Actions = {
	'app.seats': (args) => settings(args, () => ({ seats: args.number(1, 'a number of seats') })),
	'app.lookup'(args) {
		const table = args.text(1, 'a table');
		const adds = args.oneOf(2, ['add', 'remove'] as const) === 'add';
		const text = args.text(3, 'a value');
		return settings(args, (before) => {
			const lookups = object(before.lookups);
			const kept = ((lookups[table] ?? []) as readonly string[]).filter((one) => one !== text);
			return { lookups: { ...lookups, [table]: adds ? [...kept, text] : kept } };
		});
	},
	'app.toggle'(args) {
		for (const { key, value, place } of args.keyed) {
			const outcome = toggle(args, key, value, place);
			if (outcome !== 'done') return outcome;
		}
		return 'done';
	}
};

function toggle(args: Args, name: string, value: string, place: ScriptError['place']): string {
	const onOff = (): boolean => {
		if (value !== 'on' && value !== 'off') throw new ScriptError(`${name} is on or off, not ${value}`, place);
		return value === 'on';
	};
	const number = (): number => {
		if (!/^\d+$/.test(value)) throw new ScriptError(`${name} is a number, not ${value}`, place);
		return Number(value);
	};
	const quirk = (quirks: { [name: string]: Json }) =>
		settings(args, (before) => ({ quirks: { ...object(before.quirks), ...quirks } }));
	if (name === 'refuseInactive') return quirk({ deactivation: onOff() ? 'refuse' : 'accept' });
	if (name === 'notFound404') return quirk({ noMatch: onOff() ? 'notFound' : 'empty' });
	if (name === 'rps' || name === 'otherTraffic') return settings(args, () => ({ [name]: number() }));
	if (name === 'rejectCreatesMod10') {
		const upTo = value === 'off' ? null : number();
		return args.sandbox.do({ verb: 'app.rejectCreates', args: { app: args.app(), upTo } });
	}
	if (name.startsWith('domain.')) {
		const on = onOff();
		return settings(args, (before) => ({ domains: { ...object(before.domains), [name.slice(7)]: on } }));
	}
	throw new ScriptError(`There is no switch ${name}`, place);
}
