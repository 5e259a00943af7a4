import type * as z from 'zod/mini';
import type { Seq, Slot } from '#lib/engine/base';
import type { JobRow } from '#lib/engine/job/records';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

/** A refusal: what happened, and why, in the words of whoever refuses. Nothing was written. */
export class Refused extends Error {}

/** One thing that a person can do. The arguments are data of strangers, so a schema reads them. */
export interface CommandKind<A = never> {
	readonly schema: z.core.$ZodType<A>;
	/** What the timeline calls it, in plain words. */
	describe(sim: Simulation, args: A): string;
	/** Checks first and throws `Refused`; nothing may be written before the first thing that can refuse. */
	apply(sim: Simulation, args: A, cause: Seq): void | Applying;
}

/** A command of many parts looks around now and then: how many of them are done. */
export type Applying = Generator<Applied, void, void>;

export interface Applied {
	readonly done: number;
	readonly of: number;
}

export function define<A>(kind: CommandKind<A>): CommandKind<never> {
	return kind as unknown as CommandKind<never>;
}

export function appOf(sim: Simulation, key: string): AppRow {
	const slot = sim.tables.appsByKey.first(key);
	const app = slot === undefined ? null : sim.tables.apps.get(slot);
	if (!app) throw new Refused(`There is no application ${key} in this tenant.`);
	return app;
}

export function jobOf(sim: Simulation, key: string): JobRow {
	const slot = sim.tables.jobsByApp.first(appOf(sim, key).slot);
	const job = slot === undefined ? null : sim.tables.jobs.get(slot);
	if (!job) throw new Refused(`${key} has no provisioning: its mode is Manual.`);
	return job;
}

export function userOf(sim: Simulation, slot: Slot) {
	const user = sim.tables.users.get(slot);
	if (!user) throw new Refused(`There is no user ${slot} in Microsoft Entra ID.`);
	return user;
}

export function groupOf(sim: Simulation, slot: Slot) {
	const group = sim.tables.groups.get(slot);
	if (!group) throw new Refused(`There is no group ${slot} in Microsoft Entra ID.`);
	return group;
}

/** A group that is not in the recycle bin. */
export function liveGroupOf(sim: Simulation, slot: Slot) {
	const group = groupOf(sim, slot);
	if (group.softDeletedAt !== null) throw new Refused(`${nameOf(group)} is deleted. Restore the group first.`);
	return group;
}

export function nameOf(row: { readonly attrs: { readonly [name: string]: unknown }; readonly id: string }): string {
	const name = row.attrs.displayName;
	return typeof name === 'string' && name ? name : row.id;
}
