import type { Json } from '#lib/engine/base';
import type { Command, World } from '#lib/world';

/** The synchronization schema of a job, read and replaced: whoever owns the import and the export gives it. */
export interface SchemaDoor {
	read(world: World, app: string): Json;
	/** The command that replaces it; a refusal is an Error with the place and the reason. */
	replace(world: World, app: string, schema: Json): Command;
}
