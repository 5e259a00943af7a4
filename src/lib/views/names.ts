import type { CycleRow, JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { directoryName } from './app-names';
import { hrSystemName, profileOf } from './profile';

export { appName, directoryName, jobOf, type AppName } from './app-names';

/** A view was asked for something that is not in this world. */
export class NotThere extends Error {}

export function appNamed(world: World, key: string): AppRow {
	const slot = world.tables.appsByKey.first(key);
	const app = slot === undefined ? null : world.tables.apps.get(slot);
	if (!app) throw new NotThere(`There is no application ${key} in this tenant.`);
	return app;
}

/** Jobs that read the directory; a job from HR reads workers, whose places are no users. */
export function directoryJobs({ tables }: World): JobRow[] {
	return [...tables.jobs.all()].filter(({ app }) => {
		const { template } = profileOf(tables.apps.get(app)!);
		return !template || template.source === 'directory';
	});
}

/** C-514: the generic connector calls every target by the same name. */
export function targetSystemName(app: AppRow): string {
	const { connector, template } = profileOf(app);
	if (!template) return connector === 'generic' ? 'customappsso' : app.name;
	if (template.target === 'hr') return hrSystemName(template);
	return template.target === 'ad' ? 'Active Directory' : 'Microsoft Entra ID';
}

export function sourceSystemName(world: World, app?: AppRow): string {
	const template = app && profileOf(app).template;
	return !template || template.source === 'directory' ? directoryName(world) : hrSystemName(template);
}

/** The number of a cycle among those of its job; runs on demand have none. */
export function cycleNumber(world: World, cycle: CycleRow): number {
	let number = 0;
	for (const slot of world.tables.cyclesByJob.get(cycle.job)) {
		if (slot > cycle.slot) break;
		if (world.tables.cycles.get(slot)!.kind !== 'demand') number++;
	}
	return number;
}

export function cycleName(world: World, cycle: CycleRow): string {
	return cycle.kind === 'demand' ? 'on demand' : `cycle ${cycleNumber(world, cycle)}`;
}
