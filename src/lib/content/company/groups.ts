export interface AssignedGroup {
	readonly name: string;
	/** People of the cast. */
	readonly members: readonly number[];
	/** Groups inside it, by name. */
	readonly nested?: readonly string[];
	readonly why: string;
}

export interface DynamicGroup {
	readonly name: string;
	readonly rule: string;
	readonly why: string;
}

/** Who leads a department; the ORG group has this one person as its only direct user. */
export const DEPARTMENT_HEADS: Readonly<Record<string, number>> = {
	Sales: 3,
	Engineering: 4,
	'Customer Support': 15,
	Finance: 1,
	Marketing: 20,
	HR: 22,
	IT: 2,
	Operations: 24
};

/** The last manager who has a TEAM group. */
export const LAST_TEAM = 200;

export const EVERYBODY_RULES: readonly DynamicGroup[] = [
	{
		name: 'DYN-Contractors',
		rule: 'user.employeeId -startsWith "2"',
		why: 'Contingent workers, known by their employee ID: the employee type cannot be asked.'
	},
	{
		name: 'DYN-AllMembers',
		rule: '(user.objectId -ne null) -and (user.userType -eq "Member")',
		why: 'Everybody but guests; with service accounts and shared mailboxes, which is a lesson.'
	}
];

export const SPECIAL_GROUPS: readonly AssignedGroup[] = [
	{ name: 'Sales-EMEA', members: [7, 8, 9], why: 'Nested inside Sales-All.' },
	{
		name: 'Sales-All',
		members: [5, 6],
		nested: ['Sales-EMEA'],
		why: 'Assigning it provisions two people: nested members do not come along.'
	},
	{ name: 'ROLE-Salesforce-Standard', members: [3, 22], why: 'Carries a role; 22 also has another one directly.' },
	{ name: 'ROLE-Salesforce-ReadOnly', members: [1], why: 'Carries a role.' },
	{ name: 'Empty-Group', members: [], why: 'Nobody is in it.' },
	{ name: 'R&D "Blue" [EU]', members: [10, 11, 12], why: 'Quotes in a name break the filter that looks for it.' },
	{ name: 'Renamed-Later', members: [20, 21], why: 'A scenario gives it another name.' }
];

export const LARGE_GROUP = { name: 'Large-50k', members: 50_000, fromSize: 100_000 } as const;

/** The ladder of a pilot: five waves, each wider than the one before. */
export const PILOT_IT: AssignedGroup = { name: 'Pilot-W1-IT', members: [2, 22, 23], why: 'First wave: three people.' };
export const PILOT_WAVES: readonly DynamicGroup[] = [
	{ name: 'Pilot-W2-Sales', rule: 'user.department -eq "Sales"', why: 'Second wave: one department.' },
	{
		name: 'Pilot-W3-Front',
		rule: 'user.department -in ["Sales","Customer Support","Marketing"]',
		why: 'Third wave: everybody who speaks with customers, and has a department.'
	},
	{
		name: 'Pilot-W4-Employees',
		rule: '(user.employeeId -match "^1[0-9]{6}$") -and (user.accountEnabled -eq true)',
		why: 'Fourth wave: employees, known by their employee ID.'
	},
	{
		name: 'Pilot-W5-Everyone',
		rule: '(user.accountEnabled -eq true) -and (user.userType -eq "Member")',
		why: 'Fifth wave: every enabled member.'
	}
];

/** Exists with extras only. */
export const MICROSOFT_365_GROUP: AssignedGroup = {
	name: 'Harbour-News',
	members: [20, 21, 0],
	why: 'A Microsoft 365 group: mail-enabled, and not for security.'
};
