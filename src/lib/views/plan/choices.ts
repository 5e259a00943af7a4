import * as z from 'zod/mini';
import { templateOf } from '#lib/hr/templates';
import { defaultApp, standingOf } from '#lib/world/plan';
import { directoryName, jobOf } from '../names';
import { defineView } from '../view';

export interface PlanApp {
	readonly key: string;
	readonly name: string;
	/** Where its people come from: the directory, or human resources. */
	readonly source: 'directory' | 'hr';
	/** What its mappings write, for a test that expects a value. */
	readonly targets: readonly string[];
	/** What they read as it is. */
	readonly sources: readonly string[];
}

/** What a test or a pilot can be tried on in this company. */
export interface PlanChoices {
	readonly directory: string;
	readonly users: number;
	readonly hasHr: boolean;
	/** Applications whose mode is Automatic. */
	readonly apps: readonly PlanApp[];
	/** Where nobody chose; null: there is none. */
	readonly app: string | null;
	readonly hrApp: string | null;
	/** The moment that is shown, and what the company comes to there: a result of another one is of old. */
	readonly at: number;
	readonly standing: string;
}

export const planChoices = defineView(z.object({}), (world): PlanChoices => {
	const { tables } = world;
	const apps: PlanApp[] = [];
	for (const app of tables.apps.all()) {
		const job = jobOf(world, app);
		const source = templateOf(app.kind)?.source ?? 'directory';
		if (!job || source === 'api' || (source === 'directory' && templateOf(app.kind))) continue;
		const { attributes } = world.sim.host.config(job.config).users;
		const sources = attributes.flatMap((one) => (one.source.type === 'Direct' ? [one.source.attribute] : []));
		apps.push({
			key: app.key,
			name: app.name,
			source,
			targets: attributes.map(({ target }) => target).sort(),
			sources: [...new Set(sources)].sort()
		});
	}
	let users = 0;
	for (const user of tables.users.all()) if (user.softDeletedAt === null) users++;
	return {
		directory: directoryName(world),
		users,
		hasHr: world.sim.host.tenantRow.hr !== 'none',
		apps: apps.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
		app: defaultApp(world, false)?.key ?? null,
		hrApp: defaultApp(world, true)?.key ?? null,
		at: world.clock,
		standing: standingOf(world)
	};
});
