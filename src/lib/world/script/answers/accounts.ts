import { definitionOf, nameOf, pendingOf, stateOf, type Resource } from '#lib/apps';
import { isActive } from '#lib/apps/provider/plan';
import { valueAt } from '#lib/scim/client';
import { MEMBER_OF } from '#lib/apps/provider/member-plans';
import type { JsonObject } from '#lib/scim/types';
import { signInOf } from '../../apps/sign-in';
import type { AppRow } from '../../tables/rows';
import { accountsIn, accountsOfPerson, linkedAccount, linkTo, userNameOf } from '../run/accounts';
import { shortened } from '../run/names';
import { targetPath } from '../run/targets';
import type { Sandbox } from '../run/sandbox';
import { linkWid } from './hr';
import { count, list, said, type Answer, type Answers, type Asked } from './answer';

/** A name of an account; of an address the part before the @. */
function shortName(app: AppRow, account: Resource): string {
	return userNameOf(app, account).split('@')[0]!;
}

function unmanaged(sandbox: Sandbox, app: AppRow): string[] {
	const job = sandbox.jobIfAny(app);
	return accountsIn(sandbox, app)
		.filter(({ id }) => !job || sandbox.sim.host.linksTo(job.slot, id).length === 0)
		.map((account) => shortName(app, account));
}

function whole(asked: Asked, app: AppRow, name: string | undefined): Answer {
	const { sandbox } = asked;
	const definition = definitionOf(app.kind);
	const accounts = () => accountsIn(sandbox, app);
	switch (name) {
		case 'accounts':
			return count(accounts().length);
		case 'active':
			return count(accounts().filter((one) => isActive(definition, one)).length);
		case 'unmanaged':
			return list(unmanaged(sandbox, app));
		case 'groups':
			return list(accountsIn(sandbox, app, 'Group').map((group) => groupName(group)));
		case 'invited':
			return count(accounts().filter((one) => stateOf(app.kind, one) === 'invited').length);
		case 'seatsUsed': {
			const takes = definition.takesSeat ?? ((one: Resource) => isActive(definition, one));
			return count(accounts().filter((one) => takes(one)).length);
		}
		default:
			throw asked.unknown(`app(...).${name ?? ''}`);
	}
}

function groupName({ data }: Resource): string {
	return String(data.displayName ?? data.name ?? data.email ?? '');
}

/** One attribute of one person's account. */
function attribute(asked: Asked, app: AppRow, account: Resource, name: string): Answer {
	const { sandbox } = asked;
	if (name === 'status') return said(stateOf(app.kind, account));
	if (name === 'login') return said(account.aside?.login ?? nameOf(app.kind, account));
	const path = targetPath(sandbox, app, name);
	const value = valueAt(account.data as JsonObject, path);
	if (name === 'manager' || name === 'ManagerId') return said(personOf(sandbox, app, value));
	if (name === 'active' && value === undefined) return said(isActive(definitionOf(app.kind), account));
	const waits = pendingOf(account)[path] !== undefined || pendingOf(account)[name] !== undefined;
	if (waits) return said(`${String(value ?? '')} (change pending)`);
	return said(value);
}

/** The index of the person whose account a reference means. */
function personOf(sandbox: Sandbox, app: AppRow, value: unknown): string | null {
	if (typeof value !== 'string' || value === '') return null;
	const job = sandbox.jobIfAny(app);
	const [link] = job ? sandbox.sim.host.linksTo(job.slot, value) : [];
	return link ? sandbox.names.label({ kind: 'user', slot: link.source }) : value;
}

/** Persons and groups can both have an account. */
function objectAt(asked: Asked, place: number): { kind: 'user' | 'group'; slot: number } {
	const { value } = asked.argument(place, 'a person');
	const group = asked.sandbox.names.user(value) === undefined ? asked.sandbox.names.group(value) : undefined;
	return group === undefined ? { kind: 'user', slot: asked.user(place) } : { kind: 'group', slot: group };
}

