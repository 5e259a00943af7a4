import { ScopeGuard } from '#lib/engine/steps/scope';
import type { CycleRow } from '#lib/engine/job/records';
import { demandedObject, rowsOf } from '../run/rows';
import { isActive, type UserRow } from '#lib/engine/source';
import { NotThere } from '../run/unbuilt';
import type { Answer, Answers, Asked } from './answer';

/** The last run on demand, whatever its application. */
function lastDemand({ sandbox }: Asked): CycleRow {
	let found: CycleRow | null = null;
	for (const cycle of sandbox.sim.tables.cycles.all()) if (cycle.kind === 'demand') found = cycle;
	if (!found) throw new NotThere('there was no run on demand before');
	return found;
}

function demand(asked: Asked): Answer {
	const { sandbox } = asked;
	const { sim } = sandbox;
	const cycle = lastDemand(asked);
	const row = [...rowsOf(sim, ({ slot }) => slot === cycle.slot, cycle.fact)].pop();
	const facts = sandbox.world.facts(cycle.fact);
	const object = demandedObject(sim, cycle);
	const mine = facts.filter(
		({ kind, subject }) =>
			subject.slot === object.slot &&
			subject.table === (object.kind === 'user' ? 'users' : 'groups') &&
			kind !== 'source.changed'
	);
	switch (asked.path[0]) {
		case 'import':
			return { text: row?.code === 'ImportSkipped' ? 'failed: matching attribute empty' : 'ok' };
		case 'scope': {
			const bits = mine.find(({ kind }) => kind === 'scope')?.guards;
			return { text: bits === undefined ? 'not reached' : scopeText(bits, sim.host.source().user(object.slot)) };
		}
		case 'action': {
			if (mine.some(({ kind }) => kind === 'reference.unresolved')) return { text: 'manager: Invalid value' };
			if (!row || row.status === 'skipped') return { text: 'none' };
			return { text: row.action };
		}
		default:
			throw asked.unknown(`demand.${asked.path[0] ?? ''}`);
	}
}

function scopeText(bits: number, user: UserRow | null): string {
	if (!(bits & ScopeGuard.active) || (user && !isActive(user))) return 'blocked';
	if (!(bits & ScopeGuard.assigned) && !(bits & ScopeGuard.syncAll)) return 'not assigned';
	if (!(bits & ScopeGuard.filter)) return 'filtered out';
	return 'in scope';
}

export const outcomes: Answers = {
	demand,
	http({ sandbox }) {
		const { uploadCalls } = sandbox.sim.tables;
		const last = uploadCalls.next > 0 ? uploadCalls.get(uploadCalls.next - 1) : null;
		if (!last) throw new NotThere('nothing was posted before');
		return { text: last.answers };
	},
	lastAction: ({ sandbox }) => ({ text: sandbox.notes.lastAction })
};
