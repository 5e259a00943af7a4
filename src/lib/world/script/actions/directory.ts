import type { Json } from '#lib/engine/base';
import { RULE_EXAMPLES } from '#lib/content/company/rule-examples';
import { ScriptError } from '../parse/error';
import type { Argument } from '../parse/tree';
import type { Sandbox } from '../run/sandbox';
import type { Actions, Args } from './args';
import { editAccount } from './hybrid';

/** What a script writes for a value of the directory: a person for a manager, absent for nothing. */
export function directoryValue(sandbox: Sandbox, attribute: string, { value, quoted }: Argument): Json {
	if (!quoted && ['absent', 'none', ''].includes(value)) return null;
	if (quoted && value === '') return null;
	if (attribute === 'manager') return sandbox.user(value);
	if (attribute === 'proxyAddresses' || attribute === 'otherMails') return value.split(/\s+/);
	if (!quoted && (value === 'true' || value === 'false')) return value === 'true';
	return value;
}

const onUser =
	(verb: 'user.block' | 'user.unblock' | 'user.softDelete' | 'user.restore' | 'user.purge') =>
	(args: Args): string =>
		args.sandbox.do({ verb, args: { user: args.user(0) } });

/** A rule by its number in the fact table, or a rule as it is written. */
function ruleText(sandbox: Sandbox, { value, quoted, place }: Argument): string {
	if (quoted) return value;
	const example = RULE_EXAMPLES.find(({ id }) => id === value);
	if (!example) throw new ScriptError(`There is no rule ${value}`, place);
	return example.text.replace(/<id of (\d+)>/g, (_, index: string) => {
		const user = sandbox.sim.tables.users.get(Number(index));
		return user ? user.id : index;
	});
}

export const directory: Actions = {
	edit(args) {
		const { sandbox } = args;
		if (args.oneOf(0, ['entra', 'ad'] as const) === 'ad') return editAccount(args);
		const attribute = args.text(2, 'an attribute');
		const value = directoryValue(sandbox, attribute, args.argument(3, 'a value'));
		const user = args.user(1);
		return sandbox.do({ verb: 'user.edit', args: { user, attribute, value } });
	},
	'entra.create'(args) {
		const { sandbox } = args;
		const attributes: Record<string, Json> = {};
		for (const one of args.keyed) attributes[one.key] = directoryValue(sandbox, one.key, one);
		const slot = sandbox.sim.tables.users.next;
		const outcome = sandbox.do({ verb: 'user.create', args: { attributes } });
		if (outcome === 'done') sandbox.names.call(args.text(0, 'a newcomer'), slot);
		return outcome;
	},
	block: onUser('user.block'),
	unblock: onUser('user.unblock'),
	administrator: (args) =>
		args.sandbox.do({ verb: 'user.administrator', args: { user: args.user(0), on: args.onOff(1) } }),
	softDelete: onUser('user.softDelete'),
	restore: onUser('user.restore'),
	purge: onUser('user.purge'),
	groupAdd: (args) => args.sandbox.do({ verb: 'group.add', args: { group: args.group(0), user: args.user(1) } }),
	groupRemove: (args) => args.sandbox.do({ verb: 'group.remove', args: { group: args.group(0), user: args.user(1) } }),
	groupRename: (args) =>
		args.sandbox.do({ verb: 'group.rename', args: { group: args.group(0), name: args.text(1, 'a name') } }),
	groupRule(args) {
		const { sandbox } = args;
		const name = args.text(0, 'a group');
		const rule = ruleText(sandbox, args.argument(1, 'a rule'));
		const group = sandbox.names.group(name);
		if (group !== undefined) return sandbox.do({ verb: 'group.rule', args: { group, rule } });
		const slot = sandbox.sim.tables.groups.next;
		const outcome = sandbox.do({ verb: 'group.create', args: { name, rule } });
		if (outcome === 'done') sandbox.names.callGroup(name, slot);
		return outcome;
	}
};
