import { assignedObjects, entitlementOf } from '#lib/engine/job/entitlement';
import { compileScope } from '#lib/engine/scoping';
import { isActive, type UserRow } from '#lib/engine/source';
import { mappingOf } from '#lib/world/run/units';
import { nameOf, Records } from '../expressions/records';
import type { ClauseVerdict } from '#lib/engine/scoping';
import { Tally } from './check';
import type { Situation } from './situation';

/** How the users of the source stand to the job: where each of them stops. */
export interface Crowd {
	/** In assigned mode, whoever is assigned; otherwise everybody. */
	readonly of: number;
	/** So many of them were looked at. */
	readonly looked: number;
	/** The filter cannot be read at all. */
	readonly refusedFilter: string | null;
	/** Their role is not accepted (C-019). */
	readonly unroled: Tally;
	readonly blocked: Tally;
	/** They do not pass the filter. */
	readonly filtered: Tally;
	/** Of these, so many only because of letter case (C-084), or because an attribute is empty (C-083). */
	readonly byCase: Tally;
	readonly byNothing: Tally;
	/** The first clause that keeps somebody out. */
	readonly clause: ClauseVerdict | null;
	readonly unmatched: Tally;
	/** Nothing of the above stops them. */
	readonly inScope: number;
	readonly linked: number;
}

/** At 100,000 people a check takes most of a second; a tenth of them says the same. */
const most = 10_000;

export function crowdOf({ world, app, job, config, isDirectory }: Situation): Crowd {
	const { host } = world.sim;
	const kind = isDirectory ? 'user' : 'worker';
	const records = new Records(world, app.key, 'users');
	const source = host.sourceOf(job);
	const scope = compileScope(config.users.filter);
	const mapping = mappingOf(host, app.slot, config.users, 'User');
	const tallies = {
		unroled: new Tally(),
		blocked: new Tally(),
		filtered: new Tally(),
		byCase: new Tally(),
		byNothing: new Tally(),
		unmatched: new Tally()
	};
	let clause: ClauseVerdict | null = null;
	let inScope = 0;
	let linked = 0;
	const isAll = config.scopeMode === 'all' || !isDirectory;
	const rows: Iterable<UserRow> = isAll
		? (records.rows() as Iterable<UserRow>)
		: assignedObjects(source, app.slot, world.clock).users.flatMap((slot) => {
				const row = source.user(slot);
				return row && row.softDeletedAt === null ? [row] : [];
			});
	let of = 0;
	let looked = 0;
	for (const row of rows) {
		of++;
		if (looked >= most) continue;
		looked++;
		const concerned = () => ({ kind, slot: row.slot, name: nameOf(row) }) as const;
		if (!isAll && !entitlementOf(source, host.app(app.slot), 'user', row.slot, world.clock).role)
			tallies.unroled.add(concerned);
		else if (isDirectory && !isActive(row)) tallies.blocked.add(concerned);
		else if (!('error' in scope) && !scope.passes(row.attrs)) {
			tallies.filtered.add(concerned);
			const failed = scope.evaluate(row.attrs).groups.flatMap(({ clauses }) => clauses.filter(({ holds }) => !holds));
			clause ??= failed[0] ?? null;
			if (failed.length > 0 && failed.every(isByCase)) tallies.byCase.add(concerned);
			if (failed.length > 0 && failed.every(({ found }) => found === null || found === ''))
				tallies.byNothing.add(concerned);
		} else if (mapping.matchingValues(records.record(row) as UserRow['attrs']).every(({ value }) => value === null))
			tallies.unmatched.add(concerned);
		else {
			inScope++;
			if (host.link(job.slot, 'user', row.slot)?.managed) linked++;
		}
	}
	return { of, looked, refusedFilter: 'error' in scope ? scope.message : null, ...tallies, clause, inScope, linked };
}

/** C-084: it would hold if letter case did not count. */
function isByCase({ found, value, operator }: ClauseVerdict): boolean {
	if (typeof found !== 'string' || value === null || !/^(EQUALS|INCLUDES)$/i.test(operator)) return false;
	const [has, wanted] = [found.toLowerCase(), value.toLowerCase()];
	return /^EQUALS$/i.test(operator) ? has === wanted : has.includes(wanted);
}
