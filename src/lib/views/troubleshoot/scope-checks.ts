import { amountWords } from '../amounts';
import { check, type Check } from './check';
import { share, weight } from './share';
import type { Situation } from './situation';

/** C-068: with nobody assigned a cycle has nobody to look at. */
export function assignedCheck({ isAssigned, isDirectory, crowd, app }: Situation): Check {
	const base = { id: 'assigned', looked: 'Users and groups' };
	if (!isDirectory)
		return check({
			...base,
			verdict: 'in order',
			rule: 'H-007',
			sentence: `Nobody has to be assigned: ${app.name} reads ${amountWords(crowd.of, 'worker')}.`
		});
	if (!isAssigned)
		return check({
			...base,
			verdict: 'in order',
			rule: 'C-076',
			sentence: `The scope is Sync all users and groups: ${amountWords(crowd.of, 'user')} of the tenant are looked at, assigned or not.`
		});
	if (crowd.of === 0)
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-068',
			sentence: `The service sees nobody assigned to ${app.name}, so a cycle finds nobody.`,
			mend: { to: 'users', label: 'Assign users and groups' }
		});
	return check({
		...base,
		verdict: 'in order',
		rule: 'C-068',
		sentence: `${amountWords(crowd.of, 'user')} are assigned, directly or as members of a group.`
	});
}

/** C-019: "not effectively entitled". */
export function roleCheck({ crowd, isAssigned }: Situation): Check | null {
	if (!isAssigned || crowd.of === 0) return null;
	const { unroled } = crowd;
	return check({
		id: 'role',
		looked: 'Role assigned',
		verdict: weight(unroled, crowd),
		rule: 'C-019',
		sentence:
			unroled.count === 0
				? `All ${amountWords(crowd.looked, 'user')} have a role that is accepted.`
				: `${share(unroled, crowd)} have only Default Access, which this old configuration skips as not effectively entitled: ${unroled.names}.`,
		who: unroled.first,
		count: unroled.count,
		mend: { to: 'users', label: 'Edit assignment' }
	});
}

/** C-087. */
export function blockedCheck({ crowd, isDirectory }: Situation): Check | null {
	if (!isDirectory || crowd.of === 0) return null;
	const { blocked } = crowd;
	return check({
		id: 'blocked',
		looked: 'Active in the source system',
		verdict: weight(blocked, crowd),
		rule: 'C-087',
		sentence:
			blocked.count === 0
				? `All ${amountWords(crowd.looked, 'user')} may sign in.`
				: `Sign-in of ${share(blocked, crowd)} is blocked: a cycle creates no account for them, and disables an existing one. ${blocked.names}.`,
		who: blocked.first,
		count: blocked.count
	});
}

/** C-099: without a matching value an object is not even looked at. */
export function matchingCheck({ crowd, config }: Situation): Check | null {
	if (crowd.of === 0) return null;
	const { unmatched } = crowd;
	const attributes = config.users.attributes
		.filter(({ matchingPrecedence }) => (matchingPrecedence ?? 0) > 0)
		.map(({ target }) => target);
	return check({
		id: 'matching',
		looked: 'Match objects using this attribute',
		verdict: attributes.length === 0 ? 'cause' : weight(unmatched, crowd),
		rule: 'C-099',
		sentence:
			unmatched.count === 0
				? `${attributes.join(' or ')} has a value for everybody who was checked.`
				: `${share(unmatched, crowd)} have no value for ${attributes.join(' or ')}, so they are skipped: ${unmatched.names}.`,
		who: unmatched.first,
		count: unmatched.count,
		mend: { to: 'mappings', label: 'Attribute Mapping' }
	});
}

/** C-202, C-203: Target object actions. */
export function actionsCheck({ config: { users } }: Situation): Check {
	const base = { id: 'actions', looked: 'Target object actions', rule: 'C-202' };
	const mend = { to: 'mappings', label: 'Target object actions' } as const;
	if (!users.create)
		return check({
			...base,
			verdict: 'cause',
			sentence: 'Create is off: missing accounts are not created.',
			mend
		});
	const off = [...(users.update ? [] : ['Update']), ...(users.delete ? [] : ['Delete'])];
	if (off.length > 0)
		return check({
			...base,
			rule: users.update ? 'C-204' : 'C-203',
			verdict: 'note',
			sentence: `${off.join(' and ')} ${off.length === 1 ? 'is' : 'are'} off: accounts are created, but not ${off.map((one) => `${one.toLowerCase()}d`).join(' or ')} later.`,
			mend
		});
	return check({ ...base, verdict: 'in order', sentence: 'Create, Update and Delete are on.' });
}
