import type { Slot } from '#lib/engine/base';
import type { World } from '../world';
import { direct, insider, member, outsider } from './people';
import { needs } from './prepare';
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

export function sampleOf(world: World, row: TestRow): Sample {
	try {
		const stage = new TestStage(world, appOfRow(world, row));
		const { key, name } = stage.app;
		stage.person = row.person ?? found(stage, row);
		const person = stage.person === null ? null : { slot: stage.person, name: stage.name };
		return { id: row.id, app: { key, name }, person, why: null };
	} catch (error) {
		if (!(error instanceof Blocked)) throw error;
		return { id: row.id, app: null, person: null, why: error.message };
	}
}

function found(stage: TestStage, { act }: TestRow): Slot | null {
	const need = needs[act.is];
	if (need === 'nobody') return null;
	if (need === 'worker' || need === 'formerWorker') return workersLinked(stage)[0] ?? null;
	if (need === 'outside' || need === 'outsideWithGroup') return outsider(stage);
	// Where nobody has an account yet, there is nobody to look for.
	if (stage.world.sim.host.linkCount(stage.job) === 0) return outsider(stage);
	const inside =
		need === 'direct' ? direct(stage) : need === 'member' ? (member(stage)?.person ?? null) : insider(stage);
	return inside ?? outsider(stage);
}
