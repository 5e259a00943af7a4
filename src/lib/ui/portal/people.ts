import type { ViewData } from '#lib/views';
import { amountWords, ofWords } from './amounts';

/** A user or a group that was chosen. */
export interface Principal {
	readonly kind: 'user' | 'group';
	readonly slot: number;
	readonly name: string;
}

/** One line of the picker's list. */
export interface Candidate extends Principal {
	readonly detail: string;
}

export type PrincipalKinds = 'user' | 'group' | 'both';

export function userCandidate(row: ViewData<'users'>['rows'][number]): Candidate {
	const blocked = row.accountEnabled ? '' : ', sign-in blocked';
	return { kind: 'user', slot: row.slot, name: row.displayName, detail: `${row.userPrincipalName}${blocked}` };
}

export function groupCandidate(row: ViewData<'groups'>['rows'][number]): Candidate {
	const detail = `${row.type} group, ${row.membership.toLowerCase()}, ${amountWords(row.users, 'user')}`;
	return { kind: 'group', slot: row.slot, name: row.name, detail };
}

/** A worker stands where a job that reads the directory has a user. */
export function sourceCandidate({ slot, name, detail }: ViewData<'sourceObjects'>[number]): Candidate {
	return { kind: 'user', slot, name, detail };
}

export const principalId = ({ kind, slot }: Principal): string => `${kind}-${slot}`;

/** Chosen without it, or with it at the end. */
export function toggled(chosen: readonly Principal[], one: Principal): Principal[] {
	const id = principalId(one);
	const without = chosen.filter((other) => principalId(other) !== id);
	return without.length < chosen.length ? without : [...without, { kind: one.kind, slot: one.slot, name: one.name }];
}

/** "3 of 25 users": what the list shows of what there is. */
export function foundWords(users: Found | undefined, groups: Found | undefined): string {
	const words = [
		users && ofWords(users.rows.length, users.total, 'users'),
		groups && ofWords(groups.rows.length, groups.total, 'groups')
	].filter((text) => text !== undefined);
	return words.join(', ');
}

interface Found {
	readonly rows: readonly unknown[];
	readonly total: number;
}
