import type { Slot } from '#lib/engine/base';
import { displayName, isActive, type UserRow } from '#lib/engine/source';
import { firstPopulationDelay } from '#lib/tenant/dynamic';
import type { Command } from '../commands';
import type { World } from '../world';
import { assignedGroups } from '../plan/people';
import type { AppRow } from '../tables/rows';
import type { Wave } from './types';

/** A wave that cannot be done, in a sentence. */
export class WaveRefused extends Error {}

/** What a wave does when it starts, and for whom. */
export interface WavePlan {
	readonly commands: readonly Command[];
	/** Known when the wave is over: a rule fills its group later. */
	readonly members: () => Iterable<Slot>;
	/** How much later than assignments its members are seen (G-035). */
	readonly lag: number;
	readonly nested: number;
}

export function planOf(world: World, app: AppRow, wave: Wave, before: ReadonlySet<Slot>): WavePlan {
	const { who } = wave;
	if (who.is === 'groups') return ofGroups(world, app, who.groups);
	if (who.is === 'number') return ofNumber(world, app, who.count, before);
	const group = world.tables.groups.next;
	return {
		commands: [
			{ verb: 'group.create', args: { name: `Pilot ${wave.name}`.slice(0, 256), rule: who.rule } },
			{ verb: 'assign', args: { app: app.key, kind: 'group', who: [group] } }
		],
		members: () => membersOf(world, [group], 'user'),
		lag: firstPopulationDelay(world.sim.host.tenantRow.size),
		nested: 0
	};
}

function ofGroups(world: World, app: AppRow, groups: readonly Slot[]): WavePlan {
	const { tables } = world;
	for (const slot of groups)
		if (!tables.groups.get(slot) || tables.groups.get(slot)!.softDeletedAt !== null)
			throw new WaveRefused('A group of this wave is no longer in the company. Choose another one.');
	const there = new Set(assignedGroups(world, app.slot).map(({ slot }) => slot));
	const added = groups.filter((slot) => !there.has(slot));
	return {
		commands: added.length > 0 ? [{ verb: 'assign', args: { app: app.key, kind: 'group', who: added } }] : [],
		members: () => membersOf(world, groups, 'user'),
		lag: 0,
		nested: [...membersOf(world, groups, 'group')].length
	};
}

/** The next people of the directory who may sign in and are not let in yet. */
function ofNumber(world: World, app: AppRow, count: number | null, before: ReadonlySet<Slot>): WavePlan {
	const picked: Slot[] = [];
	for (const user of world.tables.users.all()) {
		if (count !== null && picked.length >= count) break;
		if (!before.has(user.slot) && couldCome(user)) picked.push(user.slot);
	}
	const commands: Command[] =
		picked.length > 0 ? [{ verb: 'assign', args: { app: app.key, kind: 'user', who: picked } }] : [];
	return { commands, members: () => picked, lag: 0, nested: 0 };
}

function couldCome(user: UserRow): boolean {
	return user.softDeletedAt === null && isActive(user) && user.attrs.userType !== 'Guest';
}

function* membersOf({ tables }: World, groups: readonly Slot[], kind: 'user' | 'group'): Iterable<Slot> {
	for (const group of groups)
		for (const slot of tables.membersByGroup.get(group)) {
			const row = tables.members.get(slot)!;
			if (row.kind === kind) yield row.member;
		}
}

export function nameOfUser({ tables }: World, slot: Slot): string {
	const user = tables.users.get(slot);
	return user ? displayName(user) : `user ${slot}`;
}
