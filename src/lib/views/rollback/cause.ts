import type { ConfigRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { ChoiceArgs, Chosen } from './choice';

/** The configuration that the wrong operations ran with, and what stood before it. */
export interface Cause {
	readonly wrong: ConfigRow | null;
	/** null: nobody saved the wrong one, so that the cause lies elsewhere. */
	readonly before: ConfigRow | null;
	/** The job runs with another one by now. */
	readonly isCured: boolean;
}

export function causeOf(world: World, args: ChoiceArgs, chosen: Chosen): Cause {
	const { versions, job } = chosen;
	const wrong = configOfChoice(world, args, chosen);
	const isCured = wrong === null || versions.of(job.config) !== versions.of(wrong.slot);
	return { wrong, before: wrong ? previous(chosen, wrong) : null, isCured };
}

/** The configuration that repairs: the present one, or the one before as long as the wrong one is in force. */
export function rightConfig(world: World, args: ChoiceArgs, chosen: Chosen): ConfigRow {
	const { before, isCured } = causeOf(world, args, chosen);
	return isCured || before === null ? world.tables.configs.get(chosen.job.config)! : before;
}

function configOfChoice(world: World, { cycle, version }: ChoiceArgs, { versions }: Chosen): ConfigRow | null {
	if (version !== undefined) return versions.list[version - 1]?.config ?? null;
	const row = cycle === undefined ? null : world.tables.cycles.get(cycle);
	return row ? (versions.list[versions.of(row.config) - 1]?.config ?? null) : null;
}

/** The version before a wrong one, if somebody saved that one. */
function previous({ versions }: Chosen, wrong: ConfigRow): ConfigRow | null {
	const number = versions.of(wrong.slot);
	const isSaved = versions.list[number - 1]?.saved != null;
	return isSaved ? (versions.list[number - 2]?.config ?? null) : null;
}
