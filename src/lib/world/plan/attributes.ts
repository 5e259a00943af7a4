import type { AttributeMapping } from '#lib/engine/mapping';
import { ATTRIBUTE_FLOWS } from '#lib/tenant/connect/flow';
import { accountOfUser } from '../connect/twin';
import type { Command } from '../commands';
import { Blocked, type TestStage } from './stage';

/** Attributes that can be changed without breaking what depends on them, the most harmless first. */
const harmless = ['jobTitle', 'displayName', 'telephoneNumber', 'mobile', 'city', 'department', 'givenName', 'surname'];
const harmlessOfWorkers = ['BusinessTitle', 'EmpJob.jobTitle', 'Municipality', 'User.city', 'SupervisoryOrganization'];

export function mappingsOf({ world, job }: TestStage): readonly AttributeMapping[] {
	return world.sim.host.config(world.sim.host.job(job).config).users.attributes;
}

/** The targets that an attribute flows to as it is, always. */
export function directTargets(stage: TestStage, attribute: string): string[] {
	return mappingsOf(stage)
		.filter(
			({ source, flowType }) =>
				source.type === 'Direct' && source.attribute === attribute && flowType !== 'ObjectAddOnly'
		)
		.map(({ target }) => target);
}

/** Targets of which an expression looks at the attribute. */
export function expressionTargets(stage: TestStage, attribute: string): string[] {
	const name = `[${attribute.toLowerCase()}]`;
	return mappingsOf(stage)
		.filter(
			({ source, flowType }) =>
				source.type === 'Expression' && flowType !== 'ObjectAddOnly' && source.expression.toLowerCase().includes(name)
		)
		.map(({ target }) => target);
}

/** What a test changes where nobody chose: something that reaches the application, and that nobody is matched by. */
export function attributeToChange(stage: TestStage): string {
	const matching = new Set(
		mappingsOf(stage)
			.filter(({ matchingPrecedence }) => (matchingPrecedence ?? 0) > 0)
			.map(({ source }) => (source.type === 'Direct' ? source.attribute : ''))
	);
	const names = stage.template?.source === 'hr' ? harmlessOfWorkers : harmless;
	const found =
		names.find((name) => !matching.has(name) && directTargets(stage, name).length > 0) ??
		names.find((name) => expressionTargets(stage, name).length > 0);
	if (found === undefined)
		throw new Blocked(
			`No mapping to ${stage.app.name} reads an attribute that can be changed. Map displayName or jobTitle.`
		);
	return found;
}

/** Another value than the present one. */
export function otherValue(stage: TestStage, attribute: string): string {
	const { tables } = stage.world;
	const now =
		stage.template?.source === 'hr'
			? tables.workers.get(stage.person!)?.fields[attribute]
			: stage.user?.attrs[attribute];
	if (/phone|mobile/i.test(attribute)) return '+1 206 555 0199';
	return typeof now === 'string' && now !== '' ? `${now} (test)` : 'Test plan';
}

/** The change where it must be made: in the directory that masters the person (H-324). */
export function changeOf(stage: TestStage, attribute: string, value: string): Command {
	const user = stage.user;
	if (user?.attrs.dirSyncEnabled !== true)
		return { verb: 'user.edit', args: { user: stage.person!, attribute, value } };
	const account = accountOfUser(stage.world.sim, user);
	const flow = ATTRIBUTE_FLOWS.find(({ target }) => target === attribute);
	if (!account || !flow)
		throw new Blocked(
			`${stage.name} is mastered in Active Directory, and Connect does not carry ${attribute} from there.`
		);
	return { verb: 'ad.edit', args: { account: account.slot, attribute: flow.from[0]!, value } };
}

/** The deletion where it must be made (H-461). */
export function deletionOf({ user, person, world }: TestStage): Command {
	const account = user && accountOfUser(world.sim, user);
	return account
		? { verb: 'ad.delete', args: { account: account.slot } }
		: { verb: 'user.softDelete', args: { user: person! } };
}
