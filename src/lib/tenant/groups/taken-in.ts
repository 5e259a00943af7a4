import type { EntraUser } from '../entra/user';

type Takes = (user: EntraUser) => boolean;

const isEmployee = /^1[0-9]{6}$/;
const front = ['Sales', 'Customer Support', 'Marketing'];

/** What the rules of these groups say, so that a company is made without the language of rules. */
const groups: Readonly<Record<string, Takes>> = {
	'DYN-Contractors': ({ employeeId }) => employeeId?.startsWith('2') ?? false,
	'DYN-AllMembers': ({ userType }) => userType === 'Member',
	'Pilot-W2-Sales': ({ department }) => department === 'Sales',
	'Pilot-W3-Front': ({ department }) => department !== null && front.includes(department),
	'Pilot-W4-Employees': ({ employeeId, accountEnabled }) => accountEnabled && isEmployee.test(employeeId ?? ''),
	'Pilot-W5-Everyone': ({ accountEnabled, userType }) => accountEnabled && userType === 'Member'
};

/**
 * Whom each dynamic group of the sample company has from the beginning, in the order of slots; its rule takes in the same.
 * Most of them ask for a department or a country: the users are sorted by these once, and not asked again for each.
 */
export function takenIn(users: readonly (EntraUser | null)[]): (group: string) => readonly number[] {
	const departments = sortedBy(users, 'department');
	const countries = sortedBy(users, 'usageLocation');
	return (group) => {
		const [, by, value = ''] = /^DYN-(Dept|Country)-(.*)$/.exec(group) ?? [];
		if (by) return (by === 'Dept' ? departments : countries).get(value) ?? [];
		const takes = groups[group];
		if (!takes) throw new Error(`Nobody knows whom ${group} takes in.`);
		const slots: number[] = [];
		for (const user of users) if (user && takes(user)) slots.push(user.slot);
		return slots;
	};
}

function sortedBy(users: readonly (EntraUser | null)[], attribute: 'department' | 'usageLocation') {
	const sorted = new Map<string | null, number[]>();
	for (const user of users) {
		if (!user) continue;
		const slots = sorted.get(user[attribute]);
		if (slots) slots.push(user.slot);
		else sorted.set(user[attribute], [user.slot]);
	}
	return sorted;
}
