import type { Json } from '#lib/engine/base';
import { words } from '../parse/split';
import { NotThere } from '../run/unbuilt';
import type { Actions, Args } from './args';

/** An account of Active Directory. */
function account(args: Args, place: number): number {
	return accountOf(args, args.text(place, 'a person'));
}

function accountOf(args: Args, name: string): number {
	const slot = args.sandbox.names.account(name);
	if (slot === undefined || !args.sandbox.sim.tables.adUsers.get(slot))
		throw new NotThere(`${name} has no account in Active Directory`);
	return slot;
}

/** Accounts one after the other: 7 8 20-22 N1. */
function accounts(args: Args, list: string): number[] {
	const { names } = args.sandbox;
	const found = names.labels(words(list).map(({ text }) => text));
	if ('unknown' in found) throw new NotThere(`there is no ${found.unknown}`);
	return found.map((name) => accountOf(args, name));
}

/** A group of Active Directory, by its name. */
function adGroup(args: Args): number {
	const name = args.text(0, 'a group');
	const slot = args.sandbox.sim.tables.adGroupsByName.first(name.toLowerCase());
	if (slot === undefined) throw new NotThere(`there is no group ${name} in Active Directory`);
	return slot;
}

/** Changes one attribute in Active Directory. */
export function editAccount(args: Args): string {
	const { sandbox } = args;
	const slot = account(args, 1);
	const attribute = args.text(2, 'an attribute');
	const { value, quoted } = args.argument(3, 'a value');
	const nothing = !quoted && (value === 'absent' || value === 'none');
	if (attribute === 'manager') {
		const manager = nothing ? null : account(args, 3);
		return sandbox.do({ verb: 'ad.manager', args: { account: slot, manager } });
	}
	const before = sandbox.sim.tables.adUsers.get(slot)!.attrs[attribute];
	const typed: Json = typeof before === 'boolean' ? value === 'true' : Array.isArray(before) ? [value] : value;
	return sandbox.do({
		verb: 'ad.edit',
		args: { account: slot, attribute, value: nothing || value === '' ? null : typed }
	});
}

export const hybrid: Actions = {
	'ad.delete': (args) => args.sandbox.do({ verb: 'ad.delete', args: { account: account(args, 0) } }),
	'ad.grant': (args) =>
		args.sandbox.do({ verb: 'ad.grant', args: { account: account(args, 0), to: args.text(1, 'an account') } }),
	'ad.removeFromProtectedGroups': (args) =>
		args.sandbox.do({ verb: 'ad.removeFromProtectedGroups', args: { account: account(args, 0) } }),
	'ad.group.create': (args) =>
		args.sandbox.do({
			verb: 'ad.group.create',
			args: { name: args.text(0, 'a name'), members: args.has(1) ? accounts(args, args.text(1, 'accounts')) : [] }
		}),
	'ad.group.members': (args) =>
		args.sandbox.do({
			verb: 'ad.group.members',
			args: {
				group: adGroup(args),
				add: accounts(args, args.key('add') ?? ''),
				remove: accounts(args, args.key('remove') ?? '')
			}
		}),
	'ad.group.delete': (args) => args.sandbox.do({ verb: 'ad.group.delete', args: { group: adGroup(args) } }),
	'connect.ouFilter': (args) =>
		args.sandbox.do({ verb: 'connect.ouFilter', args: { unit: args.text(0, 'a unit'), on: args.onOff(1) } }),
	'connect.run': (args) =>
		args.sandbox.do({ verb: 'connect.run', args: { kind: args.oneOf(0, ['delta', 'initial'] as const) } })
};
