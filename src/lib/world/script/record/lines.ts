import type { Json, Seq, Slot } from '#lib/engine/base';
import type { ConfigRow } from '#lib/engine/job/records';
import { RULE_EXAMPLES } from '#lib/content/company/rule-examples';
import type { Command } from '../../commands';
import type { World } from '../../world';
import type { AccountRow } from '../../tables/rows';
import { commandLine } from '../actions/command';
import { shortened, type Names } from '../run/names';
import { createdBy, newcomersOf, newName, newUser } from './newcomers';
import { systemLines } from './system-lines';
import { filterText, mappingText, numberText, quoted, valueText, Wordless } from './texts';

type A = { readonly [name: string]: Json };

/** What the lines of one recording know of each other. */
export interface Recording {
	readonly world: World;
	readonly names: Names;
	/** The switches of the applications as they stand so far. */
	readonly settings: Map<string, A>;
	/** The next newcomer's number. */
	newcomers: number;
	/** The configuration of an application's job before a command. */
	configBefore(app: string, command: Seq): ConfigRow;
}

/** What a command is as lines of a script, without `do` and the time. */
export type Writer = (args: A, recording: Recording, command: Seq) => string | readonly string[];

const text = (value: Json | undefined) => String(value as string);
const slots = (who: Json | undefined) => (who ?? []) as readonly Slot[];

function person({ names }: Recording, slot: Json | undefined): string {
	return readable(names, names.label({ kind: 'user', slot: slot as Slot }));
}

const nameless = () => new Wordless('a person or group for which scripts have no name');

