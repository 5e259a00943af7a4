import type { Json } from '#lib/engine/base';
import type { MappingSource } from '#lib/engine/mapping';
import type { PlayedCommand } from '#lib/world/script/played';
import { sections } from '../portal/directory/user-attributes';
import { shortPath } from '../portal/vendor/account-request';

/** Something to do in the portal: on which screen, and what there. */
export interface PortalStep {
	/** "Quillpad, Users and groups". */
	readonly place: string;
	/** Its address without the #. */
	readonly to: string;
	/** One sentence or more. */
	readonly what: string;
}

type Told = PlayedCommand;

const listed = (names: readonly string[]) => names.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** The name of a screen of the application, and its address. */
const ofApp = ({ app }: Told, title: string, page: string): Pick<PortalStep, 'place' | 'to'> => ({
	place: `${app!.name}, ${title}`,
	to: `/apps/${app!.key}${page}`
});
const provisioning = (told: Told) => ofApp(told, 'Provisioning', '/provisioning');
const ofUser = ({ who, slot }: Told) => ({ place: `Users, ${who[0]!}`, to: `/users/${slot!}` });

const choose = (button: string) => (told: Told) => ({ ...provisioning(told), what: `Choose ${button}.` });
const onUser = (button: string) => (told: Told) => ({ ...ofUser(told), what: `Choose ${button}.` });

const fieldName = (name: Json | undefined) =>
	sections.flatMap(({ attributes }) => attributes).find((one) => one.name === name)?.label ?? String(name);
const written = (value: Json | undefined) => (value === null ? 'nothing' : String(value));

function sourceWords(source: MappingSource): string {
	if (source.type === 'Direct') return `Mapping type Direct, Source attribute ${source.attribute}`;
	if (source.type === 'Constant') return `Mapping type Constant, Constant Value ${source.value}`;
	return `Mapping type Expression, Expression ${source.type === 'Expression' ? source.expression : ''}`;
}

interface Clause {
	readonly attribute: string;
	readonly operator: string;
	readonly value?: string;
}

/** Every clause of a filter that has one group of them. */
function clauseWords(filter: Json | undefined): string {
	const { groups } = filter as unknown as { groups: readonly { clauses: readonly Clause[] }[] };
	return groups
		.flatMap(({ clauses }) => clauses)
		.map(({ attribute, operator, value }) => [attribute, operator, value].filter(Boolean).join(' '))
		.join(', and ');
}

function membership(button: 'Add members' | 'Remove members'): (told: Told) => PortalStep {
	return ({ who, group, args }) => ({
		place: `Groups, ${group!}`,
		to: `/groups/${String(args.group)}`,
		what: `Choose ${button}, and find ${listed(who)}.`
	});
}

/** What an administrator of the application changed by hand. */
function byHand(told: Told): PortalStep {
	const { method, body } = told.args;
	const place = ofApp(told, 'Its admin page', '/accounts');
	if (method === 'DELETE') return { ...place, what: `Open the account ${told.who[0]!} and choose Delete.` };
	const { Operations } = JSON.parse(String(body)) as { Operations: { path: string; value?: Json }[] };
	const fields = Operations.map(({ path, value }) => `${written(value ?? null)} into ${shortPath(path)}`);
	return { ...place, what: `Open the account ${told.who[0]!}, write ${listed(fields)}, and save.` };
}

const steps: { readonly [verb: string]: (told: Told) => PortalStep } = {
	assign: (told) => ({
		...ofApp(told, 'Users and groups', '/users'),
		what: `Choose Add user/group, find ${listed(told.who)}, and choose Assign.`
	}),
	unassign: (told) => ({
		...ofApp(told, 'Users and groups', '/users'),
		what: `Select ${listed(told.who)}, and choose Remove assignment.`
	}),
	'user.edit': (told) => ({
		...ofUser(told),
		what: `Edit ${fieldName(told.args.attribute)}: write ${written(told.args.value)} and press Enter.`
	}),
	'user.block': onUser('Block sign-in'),
	'user.unblock': onUser('Unblock sign-in'),
	'user.administrator': (told) =>
		onUser(told.args.on === true ? 'Give administrator role' : 'Remove administrator role')(told),
	'user.softDelete': onUser('Delete'),
	'user.restore': onUser('Restore user'),
	'user.purge': ({ who }) => ({
		place: 'Deleted users',
		to: '/deleted',
		what: `Choose Delete permanently beside ${who[0]!}.`
	}),
	'group.add': membership('Add members'),
	'group.remove': membership('Remove members'),
	'job.start': choose('Start provisioning'),
	'job.stop': choose('Stop provisioning'),
	'job.restart': (told) =>
		told.args.scope === undefined
			? choose('Restart provisioning')(told)
			: {
					place: 'Graph explorer',
					to: '/graph',
					what: `Choose ${told.app!.name} and the call that restarts its job, with the body {"criteria": {"resetScope": "${String(told.args.scope)}"}}, and send it.`
				},
	'job.onDemand': (told) => ({
		...ofApp(told, 'Provision on demand', '/demand'),
		what: `Find ${told.who[0]!} and choose Provision.`
	}),
	'job.setCredential': (told) =>
		told.args.state === 'ok'
			? { ...ofApp(told, 'Edit provisioning', '/provisioning/edit'), what: 'Choose Enter the valid token.' }
			: { ...ofApp(told, 'Faults and behaviour', '/faults'), what: 'Switch 401 Unauthorized on.' },
	'job.saveMapping': (told) => ({
		...ofApp(told, 'Attribute Mapping', '/mappings'),
		what: `${told.changed.map(({ target, source }) => `Open the row ${target}: ${sourceWords(source)}.`).join(' ')} Then Save.`
	}),
	'job.saveFilter': (told) => ({
		...ofApp(told, 'Source Object Scope', '/scoping'),
		what:
			told.args.filter === null
				? 'Delete every scoping filter, and Save.'
				: `Choose Add scoping filter, give it a title and the clause ${clauseWords(told.args.filter)}, and Save.`
	}),
	'job.setActions': (told) => {
		const on = ['create', 'update', 'delete'].filter((one) => told.args[one] === true);
		return {
			...ofApp(told, 'Attribute Mapping', '/mappings'),
			what: `Under Target object actions tick exactly ${listed(on.map((one) => one[0]!.toUpperCase() + one.slice(1)))}, and Save.`
		};
	},
	'job.setGroupMapping': (told) => ({
		...ofApp(told, 'Attribute Mapping', '/mappings'),
		what: `On the tab groups switch Enabled ${told.args.enabled === true ? 'on' : 'off'}, and Save.`
	}),
	'app.request': byHand
};

/** How a command is given in the portal; null: this file has no words for it. */
export function portalStep(told: PlayedCommand): PortalStep | null {
	return steps[told.verb]?.(told) ?? null;
}
