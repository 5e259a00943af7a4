import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { displayName, type UserRow } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { Records, type SourceRow } from '../expressions/records';
import { hrOf, stateOf, workerName } from '../hr/hr';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { profileOf } from '../profile';
import { appKey, defineView, slot } from '../view';
import { directoryConditions } from './assigned';
import {
	condition,
	createConditions,
	filterConditions,
	jobConditions,
	matchingCondition,
	type Condition
} from './conditions';
import { newAccountConditions } from './new-account';

const kinds = ['user', 'group', 'worker'] as const;
export type ExpectedKind = (typeof kinds)[number];

const args = z.object({
	kind: z._default(z.enum(kinds), 'user'),
	slot,
	/** Without it: the first application that has no account of theirs. */
	app: z.optional(appKey)
});

export interface WhyNot {
	/** null: no application reads such objects. */
	readonly app: AppName | null;
	readonly about: { readonly kind: ExpectedKind; readonly slot: Slot; readonly name: string };
	/** "Ada Fields is not assigned to Slack." */
	readonly headline: string;
	/** The job holds a link already. */
	readonly linked: boolean;
	readonly conditions: readonly Condition[];
	/** When the service looks next. */
	readonly nextAt: number | null;
	/** The applications that can be asked about. */
	readonly choices: readonly AppName[];
}

/** What would have to be different for somebody to be provisioned, from the present state. */
export const whyNot = defineView(args, (world, { kind, slot, app: key }): WhyNot | null => {
	const name = nameOf(world, kind, slot);
	if (name === null) return null;
	const apps = [...world.tables.apps.all()].filter((app) => reads(app, kind));
	const choices = apps.map(appName);
	const about = { kind, slot, name };
	const nowhere = { about, linked: false, conditions: [], nextAt: null, choices };
	const app =
		key !== undefined ? appNamed(world, key) : (apps.find((one) => !isLinked(world, one, kind, slot)) ?? apps[0]);
	if (!app) return { ...nowhere, app: null, headline: nobodyReads(kind) };
	const job = reads(app, kind) ? jobOf(world, app) : null;
	if (!job) {
		const manual = noJob(app);
		return { ...nowhere, app: appName(app), headline: manual.sentence, conditions: [manual] };
	}
	const conditions = conditionsOf(world, app, kind, slot, name);
	const missing = conditions.find(({ holds }) => !holds);
	const linked = isLinked(world, app, kind, slot);
	// A job from HR bears the name of its way, not of its target.
	const by = kind === 'worker' ? 'by' : 'to';
	const headline =
		missing?.sentence ??
		(linked
			? `${name} is provisioned ${by} ${app.name}.`
			: `Nothing is missing: ${name} is provisioned ${by} ${app.name} when the service looks next.`);
	return { app: appName(app), about, headline, linked, conditions, nextAt: job.nextAt, choices };
});

const sources = { user: 'directory', group: 'directory', worker: 'hr' } as const;

function reads(app: AppRow, kind: ExpectedKind): boolean {
	return (profileOf(app).template?.source ?? 'directory') === sources[kind];
}

function nameOf(world: World, kind: ExpectedKind, slot: Slot): string | null {
	if (kind === 'worker') {
		const hr = hrOf(world);
		const row = world.tables.workers.get(slot);
		return hr && row && workerName(row, hr);
	}
	const row = kind === 'user' ? world.tables.users.get(slot) : world.tables.groups.get(slot);
	return row && displayName(row);
}

function isLinked(world: World, app: AppRow, kind: ExpectedKind, slot: Slot): boolean {
	const job = jobOf(world, app);
	return job !== null && Boolean(world.sim.host.link(job.slot, kind === 'group' ? 'group' : 'user', slot));
}

function nobodyReads(kind: ExpectedKind): string {
	return kind === 'worker'
		? 'No job reads this HR system, so nobody in it gets an account.'
		: 'There is no application yet, so nobody is provisioned.';
}

function noJob(app: AppRow): Condition {
	const { name } = app;
	const { template } = profileOf(app);
	const manual = `The provisioning mode of ${name} is Manual: nothing is provisioned.`;
	return condition('job', 'C-031', false, '', template ? `${name} reads no users.` : manual);
}

function conditionsOf(world: World, app: AppRow, kind: ExpectedKind, slot: Slot, who: string): Condition[] {
	const records = new Records(world, app.key, kind === 'group' ? 'groups' : 'users');
	const row = records.row(slot);
	const first = jobConditions(world, app, records.job!, records);
	if (kind === 'worker') first.push(...workerConditions(world, app, slot, row, who));
	else first.push(...directoryConditions(records, app, row!));
	if (!row || !records.mapping) return first;
	return [
		...first,
		...filterConditions(records, row),
		matchingCondition(records, app, row, who),
		...(kind === 'worker' ? newAccountConditions(records, row as UserRow, who) : []),
		...createConditions(records, row, who)
	];
}

/** H-032, H-090: whom HR does not hand out is not read; H-120: whoever has left gets no account. */
function workerConditions(world: World, app: AppRow, slot: Slot, row: SourceRow | null, who: string): Condition[] {
	const hr = hrOf(world)!;
	const state = stateOf(world.tables.workers.get(slot)!, hr, world.clock);
	const left = state === 'terminated' || state === 'hire rescinded';
	return [
		condition(
			'read',
			state === 'future hire' ? 'H-090' : 'H-032',
			row !== null,
			`${hr.name} hands the record of ${who} out.`,
			`${hr.name} does not hand the record of ${who} out to ${app.name}${state === 'future hire' ? ' before the first day' : ': the integration account does not see it'}.`
		),
		condition(
			'active',
			left ? 'H-120' : 'H-083',
			!left,
			`${who} is ${state === 'future hire' ? 'to be employed' : 'employed'}.`,
			`${who} has left: ${state}.`,
			state,
			'employed'
		)
	];
}
