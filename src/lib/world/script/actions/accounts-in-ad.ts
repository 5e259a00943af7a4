import type { Json } from '#lib/engine/base';
import { adTargets } from '#lib/hr/targets';
import { ScriptError } from '../parse/error';
import { parseArguments } from '../parse/values';
import type { Argument } from '../parse/tree';
import type { Actions, Args } from './args';

type Values = Record<string, Json>;

/** A value of Active Directory, of which the schema knows whether there may be several. */
function valueOf({ key, value, quoted }: Argument): Json {
	if (value === '' || (!quoted && (value === 'absent' || value === 'none'))) return null;
	if (adTargets[key ?? '']?.multivalued) return value.split(/\s+/);
	if (!quoted && (value === 'true' || value === 'false')) return value === 'true';
	return value;
}

/** What a valid record of somebody new says at least. */
const newPerson = (name: string) => ({
	givenName: 'Newcomer',
	sn: name.slice(1),
	userPrincipalName: `${name.toLowerCase()}@contoso.com`
});

/** N1{...} or 7{...}: somebody whom on-premises human resources knows by the employee ID, and the values that it hands in. */
function feedRecord(args: Args, { text, place }: Argument): Values {
	const [, name, inside] = /^(N?\d+)\s*\{(.*)\}$/.exec(text) ?? [];
	if (name === undefined || inside === undefined)
		throw new ScriptError(`${text} is not a record: 7{title=value}`, place);
	const values: Values = {};
	for (const one of parseArguments(inside, place)) {
		if (one.key === null) throw new ScriptError(`${one.text} is not a value: name=value`, one.place);
		values[one.key] = valueOf(one);
	}
	const { names, sim } = args.sandbox;
	const slot = names.account(name);
	const known = slot === undefined ? undefined : sim.tables.adUsers.get(slot)?.attrs.employeeID;
	const isNew = known === undefined && name.startsWith('N');
	const employeeID = values.employeeID ?? known ?? names.employeeId(name) ?? String(1_000_900 + Number(name.slice(1)));
	names.callWorker(name, String(employeeID));
	return { ...(isNew && newPerson(name)), ...values, employeeID };
}

/** Accounts of Active Directory themselves, its units and its schema. */
export const accountsInAd: Actions = {
	'ad.create'(args) {
		const attributes: Values = {};
		for (const one of args.keyed) attributes[one.key] = valueOf(one);
		const outcome = args.sandbox.do({ verb: 'ad.create', args: { attributes } });
		const { employeeID } = attributes;
		if (outcome === 'done' && typeof employeeID === 'string')
			args.sandbox.names.callWorker(args.text(0, 'a newcomer'), employeeID);
		return outcome;
	},
	'ad.feed': (args) =>
		args.sandbox.do({
			verb: 'ad.feed',
			args: { records: args.statement.args.map((one) => feedRecord(args, one)) }
		}),
	'ad.unit.create': (args) =>
		args.sandbox.do({ verb: 'ad.unit.create', args: { dn: args.text(0, 'a distinguished name') } }),
	'ad.schema.extend': (args) =>
		args.sandbox.do({ verb: 'ad.schema.extend', args: { attribute: args.text(0, 'an attribute') } })
};
