import { describe, expect, it } from 'vitest';
import type { Preset } from '#lib/content/company/tenant';
import { entraUsers } from '../testing/entra-users';
import { generatePeople } from '../sample/generate';
import { groupsOneByOne } from './build';

const seed = 'contoso-2026';

function company(size: number, preset: Preset = 'cloud-only', extras = false) {
	const people = generatePeople(seed, size);
	const users = entraUsers(people, preset, { seed, extras });
	const groups = [...groupsOneByOne(people, users, preset, { seed, extras })];
	const named = new Map(groups.map((each) => [each.group.displayName, each]));
	return {
		groups,
		users: (name: string) => named.get(name)?.members.users,
		nested: (name: string) =>
			named
				.get(name)
				?.members.groups.map((slot) => groups[slot]?.group.displayName)
				.sort(),
		group: (name: string) => named.get(name)?.group
	};
}

describe('the groups of the sample company', () => {
	it('widen the pilot from 3 to 6, 10, 22 and 24 people of the cast', () => {
		const { users } = company(25);
		const waves = ['Pilot-W1-IT', 'Pilot-W2-Sales', 'Pilot-W3-Front', 'Pilot-W4-Employees', 'Pilot-W5-Everyone'];
		expect(waves.map((wave) => users(wave)?.length)).toEqual([3, 6, 10, 22, 24]);
	});

	it('hold 9,935 enabled members of 10,000 in the fifth wave and 5,095 people in the third', () => {
		const { users } = company(10_000);
		expect(users('Pilot-W5-Everyone')).toHaveLength(9935);
		expect(users('Pilot-W3-Front')).toHaveLength(5095);
		expect(users('DYN-Contractors')?.length).toBeGreaterThan(1000);
	});

	it('O-21: with extras catch three service accounts, and two mailboxes where enabled is not asked', () => {
		const { users } = company(25, 'cloud-only', true);
		expect(users('Pilot-W5-Everyone')).toHaveLength(27);
		expect(users('DYN-AllMembers')).toHaveLength(30);
	});

	it('A-007: nest Sales-EMEA in Sales-All, and teams in organisations with their head alone', () => {
		const { users, nested } = company(25);
		expect([users('Sales-All'), nested('Sales-All'), users('Sales-EMEA')]).toEqual([[5, 6], ['Sales-EMEA'], [7, 8, 9]]);
		expect([users('ORG-Sales'), nested('ORG-Sales')]).toEqual([[3], ['TEAM-3', 'TEAM-6']]);
		expect(users('TEAM-6')).toEqual([7, 8, 9]);
		expect(users('ORG-Engineering')).toEqual([4]);
		expect(nested('ORG-Engineering')).toEqual(['TEAM-10', 'TEAM-4']);
	});

	it('exist once a department, country and manager up to 200, and one of 50,000 at the largest size only', () => {
		const { groups, users } = company(500);
		const starting = (prefix: string) => groups.filter(({ group }) => group.displayName.startsWith(prefix));
		expect(starting('DYN-Dept-')).toHaveLength(8);
		expect(starting('ORG-')).toHaveLength(8);
		expect(
			starting('DYN-Country-')
				.map(({ members }) => members.users.length)
				.reduce((a, b) => a + b)
		).toBe(500);
		expect(starting('TEAM-').every(({ members }) => members.users.length > 0)).toBe(true);
		expect(users('Large-50k')).toBeUndefined();
		expect(users('Empty-Group')).toEqual([]);
	});

	it('are dynamic or assigned, for security or, with extras, a Microsoft 365 group', () => {
		const { group, groups } = company(25, 'hybrid', true);
		const news = group('Harbour-News');
		expect(news).toMatchObject({ groupTypes: ['Unified'], securityEnabled: false, mailEnabled: true });
		for (const { group } of groups)
			expect(group.membershipRule !== null).toBe(group.groupTypes.includes('DynamicMembership'));
		expect(group('Sales-All')?.dirSyncEnabled).toBe(true);
		expect(group('DYN-AllMembers')?.dirSyncEnabled).toBe(false);
		expect(new Set(groups.map(({ group }) => group.objectId)).size).toBe(groups.length);
	});

	it('hold only people who exist', () => {
		const { users } = company(25, 'hybrid-hr');
		expect(users('ORG-Operations')).toEqual([]);
		expect(users('DYN-AllMembers')).not.toContain(24);
	});
});
