import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { entitlementOf } from '#lib/engine/job/entitlement';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import { evaluateScope } from '#lib/engine/scoping';
import { displayName, isActive, type UserRow } from '#lib/engine/source';
import { Guard } from '#lib/engine/steps/guards';
import { sourceRecord } from '#lib/engine/steps/scope';
import type { Subject } from '#lib/engine/steps/view';
import type { World } from '#lib/world';
import { mappingOf } from '#lib/world/run/units';
import type { AppRow } from '#lib/world/tables/rows';
import { effectiveAssignments } from '../directory/assignment';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { profileOf } from '../profile';
import { momentWords } from '../time';
import { appKey, defineView, slot } from '../view';
import { statusWords } from '../status/code';

/** One thing that has to hold before a user is provisioned. */
export interface Condition {
	readonly what:
		'job' | 'exists' | 'active' | 'assigned' | 'role' | 'filter' | 'matching' | 'create' | 'seen' | 'escrow';
	readonly holds: boolean;
	readonly sentence: string;
	/** What was found, and what would have to be there. */
	readonly found: string | null;
	readonly wanted: string | null;
	readonly rule: string;
}

export interface WhyNot {
	readonly app: AppName;
	readonly user: { readonly slot: Slot; readonly name: string };
	/** "Ada Fields is not in Slack: she is not assigned." */
	readonly headline: string;
	/** null: never; a link that the job holds. */
	readonly linked: boolean;
	readonly conditions: readonly Condition[];
	/** When the service looks next. */
	readonly nextAt: number | null;
}

/** What would have to be different for a user to be provisioned, from the present state. */
export const whyNot = defineView(
	z.object({ user: slot, app: appKey }),
	(world, { user: slot, app: key }): WhyNot | null => {
		const app = appNamed(world, key);
		const { template } = profileOf(app);
		const job = !template || template.source === 'directory' ? jobOf(world, app) : null;
		const user = world.tables.users.get(slot);
		if (!user) return null;
		const conditions = job ? conditionsOf(world, app, job, user) : [noJob(app)];
		const missing = conditions.filter(({ holds }) => !holds);
		const linked = job !== null && world.sim.host.link(job.slot, 'user', slot) !== null;
		const who = displayName(user);
		const headline =
			missing.length > 0
				? missing[0]!.sentence
				: linked
					? `${who} is provisioned to ${app.name}.`
					: `Nothing is missing: ${who} is provisioned to ${app.name} when the service looks next.`;
		return { app: appName(app), user: { slot, name: who }, headline, linked, conditions, nextAt: job?.nextAt ?? null };
	}
);

function condition(
	what: Condition['what'],
	rule: string,
	holds: boolean,
	yes: string,
	no: string,
	found: string | null = null,
	wanted: string | null = null
): Condition {
	return { what, rule, holds, sentence: holds ? yes : no, found, wanted };
}

function noJob(app: AppRow): Condition {
	const { name } = app;
	const { template } = profileOf(app);
	const manual = `The provisioning mode of ${name} is Manual: nothing is provisioned.`;
	return condition('job', 'C-031', false, '', template ? `${name} reads no users.` : manual);
}

function conditionsOf(world: World, app: AppRow, job: JobRow, user: UserRow): Condition[] {
	const { host } = world.sim;
	const who = displayName(user);
	const config = host.config(job.config);
	const entitlement = entitlementOf(host.source(), host.app(app.slot), 'user', user.slot, world.clock);
	const all = config.scopeMode === 'all';
	const isRunning = job.schedule === 'Active' && !job.quarantine;
	const conditions = [
		condition(
			'job',
			job.quarantine ? 'C-321' : 'C-045',
			isRunning,
			`Provisioning to ${app.name} is on.`,
			`Provisioning to ${app.name} is not running: ${statusWords(job)}.`,
			statusWords(job),
			'On'
		),
		condition(
			'exists',
			'C-172',
			user.softDeletedAt === null,
			`${who} is not deleted.`,
			`${who} is in the recycle bin.`
		),
		condition(
			'active',
			'C-087',
			isActive(user),
			`${who} may sign in.`,
			`Sign-in of ${who} is blocked.`,
			`accountEnabled is ${isActive(user) ? 'True' : 'False'}`,
			'accountEnabled is True'
		),
		all
			? condition('assigned', 'C-076', true, `${app.name} syncs all users and groups.`, '')
			: assignedCondition(world, app, user, entitlement.assigned)
	];
	if (!all && entitlement.assigned)
		conditions.push(
			condition(
				'role',
				'C-019',
				entitlement.role,
				`The role is accepted: ${entitlement.roles.join(', ')}.`,
				`The role ${entitlement.roles.join(', ')} is not accepted.`,
				entitlement.roles.join(', ')
			)
		);
	conditions.push(...filterConditions(config, user));
	conditions.push(...matchingConditions(world, app, config, user, entitlement));
	return [...conditions, ...createConditions(world, job, config, user)];
}

