import type { ConfigRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import type { ChoiceArgs, Chosen } from './choice';

/** What decides who gets which values, as it is saved and told of. */
export const parts = [
	{ id: 'filter', of: ({ users }: ConfigRow) => users.filter, words: 'the scoping filter' },
	{ id: 'mappings', of: ({ users }: ConfigRow) => users.attributes, words: 'the mappings' },
	{ id: 'scope', of: ({ scopeMode }: ConfigRow) => scopeMode, words: 'the scope' },
	{
		id: 'actions',
		of: ({ users }: ConfigRow) => [users.create, users.update, users.delete],
		words: 'the target object actions'
	}
] as const;
export type Part = (typeof parts)[number];

/** The configuration that the wrong operations ran with, and what stood before it. */
export interface Cause {
	readonly wrong: ConfigRow | null;
	/** null: nobody saved the wrong one, so that the cause lies elsewhere. */
	readonly before: ConfigRow | null;
	/** What was changed, and is still as it was changed. */
	readonly still: readonly Part[];
	/** The job runs with another one by now. */
	readonly isCured: boolean;
}

export function causeOf(world: World, args: ChoiceArgs, chosen: Chosen): Cause {
	const { versions, job } = chosen;
	const wrong = configOfChoice(world, args, chosen);
	const before = wrong ? previous(world, chosen, wrong) : null;
	const now = world.tables.configs.get(job.config)!;
	const changed = wrong && before ? parts.filter((part) => !isSame(part, wrong, before)) : [];
	const still = changed.filter((part) => isSame(part, now, wrong!));
	const isOther = wrong === null || versions.of(job.config) !== versions.of(wrong.slot);
	return { wrong, before, still, isCured: isOther && still.length === 0 };
}

function isSame({ of }: Part, one: ConfigRow, other: ConfigRow): boolean {
	return JSON.stringify(of(one)) === JSON.stringify(of(other));
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

/** The version that a cycle ran with before a wrong one, if somebody saved that one: what was saved in between did nothing. */
function previous({ tables }: World, { versions, job }: Chosen, wrong: ConfigRow): ConfigRow | null {
	const number = versions.of(wrong.slot);
	if (versions.list[number - 1]?.saved == null) return null;
	const ran = [...tables.cycles.all()]
		.filter((cycle) => cycle.job === job.slot)
		.map(({ config }) => versions.of(config));
	const last = Math.max(0, ...ran.filter((version) => version < number)) || number - 1;
	return versions.list[last - 1]?.config ?? null;
}
