import type { Slot } from '#lib/engine/base';
import type { UserRow } from '#lib/engine/source';
import { dateAt } from '#lib/hr/dates';
import type { AdRow } from '../tables/hybrid';
import type { TestStage } from './stage';

/** What a job from human resources keeps of a worker: an account of Active Directory, or a user of the tenant. */
export interface DirectoryAccount {
	readonly slot: Slot;
	readonly attrs: AdRow['attrs'];
	readonly active: boolean;
}

/** Whoever needs one worker need not know of everybody. */
const mostLooked = 20;

export function directoryAccount({ world, job, template }: TestStage, worker: Slot): DirectoryAccount | null {
	const { tables, sim } = world;
	const link = sim.host.link(job, 'user', worker);
	if (!link) return null;
	if (template?.target === 'ad') {
		const row = rowAt<AdRow>(tables.adUsers, tables.adById.first(link.targetId));
		return row && { slot: row.slot, attrs: row.attrs, active: row.attrs.enabled !== false };
	}
	const row = rowAt<UserRow>(tables.users, tables.usersById.first(link.targetId));
	const isActive = row?.softDeletedAt === null && row.attrs.accountEnabled !== false;
	return row && { slot: row.slot, attrs: row.attrs, active: isActive };
}

function rowAt<R>(table: { get(slot: Slot): R | null | undefined }, slot: Slot | undefined): R | null {
	return slot === undefined ? null : (table.get(slot) ?? null);
}

/** Workers at work now whose account is in use; those whom the agent may not write come last (H-282). */
export function workersLinked(stage: TestStage): Slot[] {
	const { tables, clock } = stage.world;
	const today = dateAt(clock);
	const plain: Slot[] = [];
	const guarded: Slot[] = [];
	for (const worker of tables.workers.all()) {
		const { slot, lastDay, rescinded, coming, hireDate, manager } = worker;
		if (rescinded || lastDay !== null || coming.length > 0 || hireDate >= today || manager === null) continue;
		const account = directoryAccount(stage, slot);
		if (account?.active) (account.attrs.adminCount === 1 ? guarded : plain).push(slot);
		if (plain.length >= mostLooked) break;
	}
	return [...plain, ...guarded];
}
