import type { Json } from '#lib/engine/base';
import { ScriptError } from '../parse/error';
import { parseArguments } from '../parse/values';
import type { Argument } from '../parse/tree';
import { NotThere } from '../run/unbuilt';
import type { Actions, Args } from './args';

type UploadRecord = { [name: string]: Json };

/** What a client sends of a person of the directory. */
const sent = [
	'displayName',
	'userPrincipalName',
	'mailNickname',
	'givenName',
	'surname',
	'jobTitle',
	'department',
	'mail',
	'city',
	'country'
];

/** A new valid person. */
function newcomer(args: Args, name: string): UploadRecord {
	const alias = name.toLowerCase();
	const externalId = args.sandbox.names.employeeId(name) ?? String(1_000_900 + Number(name.slice(1)));
	args.sandbox.names.callWorker(name, externalId);
	return {
		externalId,
		displayName: `Newcomer ${name.slice(1)}`,
		givenName: 'Newcomer',
		surname: name.slice(1),
		userPrincipalName: `${alias}@contoso.com`,
		mailNickname: alias,
		mail: `${alias}@contoso.com`,
		active: true
	};
}

function known(args: Args, name: string): UploadRecord {
	const slot = args.sandbox.names.user(name);
	const user = slot === undefined ? null : args.sandbox.sim.tables.users.get(slot);
	if (!user) throw new NotThere(`there is no person ${name}`);
	const { employeeId, accountEnabled, manager } = user.attrs;
	const record: UploadRecord = { externalId: employeeId ?? null, active: accountEnabled !== false };
	for (const attribute of sent) record[attribute] = user.attrs[attribute] ?? null;
	const superior = typeof manager === 'number' ? args.sandbox.sim.tables.users.get(manager) : null;
	if (superior) record.manager = superior.attrs.employeeId ?? null;
	return record;
}

function valueOf({ value, quoted }: Argument): Json {
	if (quoted) return value;
	if (value === 'true' || value === 'false') return value === 'true';
	return value === 'absent' || value === 'none' ? null : value;
}

/** N1{...} or 7{...}: the person with these values. */
function recordOf(args: Args, { text, place }: Argument): UploadRecord {
	const [, name, inside] = /^(N?\d+)\s*\{(.*)\}$/.exec(text) ?? [];
	if (name === undefined || inside === undefined)
		throw new ScriptError(`${text} is not a record: 7{name=value}`, place);
	const record = name.startsWith('N') ? newcomer(args, name) : known(args, name);
	for (const one of parseArguments(inside, place)) {
		if (one.key === null) throw new ScriptError(`${one.text} is not a value: name=value`, one.place);
		record[one.key] = valueOf(one);
	}
	return record;
}

export const api: Actions = {
	post(args) {
		const app = args.app();
		const number = (key: string) => (args.key(key) === undefined ? undefined : Number(args.key(key)));
		const records = args.statement.args.slice(1).filter(({ key }) => key === null);
		const contentType = args.key('contentType');
		const [calls, size] = [number('calls'), number('records')];
		return args.sandbox.do({
			verb: 'api.post',
			args: {
				app,
				records: records.map((one) => recordOf(args, one)),
				...(contentType !== undefined && { contentType }),
				...(args.key('token') === 'expired' && { token: 'expired' }),
				...(args.key('permission') === 'none' && { permission: false }),
				...(calls !== undefined && { calls }),
				...(size !== undefined && { size })
			}
		});
	}
};
