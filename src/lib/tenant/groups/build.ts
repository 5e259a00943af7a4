import { frozen } from '#lib/scim/frozen';
import { DEPARTMENTS } from '#lib/content/company/departments';
import {
	DEPARTMENT_HEADS,
	EVERYBODY_RULES,
	LARGE_GROUP,
	LAST_TEAM,
	MICROSOFT_365_GROUP,
	PILOT_IT,
	PILOT_WAVES,
	SPECIAL_GROUPS,
	type AssignedGroup
} from '#lib/content/company/groups';
import type { Preset } from '#lib/content/company/tenant';
import type { EntraUser } from '../entra/user';
import { guid } from '../sample/identifiers';
import type { DirectoryOptions } from '../sample/options';
import type { Person } from '../sample/person';
import type { EntraGroup, GroupWithMembers } from './group';
import { takenIn } from './taken-in';

interface Draft {
	readonly name: string;
	readonly why: string;
	readonly rule?: string;
	readonly users: readonly number[];
	readonly nested?: readonly string[];
	readonly microsoft365?: boolean;
}

/** The groups of the sample company, in the order of their creation; dynamic ones are already filled. */
export function* groupsOneByOne(
	people: readonly Person[],
	users: readonly (EntraUser | null)[],
	preset: Preset,
	options: DirectoryOptions
): Generator<GroupWithMembers, void, void> {
	const taken = takenIn(users);
	const drafts = [...dynamicDrafts(taken.countries), ...teamDrafts(people, users), ...specialDrafts(people, options)];
	const slots = new Map(drafts.map(({ name }, slot) => [name, slot]));
	for (const [slot, draft] of drafts.entries()) {
		yield {
			group: frozen(groupOf(draft, slot, preset, options.seed)),
			members: {
				users: draft.rule ? taken.of(draft.name) : draft.users.filter((user) => users[user]),
				groups: (draft.nested ?? []).map((name) => slots.get(name) as number)
			}
		};
	}
}

function dynamicDrafts(countries: readonly string[]): Draft[] {
	return [
		...DEPARTMENTS.map(({ name }) => ({
			name: `DYN-Dept-${name}`,
			why: `Everybody whose department is exactly ${name}.`,
			rule: `user.department -eq "${name}"`
		})),
		...countries.map((country) => ({
			name: `DYN-Country-${country}`,
			why: `Everybody who uses the service from ${country}.`,
			rule: `user.usageLocation -eq "${country}"`
		})),
		...EVERYBODY_RULES
	].map((draft) => ({ ...draft, users: [] }));
}

/** One TEAM group a manager, and the ORG groups around them: only the head is in an ORG group directly. */
function teamDrafts(people: readonly Person[], users: readonly (EntraUser | null)[]): Draft[] {
	const reports = new Map<number, number[]>();
	for (const { index } of people) {
		const manager = users[index]?.manager ?? null;
		if (manager === null || manager > LAST_TEAM) continue;
		const team = reports.get(manager);
		if (team) team.push(index);
		else reports.set(manager, [index]);
	}
	const managers = [...reports.keys()].sort((a, b) => a - b);
	const teams = managers.map((manager) => ({
		name: `TEAM-${manager}`,
		why: `The direct reports of ${people[manager]?.displayName}.`,
		users: reports.get(manager) as number[]
	}));
	const organisations = DEPARTMENTS.map(({ name }) => ({
		name: `ORG-${name}`,
		why: 'Contains the teams, not their people: assigned to an application, it provisions one person.',
		users: [DEPARTMENT_HEADS[name] as number],
		nested: managers.filter((manager) => leadsIn(people[manager] as Person, name)).map((manager) => `TEAM-${manager}`)
	}));
	return [...teams, ...organisations];
}

/** The chief executive belongs to no department. */
const leadsIn = (manager: Person, department: string): boolean =>
	manager.organisation === department && manager.department !== 'Executive';

function specialDrafts(people: readonly Person[], { extras = false }: DirectoryOptions): Draft[] {
	const assigned = ({ name, members, nested, why }: AssignedGroup): Draft => ({ name, why, users: members, nested });
	const large = {
		name: LARGE_GROUP.name,
		why: 'Half of a hundred thousand people in one group.',
		users: people.slice(0, LARGE_GROUP.members).map(({ index }) => index)
	};
	return [
		...SPECIAL_GROUPS.map(assigned),
		assigned(PILOT_IT),
		...PILOT_WAVES.map((wave) => ({ ...wave, users: [] })),
		...(people.length >= LARGE_GROUP.fromSize ? [large] : []),
		...(extras ? [{ ...assigned(MICROSOFT_365_GROUP), microsoft365: true }] : [])
	];
}

function groupOf(draft: Draft, slot: number, preset: Preset, seed: string): EntraGroup {
	const dynamic = draft.rule !== undefined;
	const unified = draft.microsoft365 ?? false;
	return {
		slot,
		objectId: guid(seed, `group:${draft.name}`, 0),
		displayName: draft.name,
		description: draft.why,
		mailNickname: draft.name.replace(/[^A-Za-z0-9-]/g, ''),
		mailEnabled: unified,
		securityEnabled: !unified,
		groupTypes: [...(unified ? ['Unified' as const] : []), ...(dynamic ? ['DynamicMembership' as const] : [])],
		membershipRule: draft.rule ?? null,
		membershipRuleProcessingState: dynamic ? 'On' : null,
		dirSyncEnabled: preset === 'hybrid' && !dynamic && !unified
	};
}
