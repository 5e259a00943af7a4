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

export interface TakenIn {
	/** Where users are, in the order in which they were met. */
	readonly countries: readonly string[];
	/** The members of a group, in the order of slots. */
	readonly of: (group: string) => readonly number[];
}

/**
 * Whom each dynamic group of the sample company has from the beginning; its rule takes in the same. A hundred thousand
 * users are gone through once, and not again for each group: they have left the processor's caches long ago.
 */
export function takenIn(users: readonly (EntraUser | null)[]): TakenIn {
	const departments = new Map<string | null, number[]>();
	const countries = new Map<string | null, number[]>();
	const named = Object.entries(groups).map(([name, takes]) => ({ name, takes, slots: [] as number[] }));
	for (const user of users) {
		if (!user) continue;
		add(departments, user.department, user.slot);
		add(countries, user.usageLocation, user.slot);
		for (const { takes, slots } of named) if (takes(user)) slots.push(user.slot);
	}
	const ofRule = new Map(named.map(({ name, slots }) => [name, slots]));
	return {
		countries: [...countries.keys()].filter((country) => country !== null && country !== '') as string[],
		of(group) {
			const [, by, value = ''] = /^DYN-(Dept|Country)-(.*)$/.exec(group) ?? [];
			if (by) return (by === 'Dept' ? departments : countries).get(value) ?? [];
			const slots = ofRule.get(group);
			if (!slots) throw new Error(`Nobody knows whom ${group} takes in.`);
			return slots;
		}
	};
}

function add(lists: Map<string | null, number[]>, key: string | null, slot: number): void {
	const slots = lists.get(key);
	if (slots) slots.push(slot);
	else lists.set(key, [slot]);
}
