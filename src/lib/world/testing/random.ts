import type { Command, World } from '#lib/world';
import { chance } from '../core/chance';

/** A seeded stream of choices for tests: the seed reproduces any failure. */
export function dice(seed: number): { below(n: number): number; pick<T>(items: readonly T[]): T } {
	let n = 0;
	const below = (limit: number) => Math.floor(chance(seed, 'dice', 0, n++) * limit);
	return { below, pick: (items) => items[below(items.length)]! };
}

const inSales = {
	groups: [{ name: 'Sales', clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Sales' }] }]
};

/** A command that a person might give now; many are refused, and that is part of the test. */
export function randomCommand(world: World, roll: ReturnType<typeof dice>, app: string): Command {
	const user = roll.below(world.tables.users.next);
	const group = roll.below(world.tables.groups.next);
	const choices: Command[] = [
		{ verb: 'assign', args: { app, kind: 'user', who: [user] } },
		{ verb: 'assign', args: { app, kind: 'group', who: [group] } },
		{ verb: 'unassign', args: { app, kind: 'user', who: [user] } },
		{ verb: 'unassign', args: { app, kind: 'group', who: [group] } },
		{ verb: 'user.edit', args: { user, attribute: 'jobTitle', value: `Title ${roll.below(5)}` } },
		{ verb: 'user.edit', args: { user, attribute: 'department', value: roll.pick(['Sales', 'IT', null]) } },
		{ verb: 'user.block', args: { user } },
		{ verb: 'user.unblock', args: { user } },
		{ verb: 'user.softDelete', args: { user } },
		{ verb: 'user.restore', args: { user } },
		{ verb: 'user.purge', args: { user } },
		{ verb: 'group.add', args: { group, user } },
		{ verb: 'group.remove', args: { group, user } },
		{ verb: 'job.start', args: { app } },
		{ verb: 'job.stop', args: { app } },
		{ verb: 'job.restart', args: { app } },
		{ verb: 'job.restart', args: { app, scope: 'Full' } },
		{ verb: 'job.setThreshold', args: { app, threshold: roll.pick([null, 1, 3]) } },
		{ verb: 'job.allowDeletes', args: { app } },
		{ verb: 'job.quarantine', args: { app } },
		{ verb: 'job.setCredential', args: { app, state: roll.pick(['ok', 'ok', 'bad']) } },
		{ verb: 'job.setScope', args: { app, mode: roll.pick(['assigned', 'all']) } },
		{ verb: 'job.setActions', args: { app, create: true, update: roll.below(4) > 0, delete: roll.below(4) > 0 } },
		{ verb: 'job.setGroupMapping', args: { app, enabled: roll.below(2) === 0 } },
		{ verb: 'job.onDemand', args: { app, object: user } },
		{ verb: 'job.saveFilter', args: { app, filter: roll.pick([null, null, inSales]) } },
		{ verb: 'job.restoreDefaults', args: { app } },
		{ verb: 'job.discover', args: { app } }
	];
	return roll.pick(choices);
}

/** Now and then somebody looks at the past, begins a branch, takes back, does again, or goes over to another branch. */
export function wander(world: World, roll: ReturnType<typeof dice>): void {
	const what = roll.below(8);
	if (what === 0) world.seek({ index: 1 + roll.below(world.sim.ledger.boundaries.length - 1) });
	if (what === 1 || (what === 0 && roll.below(2) === 0)) world.fork();
	if (what === 2) world.branches.undo('undone');
	if (what === 3) world.branches.redo();
	if (what !== 4) return;
	const parked = world.branches.list.filter((branch) => branch.parked && !branch.undone);
	if (parked.length > 0) world.branches.activate(roll.pick(parked).id);
}
