import * as z from 'zod/mini';
import type { JobRow } from '#lib/engine/job/records';
import { finish, type Steps } from '#lib/tenant/sample/steps';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, jobOf, NotThere } from '../names';
import { profileOf } from '../profile';
import { appKey, slot } from '../view';
import { rollbackFold, type RollbackFold } from './fold';
import { versionsOf, type Versions } from './versions';

/** The wrong operations: those of a cycle or of a version of the configuration, of everybody or of one person. */
export const choiceArgs = {
	app: appKey,
	cycle: z.optional(slot),
	version: z.optional(slot),
	person: z.optional(slot)
};

export type ChoiceArgs = z.output<z.ZodMiniObject<typeof choiceArgs>>;

export interface Chosen {
	readonly app: AppRow;
	readonly job: JobRow;
	readonly versions: Versions;
	/** null: neither a cycle nor a version was chosen yet. */
	readonly fold: RollbackFold | null;
}

export function chosenIn(world: World, args: ChoiceArgs): Chosen {
	return finish(choosing(world, args));
}

/** The same in steps, between which the world has to stand. */
export function* choosing(world: World, { app: key, cycle, version, person }: ChoiceArgs): Steps<Chosen> {
	const app = appNamed(world, key);
	if (profileOf(app).template)
		throw new NotThere(`${app.name} keeps no accounts of its own, so there is nothing to roll back.`);
	const job = jobOf(world, app);
	if (!job) throw new NotThere(`${app.name} has no provisioning job.`);
	const versions = versionsOf(world, job.slot);
	if (cycle === undefined && version === undefined) return { app, job, versions, fold: null };
	const isWrong = (ran: number, user: number) => {
		if (person !== undefined && user !== person) return false;
		if (cycle !== undefined && ran !== cycle) return false;
		if (version === undefined) return true;
		const row = world.tables.cycles.get(ran);
		return row !== null && versions.of(row.config) === version;
	};
	const choice = { app: app.slot, kind: app.kind, isWrong };
	const fold = yield* rollbackFold(world, [key, cycle, version, person].join(), choice);
	return { app, job, versions, fold };
}
