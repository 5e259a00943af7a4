import { isActive, type GroupRow, type UserRow } from '#lib/engine/source';
import { evaluateScope } from '#lib/engine/scoping';
import { Guard } from '#lib/engine/steps/guards';
import { sourceRecord } from '#lib/engine/steps/scope';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import { activeAgent } from '#lib/world/inbound/ad-provider';
import { mappingOf } from '#lib/world/run/units';
import type { AppRow } from '#lib/world/tables/rows';
import type { Records, SourceRow } from '../expressions/records';
import { statusWords } from '../status/code';
import { momentWords } from '../time';

/** One thing that has to hold before somebody is provisioned. */
export interface Condition {
	readonly what:
		| 'job'
		| 'agent'
		| 'read'
		| 'exists'
		| 'active'
		| 'groups'
		| 'assigned'
		| 'role'
		| 'filter'
		| 'matching'
		| 'create'
		| 'account'
		| 'escrow';
	readonly holds: boolean;
	readonly sentence: string;
	/** What was found, and what would have to be there. */
	readonly found: string | null;
	readonly wanted: string | null;
	readonly rule: string;
}

export function condition(
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

export function jobConditions(world: World, app: AppRow, job: JobRow, { template }: Records): Condition[] {
	const isRunning = job.schedule === 'Active' && !job.quarantine;
	const what = template?.source === 'hr' ? app.name : `Provisioning to ${app.name}`;
	const on = condition(
		'job',
		job.quarantine ? 'C-321' : 'C-045',
		isRunning,
		`${what} is on.`,
		`${what} is not running: ${statusWords(job)}.`,
		statusWords(job),
		'On'
	);
	if (template?.target !== 'ad') return [on];
	const agent = activeAgent(world.sim);
	const silence = !agent
		? 'No agent is active'
		: agent.silent
			? `${agent.name} does not answer`
			: `${agent.name} is not registered with the domain`;
	return [
		on,
		condition(
			'agent',
			'H-276',
			agent !== null && !agent.silent && !agent.unregistered,
			`Active Directory is reached through ${agent?.name}.`,
			`${silence}, so Active Directory is not reached.`
		)
	];
}

/** F-001, F-002: any filter lets an object in whose clauses all hold. */
export function filterConditions({ mapping }: Records, { attrs }: SourceRow): Condition[] {
	if (!mapping?.filter) return [];
	const verdict = evaluateScope(mapping.filter, attrs as never);
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

export function matchingCondition(records: Records, app: AppRow, row: UserRow | GroupRow, who: string): Condition {
	const { world, object, mapping } = records;
	const isUser = object === 'users';
	const compiled = mappingOf(world.sim.host, app.slot, mapping!, isUser ? 'User' : 'Group');
	let guards = Guard.entitled | Guard.filter;
	if (!isUser || isActive(row as UserRow)) guards |= Guard.active;
	const subject = {
		kind: isUser ? 'user' : 'group',
		slot: row.slot,
		object: row,
		id: row.id,
		displayName: who,
		link: null,
		escrow: null,
		entitlement: records.entitlement(row),
		change: 'Add'
	} as const;
	const values = compiled.matchingValues(sourceRecord(subject, guards));
	const first = values.find(({ value }) => value !== null);
	const paths = values.map(({ path }) => path);
	return condition(
		'matching',
		'C-099',
		first !== undefined,
		`The matching attribute ${first?.path} is ${first?.value}.`,
		`No matching attribute of ${who} has a value: ${paths.join(', ')}.`,
		first?.value ?? 'nothing',
		paths.join(' or ')
	);
}

export function createConditions({ world, object, job, mapping }: Records, { slot }: SourceRow, who: string) {
	const kind = object === 'users' ? 'user' : 'group';
	const escrow = world.sim.host.escrow(job!.slot, kind, slot);
	const isOn = mapping?.create ?? false;
	const conditions = [condition('create', 'C-163', isOn, 'Create is on.', 'Create is off: new accounts are not made.')];
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