function assignedCondition(world: World, app: AppRow, user: UserRow, assigned: boolean): Condition {
	const who = displayName(user);
	const ways = effectiveAssignments(world, user.slot).filter((one) => one.app.slot === app.slot);
	const first = ways[0];
	const found = first ? (first.via ? `through ${first.via.name}` : 'directly') : 'not assigned';
	const pending = ways.find(({ state }) => state === 'not seen by the service yet');
	const blocked = ways.find(({ handsOn }) => !handsOn);
	const why = pending
		? `The service sees the assignment of ${who} at ${momentWords(pending.visibleAt!, world.clock)}.`
		: blocked
			? `${blocked.via!.name} hands no assignment on: it is no security group.`
			: `${who} is not assigned to ${app.name}.`;
	return condition('assigned', 'C-068', assigned, `${who} is assigned ${found}.`, why, found, 'assigned');
}

/** F-001, F-002: any filter lets an object in whose clauses all hold. */
function filterConditions({ users }: ConfigRow, user: UserRow): Condition[] {
	if (!users.filter) return [];
	const verdict = evaluateScope(users.filter, user.attrs as never);
	if ('error' in verdict)
		return [condition('filter', 'C-081', false, '', `The scoping filter cannot be read: ${verdict.message}.`)];
	return verdict.groups.flatMap((group) =>
		group.clauses.map((clause) => {
			const value = clause.value === null ? '' : ` ${clause.value}`;
			const text = `${clause.attribute} ${clause.operator}${value}`;
			const found = clause.found === null || clause.found === '' ? 'nothing' : String(clause.found);
			const title = group.name ? `${group.name}: ` : '';
			return condition(
				'filter',
				'C-081',
				clause.holds || verdict.inScope,
				`${title}${text} holds.`,
				`${title}${text} does not hold: ${clause.attribute} is ${found}.`,
				found,
				text
			);
		})
	);
}

function matchingConditions(
	world: World,
	app: AppRow,
	config: ConfigRow,
	user: UserRow,
	entitlement: Subject['entitlement']
): Condition[] {
	const { host } = world.sim;
	const mapping = mappingOf(host, app.slot, config.users, 'User');
	const subject: Subject = {
		kind: 'user',
		slot: user.slot,
		object: user,
		id: user.id,
		displayName: displayName(user),
		link: null,
		escrow: null,
		entitlement,
		change: 'Add'
	};
	const values = mapping.matchingValues(sourceRecord(subject, Guard.active | Guard.entitled | Guard.filter));
	const first = values.find(({ value }) => value !== null);
	return [
		condition(
			'matching',
			'C-099',
			first !== undefined,
			`The matching attribute ${first?.path} is ${first?.value}.`,
			`No matching attribute of ${displayName(user)} has a value: ${values.map(({ path }) => path).join(', ')}.`,
			first?.value ?? 'nothing',
			values.map(({ path }) => path).join(' or ')
		)
	];
}

function createConditions(world: World, job: JobRow, config: ConfigRow, user: UserRow): Condition[] {
	const who = displayName(user);
	const escrow = world.sim.host.escrow(job.slot, 'user', user.slot);
	const conditions = [
		condition('create', 'C-163', config.users.create, 'Create is on.', 'Create is off: new accounts are not made.')
	];
	if (escrow)
		conditions.push(
			condition(
				'escrow',
				'C-306',
				false,
				'',
				`The last attempt for ${who} failed: ${escrow.code}. The next one is due at ${momentWords(escrow.dueAt, world.clock)}.`,
				escrow.reason
			)
		);
	return conditions;
}