export const accounts: Answers = {
	app(asked) {
		const { sandbox, path } = asked;
		const app = asked.app();
		if (asked.count < 2) return whole(asked, app, path[0]);
		const { kind, slot } = objectAt(asked, 1);
		const account = linkedAccount(sandbox, app, kind, slot);
		if (path.length === 0) return account ? { text: 'present' } : said(null, whyAbsent(sandbox, app, kind, slot));
		if (!account) return said(null, whyAbsent(sandbox, app, kind, slot));
		const length = path[path.length - 1] === 'length' && path.length > 1;
		const found = attribute(asked, app, account, (length ? path.slice(0, -1) : path).join('.'));
		return length ? count(found.text === 'absent' ? 0 : [...found.text].length) : found;
	},
	accountsOf(asked) {
		const app = asked.app();
		return list(accountsOfPerson(asked.sandbox, app, asked.user(1)).map((one) => userNameOf(app, one)));
	},
	link(asked) {
		if (asked.path[0] === 'wid') return linkWid(asked);
		const app = asked.app();
		const { kind, slot } = objectAt(asked, 1);
		if (asked.path[0] === 'wid') throw asked.unknown('link(...).wid outside of HR jobs');
		const account = linkedAccount(asked.sandbox, app, kind, slot);
		return account ? said(kind === 'group' ? groupName(account) : userNameOf(app, account)) : said(null);
	},
	signIn(asked) {
		const app = asked.app(1);
		const slot = asked.user(0);
		return { text: signInOf(asked.sandbox.sim, app, slot, linkedAccount(asked.sandbox, app, 'user', slot)) };
	},
	members(asked) {
		const { sandbox } = asked;
		return asked.count < 2 ? inDirectory(sandbox, asked.argument(0, 'a group').value) : inApp(asked, asked.app());
	},
	member(asked) {
		const { sandbox } = asked;
		const group = sandbox.group(asked.argument(0, 'a group').value);
		const user = asked.user(1);
		const { tables } = sandbox.sim;
		const rows = tables.membersByGroup.get(group).map((slot) => tables.members.get(slot)!);
		return { text: String(rows.some(({ kind, member }) => kind === 'user' && member === user)) };
	}
};

function whyAbsent(sandbox: Sandbox, app: AppRow, kind: 'user' | 'group', slot: number): string {
	return linkTo(sandbox, app, kind, slot) ? 'the linked account is gone' : 'there is no link';
}

function people(labels: readonly string[]): Answer {
	const plain = labels.join(' ');
	return { text: plain, equals: (expected) => expected === plain || expected === shortened(labels), values: labels };
}

function inDirectory(sandbox: Sandbox, name: string): Answer {
	const { tables } = sandbox.sim;
	const rows = tables.membersByGroup.get(sandbox.group(name)).map((slot) => tables.members.get(slot)!);
	const sorted = [...rows].sort((a, b) => (a.kind === b.kind ? a.member - b.member : a.kind === 'user' ? -1 : 1));
	return people(sorted.map(({ kind, member }) => sandbox.names.label({ kind, slot: member })));
}

function inApp(asked: Asked, app: AppRow): Answer {
	const { sandbox } = asked;
	const slot = sandbox.group(asked.argument(1, 'a group').value);
	const group = linkedAccount(sandbox, app, 'group', slot);
	if (!group) return said(null, 'the group is not linked');
	const job = sandbox.jobIfAny(app)!;
	const slots: number[] = [];
	const others: string[] = [];
	const { store } = sandbox.sim.apps.of(app.slot);
	for (const { data } of store.find(MEMBER_OF, group.id)) {
		const id = String(data.value);
		const [link] = sandbox.sim.host.linksTo(job.slot, id);
		const account = store.get(id);
		if (link) slots.push(link.source);
		else others.push(account ? userNameOf(app, account) : id);
	}
	return people([
		...slots.sort((a, b) => a - b).map((one) => sandbox.names.label({ kind: 'user', slot: one })),
		...others
	]);
}
