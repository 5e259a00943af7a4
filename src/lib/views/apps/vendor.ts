import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, NotThere } from '../names';

/** An application that has an administrator of its own; a job from or to HR writes into a directory. */
export function vendorNamed(world: World, key: string): AppRow {
	const app = appNamed(world, key);
	if (templateOf(app.kind)) throw new NotThere(`${app.name} is a provisioning job: it has no accounts of its own.`);
	return app;
}
