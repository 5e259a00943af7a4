import { amountWords } from '../amounts';
import { check, type Check } from './check';
import { share, weight } from './share';
import type { Situation } from './situation';

/** C-081, C-083, C-084: the filter that lets nobody, or too few, through. */
export function filterCheck({ crowd, config }: Situation): Check {
	const base = { id: 'filter', looked: 'Source Object Scope', rule: 'C-081' };
	const mend = { to: 'scoping', label: 'Source Object Scope' } as const;
	const { filtered, clause } = crowd;
	if (crowd.refusedFilter !== null)
		return check({
			...base,
			verdict: 'cause',
			sentence: `The scoping filter cannot be read: ${crowd.refusedFilter}`,
			mend
		});
	if (!config.users.filter)
		return check({ ...base, verdict: 'in order', sentence: 'All records: there is no scoping filter.' });
	if (filtered.count === 0)
		return check({
			...base,
			verdict: 'in order',
			sentence: `The scoping filter keeps none of ${amountWords(crowd.looked, 'user')} out.`
		});
	const text = clause ? [clause.attribute, clause.operator, clause.value ?? ''].join(' ').trim() : '';
	const found = clause && (clause.found === null || clause.found === '' ? 'empty' : `"${String(clause.found)}"`);
	const first = clause ? ` For ${filtered.first[0]!.name}, ${text} is false: ${clause.attribute} is ${found}.` : '';
	return check({
		...base,
		verdict: weight(filtered, crowd),
		sentence: `The scoping filter keeps ${share(filtered, crowd)} out.${first}`,
		who: filtered.first,
		count: filtered.count,
		mend
	});
}

/** C-084: letter case counts in the values of a filter. */
export function caseCheck({ crowd: { byCase }, config }: Situation): Check | null {
	if (!config.users.filter) return null;
	return check({
		id: 'case',
		looked: 'Letter case in the filter',
		verdict: byCase.count === 0 ? 'in order' : 'cause',
		rule: 'C-084',
		sentence:
			byCase.count === 0
				? 'Nobody is kept out by letter case alone.'
				: `${amountWords(byCase.count, 'user')} would pass if letter case did not count: ${byCase.names}.`,
		who: byCase.first,
		count: byCase.count,
		mend: { to: 'scoping', label: 'Source Object Scope' }
	});
}

/** C-083: a clause on an empty attribute is false, whatever its operator. */
export function emptyCheck({ crowd: { byNothing }, config }: Situation): Check | null {
	if (!config.users.filter) return null;
	return check({
		id: 'empty',
		looked: 'Empty attributes in the filter',
		verdict: byNothing.count === 0 ? 'in order' : 'note',
		rule: 'C-083',
		sentence:
			byNothing.count === 0
				? 'Nobody is kept out because an attribute is empty.'
				: `${amountWords(byNothing.count, 'user')} are kept out because the attribute is empty, and then every operator except IS NULL is false: ${byNothing.names}.`,
		who: byNothing.first,
		count: byNothing.count,
		mend: { to: 'scoping', label: 'Source Object Scope' }
	});
}

/** C-080: several filters widen the scope, they do not narrow it. */
export function joinedCheck({ config }: Situation): Check | null {
	const filters = config.users.filter?.groups ?? [];
	if (filters.length < 2) return null;
	return check({
		id: 'joined',
		looked: 'Several scoping filters',
		verdict: 'note',
		rule: 'C-080',
		sentence: `${filters.length} scoping filters are joined by OR: whoever passes one of them is in scope. Only clauses of the same filter are joined by AND.`,
		mend: { to: 'scoping', label: 'Source Object Scope' }
	});
}
