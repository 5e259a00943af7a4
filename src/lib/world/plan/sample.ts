import type { Slot } from '#lib/engine/base';
import type { World } from '../world';
import { direct, insider, member, outsider } from './people';
import { needs, type Need } from './prepare';
import type { RowResult, TestRow } from './rows';
import { appOfRow } from './run-row';
import { Blocked, TestStage } from './stage';
import { workersLinked } from './workers';

/** On whom a row would be tried now, before it is. */
export interface Sample {
	readonly id: string;
	readonly app: RowResult['app'];
	/** null: nobody fits, and somebody is prepared first; or the action brings somebody new. */
	readonly person: RowResult['person'];
	/** Why it cannot be run. */
	readonly why: string | null;
}

/** Whom earlier rows have found, by the application and what was needed: many rows look for the same person. */
type Found = Map<string, Slot | null>;

export function sampleOf(world: World, row: TestRow, before: Found = new Map()): Sample {
	try {
		const stage = new TestStage(world, appOfRow(world, row));
		const { key, name } = stage.app;
		stage.person = row.person ?? found(stage, row, before);
		const person = stage.person === null ? null : { slot: stage.person, name: stage.name };
		return { id: row.id, app: { key, name }, person, why: null };
	} catch (error) {
		if (!(error instanceof Blocked)) throw error;
		return { id: row.id, app: null, person: null, why: error.message };
	}
}

function found(stage: TestStage, { act }: TestRow, before: Found): Slot | null {
	const need = needs[act.is];
	const known = before.get(`${stage.key} ${need}`);
	if (known !== undefined) return known;
	const person = looked(stage, need) ?? (need === 'nobody' || need.endsWith('orker') ? null : outside(stage, before));
	before.set(`${stage.key} ${need}`, person);
	return person;
}

/** Whoever fits as they are. */
function looked(stage: TestStage, need: Need): Slot | null {
	if (need === 'worker' || need === 'formerWorker') return workersLinked(stage)[0] ?? null;
	// Where nobody has an account yet, there is nobody to look for.
	if (stage.world.sim.host.linkCount(stage.job) === 0) return null;
	if (need === 'direct') return direct(stage);
	if (need === 'member') return member(stage)?.person ?? null;
	return need === 'inside' ? insider(stage) : null;
}

function outside(stage: TestStage, before: Found): Slot | null {
	const key = `${stage.key} outside`;
	if (!before.has(key)) before.set(key, outsider(stage));
	return before.get(key)!;
}
