import type { Json } from '#lib/engine/base';
import { scimTarget } from '#lib/engine/target/scim';
import { sourceRecord } from '#lib/engine/steps/scope';
import { entitlementOf } from '#lib/engine/job/entitlement';
import { displayName } from '#lib/engine/source';
import { definitionOf, type Resource } from '#lib/apps';
import type { ScimRequest } from '#lib/scim/types';
import { targetSchema } from '../../apps/target-schema';
import { mappingOf } from '../../run/units';
import type { AppRow } from '../../tables/rows';
import type { Argument } from '../parse/tree';
import { accountNamed, linkTo, userNameOf } from '../run/accounts';
import type { Sandbox } from '../run/sandbox';
import { targetPath } from '../run/targets';
import { NotThere } from '../run/unbuilt';
import type { Actions, Args } from './args';

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** What a script writes for a value of an account, as its attribute has it. */
function accountValue(sandbox: Sandbox, app: AppRow, path: string, { value, quoted }: Argument): Json {
	if (!quoted && (value === 'absent' || value === 'none')) return null;
	if (/\bmanager$/i.test(path) && !quoted) {
		const link = linkTo(sandbox, app, 'user', sandbox.user(value));
		if (!link) throw new NotThere(`${value} has no account in ${app.key}`);
		return link.targetId;
	}
	const type = targetSchema(app.kind, 'User', [path])[path]?.type;
	if (type === 'Boolean') return value.toLowerCase() === 'true';
	return value;
}

/** What the application's administrator sends to its own door. */
function send(sandbox: Sandbox, app: AppRow, request: Omit<ScimRequest, 'headers' | 'app'>, what: string): string {
	const { method, path, body } = request;
	return sandbox.do({
		verb: 'app.request',
		args: { app: app.key, method, path, what, ...(body !== undefined && { body }) }
	});
}

/** Writes one value into an account, or clears it. */
export function writeValue(sandbox: Sandbox, app: AppRow, account: Resource, path: string, value: Json): string {
	const operation = value === null ? { op: 'remove', path } : { op: 'replace', path, value };
	const body = JSON.stringify({ schemas: [PATCH], Operations: [operation] });
	const what = `${userNameOf(app, account)}: ${path} by hand`;
	return send(sandbox, app, { method: 'PATCH', path: `/Users/${account.id}`, body }, what);
}

/** The user name and the matching values that a person has in this application. */
function ownValues(sandbox: Sandbox, app: AppRow, slot: number): { path: string; value: Json }[] {
	const { sim } = sandbox;
	const job = sandbox.jobIfAny(app);
	if (!job) return [];
	const config = sim.host.config(job.config);
	const mapping = mappingOf(sim.host, app.slot, config.users, 'User');
	const object = sim.host.source().user(slot);
	if (!object) throw new NotThere(`there is no person ${slot} in Entra ID`);
	const record = sourceRecord(
		{
			kind: 'user',
			slot,
			object,
			id: object.id,
			displayName: displayName(object),
			link: null,
			escrow: null,
			entitlement: entitlementOf(sim.host.source(), sim.host.app(app.slot), 'user', slot, sim.ledger.clock),
			change: 'Add'
		},
		~0
	);
	const values = mapping.createValues(record);
	if (!Array.isArray(values)) return [];
	const { userName } = definitionOf(app.kind);
	return values.filter(({ path }) => path === userName || mapping.matchingPaths.includes(path));
}

function create(args: Args): string {
	const { sandbox } = args;
	const app = sandbox.app(args.app());
	const given = args.keyed.map((one) => {
		const path = targetPath(sandbox, app, one.key);
		return { path, value: accountValue(sandbox, app, path, one) };
	});
	const second = args.statement.args[1];
	const persons = second && second.key === null ? args.who(1).map(({ slot }) => slot) : [null];
	for (const slot of persons) {
		const own = slot === null ? [] : ownValues(sandbox, app, slot);
		const values = [...own.filter(({ path }) => !given.some((one) => one.path === path)), ...given];
		const request = scimTarget('legacy', app.token).create('user', values);
		const outcome = send(sandbox, app, request, `Create an account in ${app.name} by hand`);
		if (outcome !== 'done') return outcome;
	}
	return 'done';
}

export const accounts: Actions = {
	'app.create': create,
	'app.edit'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		const account = accountNamed(sandbox, app, args.text(1, 'an account'));
		const path = targetPath(sandbox, app, args.text(2, 'an attribute'));
		return writeValue(sandbox, app, account, path, accountValue(sandbox, app, path, args.argument(3, 'a value')));
	},
	'app.delete'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		const nth = args.has(2) ? args.number(2, 'a number') : 1;
		const account = accountNamed(sandbox, app, args.text(1, 'an account'), nth);
		const what = `Delete ${userNameOf(app, account)} in ${app.name}`;
		return send(sandbox, app, { method: 'DELETE', path: `/Users/${account.id}` }, what);
	},
	'app.issueToken': (args) => args.sandbox.do({ verb: 'app.issueToken', args: { app: args.app() } }),
	'app.accept'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		for (const { kind, slot } of args.who(1)) {
			const link = linkTo(sandbox, app, kind, slot);
			if (!link) throw new NotThere(`${sandbox.names.label({ kind, slot })} has no account in ${app.key}`);
			const outcome = sandbox.do({ verb: 'app.accept', args: { app: app.key, account: link.targetId } });
			if (outcome !== 'done') return outcome;
		}
		return 'done';
	},
	'app.approve'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		const account = accountNamed(sandbox, app, args.text(1, 'an account')).id;
		const attribute = targetPath(sandbox, app, args.text(2, 'an attribute'));
		return sandbox.do({ verb: 'app.approve', args: { app: app.key, account, attribute } });
	},
	'app.restore'(args) {
		const { sandbox } = args;
		const app = sandbox.app(args.app());
		const attribute = args.text(1, 'an attribute');
		const values = sandbox.notes.restore?.values.get(attribute);
		if (!values) throw new NotThere(`the last restore list has no ${attribute}`);
		const path = targetPath(sandbox, app, attribute);
		for (const [slot, value] of values) {
			const link = linkTo(sandbox, app, 'user', slot);
			const account = link && sandbox.sim.apps.of(app.slot).store.get(link.targetId);
			if (!account) continue;
			const type = targetSchema(app.kind, 'User', [path])[path]?.type;
			const typed = value !== null && type === 'Boolean' ? value.toLowerCase() === 'true' : value;
			const outcome = writeValue(sandbox, app, account, path, typed);
			if (outcome !== 'done') return outcome;
		}
		return 'done';
	}
};