/** Whom scripts have no name for: somebody of an imported list, or a group whose name holds signs of the language. */
function readable(names: Names, label: string): string {
	if (/^group \d+$|["[\](){},]/.test(label) || (/^\d+$/.test(label) && Number(label) >= names.size)) throw nameless();
	return label;
}

function worker({ names }: Recording, slot: Json | undefined): string {
	const label = names.label({ kind: 'user', slot: slot as Slot, source: 'hr' });
	if (names.worker(label) !== slot) throw nameless();
	return label;
}

function group({ names }: Recording, slot: Json | undefined): string {
	return readable(names, names.label({ kind: 'group', slot: slot as Slot }));
}

function inAd({ names }: Recording, slot: Json | undefined): string {
	const label = names.accountLabel(slot as Slot);
	if (names.account(label) !== slot) throw nameless();
	return label;
}

/** Persons together, groups one by one. */
function who(recording: Recording, { kind, who: list }: A): string[] {
	const named = slots(list).map((slot) => (kind === 'group' ? group : person)(recording, slot));
	return kind === 'group' ? named : [shortened(named)];
}

const onJob =
	(action: string): Writer =>
	({ app }) =>
		`${action}(${text(app)})`;
const onUser =
	(action: string): Writer =>
	({ user }, recording) =>
		`${action}(${person(recording, user)})`;
const onAgent =
	(action: string): Writer =>
	({ agent }) =>
		`${action}(${text(agent)})`;

/** name="...", and nothing where nothing was given. */
function keyed(values: Readonly<Record<string, Json | undefined>>): string[] {
	return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${valueText(value)}`]));
}

const kind = (type: Json) => `type=${type === 'C' ? 'contingent' : 'employee'}`;

function hired({ person: index, name, org, city, manager, workerId, hireDate, type, fields }: A, recording: Recording) {
	const parts = keyed({ name, org, city });
	if (manager !== undefined) parts.push(`manager=${manager === null ? 'none' : worker(recording, manager)}`);
	if (workerId !== undefined) parts.push(`WorkerID=${numberText(text(workerId))}`);
	if (hireDate !== undefined) parts.push(`hireDate=${text(hireDate)}`);
	if (type !== undefined) parts.push(kind(type));
	parts.push(...keyed((fields ?? {}) as A));
	return `hr.hire(${[index === undefined ? newName(recording, text(workerId)) : text(index), ...parts].join(', ')})`;
}

/** Whose account it is: the person's, or the account's own name. */
function accountLabel(recording: Recording, app: Json | undefined, id: string): string {
	const { tables } = recording.world;
	const slot = tables.appsByKey.first(text(app));
	const job = slot === undefined ? undefined : tables.jobsByApp.first(slot);
	if (job !== undefined)
		for (const at of tables.linksByJob.get(job)) {
			const link = tables.links.get(at)!;
			if (link.targetId === id && link.kind === 'user') return person(recording, link.source);
		}
	const row = accountEver(recording.world, id);
	const name = row?.resource.data.userName;
	if (typeof name !== 'string' || /[\s,()]/.test(name)) throw new Wordless('an account that the language cannot name');
	return name;
}

function accountEver({ sim }: World, id: string): AccountRow | null {
	const { tape } = sim.ledger;
	for (let op = 0; op < tape.n; op++)
		if (tape.tableName(op) === 'accounts') {
			const row = tape.after[op] as AccountRow | null;
			if (row?.resource.id === id) return row;
		}
	return null;
}

/** What an administrator sent to the application, where it was one value or a deletion. */
function byHand(app: Json | undefined, { method, path, body }: A, recording: Recording): string {
	const [, id] = /^\/Users\/([^/?]+)$/.exec(text(path)) ?? [];
	if (!id) throw new Wordless('a request to an application that is neither a change nor a deletion of an account');
	const account = accountLabel(recording, app, id);
	if (method === 'DELETE') return `app.delete(${text(app)}, ${account})`;
	const parsed = JSON.parse(typeof body === 'string' ? body : '{}') as {
		Operations?: { op?: string; path?: string; value?: Json }[];
	};
	const [operation, ...more] = parsed.Operations ?? [];
	if (method !== 'PATCH' || !operation?.path || more.length > 0)
		throw new Wordless('a request that changes several values');
	const value = /^remove$/i.test(operation.op ?? '') ? null : operation.value;
	return `app.edit(${text(app)}, ${account}, ${operation.path}, ${valueText(value)})`;
}

/** Switches of an application that the language has words for: those that were turned. */
function settings({ app, settings: given }: A, recording: Recording): string[] {
	const key = text(app);
	const before = recording.settings.get(key) ?? {};
	recording.settings.set(key, { ...before, ...(given as A) });
	return Object.entries(given as A).flatMap(([name, value]) => {
		if (name !== 'quirks' && name !== 'domains') return [plainSetting(key, name, value)];
		const was = (before[name] ?? {}) as A;
		const turned = Object.entries(value as A).filter(([one, to]) => was[one] !== to);
		return turned.map(([one, to]) => `app.toggle(${key}, ${name === 'domains' ? domain(one, to) : quirk(one, to)})`);
	});
}

function plainSetting(app: string, name: string, value: Json): string {
	if (name === 'seats') return `app.seats(${app}, ${text(value)})`;
	if (name === 'rps' || name === 'otherTraffic') return `app.toggle(${app}, ${name}=${text(value)})`;
	throw new Wordless(`the setting ${name} of an application`);
}

const onOff = (on: boolean) => (on ? 'on' : 'off');
const domain = (name: string, to: Json) => `domain.${name}=${onOff(to === true)}`;

function quirk(name: string, to: Json): string {
	if (name === 'deactivation') return `refuseInactive=${onOff(to === 'refuse')}`;
	if (name === 'noMatch') return `notFound404=${onOff(to === 'notFound')}`;
	throw new Wordless(`the switch ${name} of an application`);
}

function ruleName(rule: Json | undefined): string {
	const example = RULE_EXAMPLES.find((one) => one.text === rule);
	return example ? example.id : quoted(text(rule));
}

const writers: { readonly [verb in Command['verb']]?: Writer } = {
	...systemLines,
	assign: (args, recording) =>
		who(recording, args).map(
			(one) => `assign(${text(args.app)}, ${one}${args.role == null ? '' : `, role=${quoted(text(args.role))}`})`
		),
	unassign: (args, recording) => who(recording, args).map((one) => `unassign(${text(args.app)}, ${one})`),
	'user.edit': ({ user, attribute, value }, recording) => {
		const to = attribute === 'manager' && value !== null ? person(recording, value) : valueText(value);
		return `edit(entra, ${person(recording, user)}, ${text(attribute)}, ${to})`;
	},
	'user.create': ({ attributes }, recording, command) => {
		const { manager, ...rest } = attributes as A;
		const parts = keyed(rest);
		if (manager != null) parts.push(`manager=${person(recording, manager)}`);
		return `entra.create(${[newUser(recording, command), ...parts].join(', ')})`;
	},
	'user.block': onUser('block'),
	'user.unblock': onUser('unblock'),
	'user.administrator': ({ user: slot, on }, recording) =>
		`administrator(${person(recording, slot)}, ${on === true ? 'on' : 'off'})`,
	'user.softDelete': onUser('softDelete'),
	'user.restore': onUser('restore'),
	'user.purge': onUser('purge'),
	'group.add': (args, recording) => members('groupAdd', args, recording),
	'group.remove': (args, recording) => members('groupRemove', args, recording),
	'group.rename': ({ group: slot, name }, recording) => `groupRename(${group(recording, slot)}, ${quoted(text(name))})`,
	'group.rule': ({ group: slot, rule }, recording) => `groupRule(${group(recording, slot)}, ${ruleName(rule)})`,
	'group.create': ({ name, rule }, recording, command) => {
		const slot = createdBy(recording.world, 'groups', command);
		if (slot !== null) recording.names.callGroup(text(name), slot);
		if (typeof rule !== 'string') throw new Wordless('a new group without a rule');
		return `groupRule(${text(name)}, ${ruleName(rule)})`;
	},
	'job.start': onJob('start'),
	'job.stop': onJob('stop'),
	'job.allowDeletes': onJob('allowDeletes'),
	'job.quarantine': onJob('quarantine'),
	'job.restart': ({ app, scope }) => {
		if (scope !== undefined && scope !== 'Full') throw new Wordless(`a restart that resets only ${text(scope)}`);
		return `restart(${text(app)}${scope === 'Full' ? ', full' : ''})`;
	},
	'job.onDemand': ({ app, kind = 'user', object }, recording) => {
		const isHr = /^(?:wd|sf)-/.test(text(app)) && !/-wb(?:-[ab])?$/.test(text(app));
		const label =
			kind === 'group' ? group(recording, object) : isHr ? worker(recording, object) : person(recording, object);
		return `onDemand(${text(app)}, ${label})`;
	},
	'job.setScope': ({ app, mode }) => `setScope(${text(app)}, ${text(mode)})`,
	'job.setThreshold': ({ app, threshold }) =>
		`setThreshold(${text(app)}, ${threshold === null ? 'off' : text(threshold)})`,
	'job.setSecret': ({ app, key, value }) => `setSecret(${text(app)}, ${text(key)}, ${quoted(text(value))})`,
	'job.setCredential': ({ app, state }) => `setCredential(${text(app)}, ${text(state)})`,
	'job.setNotificationMail': ({ app, address }) => {
		if (typeof address !== 'string') throw new Wordless('a notification address that is taken away');
		return `setNotificationMail(${text(app)}, ${quoted(address)})`;
	},
	'job.saveMapping': ({ app, object = 'users', attributes }, recording, command) => {
		if (object !== 'users') throw new Wordless('a mapping of groups');
		const before = recording.configBefore(text(app), command);
		return `saveMapping(${text(app)}, ${mappingText(before.users.attributes, attributes as never)})`;
	},
	'job.saveFilter': ({ app, object = 'users', filter }) => {
		if (object !== 'users') throw new Wordless('a filter of groups');
		return filter === null ? `clearFilter(${text(app)})` : `saveFilter(${text(app)}, ${filterText(filter as never)})`;
	},
	'job.setActions': ({ app, object = 'users', ...on }) => {
		if (object !== 'users') throw new Wordless('the actions of groups');
		const words = ['create', 'update', 'delete'].filter((one) => on[one] === true);
		return `setActions(${[text(app), ...words].join(', ')})`;
	},
	'app.request': ({ app, ...request }, recording) => byHand(app, request, recording),
	'app.requests': ({ app, requests }, recording) =>
		(requests as readonly A[]).map((one) => byHand(app, one, recording)),
	'app.set': settings,
	'app.rejectCreates': ({ app, upTo }) =>
		`app.toggle(${text(app)}, rejectCreatesMod10=${upTo === null ? 'off' : text(upTo)})`,
	'app.supportsDisable': ({ app, on }) => `world(supportsDisable.${text(app)}, ${on === true ? 'on' : 'off'})`,
	'app.issueToken': ({ app }) => `app.issueToken(${text(app)})`,
	'app.signIn': ({ app, user }, recording) => `signIn(${person(recording, user)}, ${text(app)})`,
	'app.accept': ({ app, account }, recording) =>
		`app.accept(${text(app)}, ${accountLabel(recording, app, text(account))})`,
	'world.set': (args) =>
		Object.entries(args).map(
			([name, value]) => `world(${name}, ${name === 'era' && value === 2024 ? 'current' : text(value)})`
		),
	'ad.edit': ({ account, attribute, value }, recording) =>
		`edit(ad, ${inAd(recording, account)}, ${text(attribute)}, ${valueText(value)})`,
	'ad.manager': ({ account, manager }, recording) =>
		`edit(ad, ${inAd(recording, account)}, manager, ${manager === null ? 'none' : inAd(recording, manager)})`,
	'ad.grant': ({ account, to }, recording) => `ad.grant(${inAd(recording, account)}, ${text(to)})`,
	'ad.removeFromProtectedGroups': ({ account }, recording) =>
		`ad.removeFromProtectedGroups(${inAd(recording, account)})`,
	'connect.ouFilter': ({ unit, on }) => `connect.ouFilter(${text(unit)}, ${on === true ? 'on' : 'off'})`,
	'connect.run': ({ kind }) => `connect.run(${text(kind)})`,
	'agent.install': onAgent('agent.install'),
	'agent.stop': onAgent('agent.stop'),
	'agent.start': onAgent('agent.start'),
	'hr.hire': hired,
	'hr.change': ({ worker: slot, fields, manager, effective }, recording) => {
		const parts = keyed((fields ?? {}) as A);
		if (manager !== undefined) parts.push(`manager=${manager === null ? 'none' : worker(recording, manager)}`);
		if (effective !== undefined) parts.push(`effective=${text(effective)}`);
		return `hr.change(${[worker(recording, slot), ...parts].join(', ')})`;
	},
	'hr.terminate': ({ worker: slot, lastDay, terminationInfo }, recording) => {
		if (terminationInfo === false) throw new Wordless('a termination without information');
		return `hr.terminate(${worker(recording, slot)}, lastDay=${text(lastDay)})`;
	},
	'hr.rescind': ({ worker: slot }, recording) => `hr.rescind(${worker(recording, slot)})`,
	'hr.rehire': ({ worker: slot, workerId, effective, type }, recording) => {
		const parts = [
			`WorkerID=${workerId === undefined ? 'same' : numberText(text(workerId))}`,
			`effective=${text(effective)}`
		];
		if (type !== undefined) parts.push(kind(type));
		if (workerId !== undefined) recording.names.callRecord(text(workerId));
		return `hr.rehire(${[worker(recording, slot), ...parts].join(', ')})`;
	},
	'hr.assignment': ({ worker: slot, start, end, fields }, recording) => {
		const dates = [`start=${text(start)}`, ...(end === undefined ? [] : [`end=${text(end)}`])];
		return `hr.assignment(${[worker(recording, slot), ...dates, ...keyed((fields ?? {}) as A)].join(', ')})`;
	},
	'hr.convert': ({ worker: slot, to, workerId, effective, fields }, recording) => {
		if (workerId !== undefined) recording.names.callRecord(text(workerId));
		return `hr.convert(${[
			worker(recording, slot),
			`to=${text(to)}`,
			`WorkerID=${workerId === undefined ? 'same' : numberText(text(workerId))}`,
			`effective=${text(effective)}`,
			...keyed((fields ?? {}) as A)
		].join(', ')})`;
	}
};

function members(action: string, args: A, recording: Recording): string[] {
	const { group: slot, kind = 'user', user } = args;
	if (kind !== 'user') throw new Wordless('a group inside a group');
	const list = user === undefined ? slots(args.who) : [user];
	return list.map((one) => `${action}(${group(recording, slot)}, ${person(recording, one)})`);
}

/** As much of a line as somebody still reads past. */
const longest = 10_000;

/** The lines of one command. What the language has no words for stands there as the command itself. */
export function linesOf({ verb, args }: Command, recording: Recording, command: Seq): readonly string[] {
	const plain = () => commandLine(verb, args as Json, newcomersOf(verb, args as A, recording, command));
	try {
		const found = writers[verb]?.(args as A, recording, command) ?? plain();
		return typeof found === 'string' ? [found] : found;
	} catch (error) {
		if (!(error instanceof Wordless)) throw error;
		const line = plain();
		if (line.length > longest) throw error;
		return [line];
	}
}
