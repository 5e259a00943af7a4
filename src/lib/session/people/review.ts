import type { Done, World } from '#lib/world';
import { importUsers, type ImportedPeople, type PeopleFailure } from './import-users';
import type { RowProblem } from './person';

/** What a list of people would make of the company, before anything is done. */
export interface PeopleReview {
	/** What was read, and the first thing that was not. */
	readonly sentence: string;
	readonly read: number;
	/** Of these, who would be new, and who is there already and stays as they are. */
	readonly fresh: number;
	readonly existing: number;
	readonly rows: readonly ReviewedPerson[];
	readonly problems: readonly RowProblem[];
	readonly problemCount: number;
	/** Headings that nobody here reads. */
	readonly unread: readonly string[];
	readonly groups: readonly { readonly name: string; readonly members: number; readonly isNew: boolean }[];
	/** Managers who are neither in the list nor in the company. */
	readonly unknownManagers: number;
}

export interface ReviewedPerson {
	readonly name: string;
	readonly displayName: string;
	readonly department: string;
	readonly enabled: boolean;
	readonly isNew: boolean;
}

/** As many as a person looks through; the numbers are of all. */
const shown = 200;

export function reviewPeople(world: World, text: string, file: string): PeopleReview | PeopleFailure {
	const people = importUsers(text, file);
	if ('error' in people) return people;
	const known = new Set<string>();
	for (const { attrs, softDeletedAt } of world.tables.users.all())
		if (softDeletedAt === null) known.add(small(attrs.userPrincipalName));
	const names = people.users.map(({ attributes }) => small(attributes.userPrincipalName));
	const fresh = names.filter((name) => !known.has(name)).length;
	const named = new Set(names);
	const word = (value: unknown) => (typeof value === 'string' ? value : '');
	return {
		sentence: people.sentence,
		read: people.users.length,
		fresh,
		existing: people.users.length - fresh,
		rows: people.users.slice(0, shown).map(({ attributes }) => ({
			name: word(attributes.userPrincipalName),
			displayName: word(attributes.displayName),
			department: word(attributes.department),
			enabled: attributes.accountEnabled !== false,
			isNew: !known.has(small(attributes.userPrincipalName))
		})),
		problems: people.problems.slice(0, shown),
		problemCount: people.problems.length,
		unread: people.unread.slice(0, shown),
		groups: groupsOf(world, people),
		unknownManagers: people.users.filter(
			({ manager }) => manager && !named.has(small(manager)) && !known.has(small(manager))
		).length
	};
}

function small(value: unknown): string {
	return String(value).toLowerCase();
}

function groupsOf({ tables }: World, { groups }: ImportedPeople): PeopleReview['groups'] {
	const known = new Set<unknown>();
	for (const { attrs, softDeletedAt } of tables.groups.all()) if (softDeletedAt === null) known.add(attrs.displayName);
	return groups
		.slice(0, shown)
		.map(({ name, members }) => ({ name, members: members.length, isNew: !known.has(name) }));
}

export interface PeopleChoice {
	/** The groups of the list, and who is in them. */
	readonly groups: boolean;
	/** An application that the new users are assigned to, by key. */
	readonly app: string | null;
}

/** How many of the users and groups are there. */
export interface PeopleMade {
	readonly done: number;
	readonly of: number;
}

/** How many commands were done, for one undo that takes all of them back. */
export type PeopleTaken = Done & { readonly commands?: number };

/** Makes users of the company of everybody in the list who is new; left in the middle, it makes none. */
export function* takingPeople(
	world: World,
	text: string,
	file: string,
	{ groups, app }: PeopleChoice
): Generator<PeopleMade, PeopleTaken, void> {
	const people = importUsers(text, file);
	if ('error' in people) return { ok: false, message: people.error.message };
	const first = world.tables.users.next;
	const given = { users: people.users, groups: groups ? people.groups : [] };
	yield { done: 0, of: people.users.length };
	const done = yield* world.doing({ verb: 'users.import', args: given as never });
	if (!done.ok || app === null) return { ...done, commands: 1 };
	const who = Array.from({ length: world.tables.users.next - first }, (_, index) => first + index);
	if (who.length === 0) return { ...done, commands: 1 };
	const assigned = world.do({ verb: 'assign', args: { app, kind: 'user', who } });
	return assigned.ok ? { ...assigned, commands: 2 } : { ...done, commands: 1 };
}
