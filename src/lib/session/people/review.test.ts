import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { finish } from '#lib/tenant/sample/steps';
import { reviewPeople, takingPeople, type PeopleReview } from './review';

const world = () => createWorld({ apps: ['byoa'] });
const taken = (...given: Parameters<typeof takingPeople>) => finish(takingPeople(...given));
const csv = `userPrincipalName,displayName,department,manager,groups,Shoe size
ada.byron@x.org,Ada Byron,Sales,ben@x.org,Pilot,38
ben@x.org,Ben,Sales,somebody@x.org,Pilot;New,
,Nobody,,,,
`;

function review(text: string, of = world()): PeopleReview {
	const found = reviewPeople(of, text, 'users.csv');
	if ('error' in found) throw new Error(found.error.message);
	return found;
}

describe('the review of a list of people', () => {
	it('tells who is new, who is there already, what is not read and what is wrong, and does nothing', () => {
		const company = world();
		const before = company.fingerprint();
		const there = String(company.tables.users.get(7)!.attrs.userPrincipalName);
		const found = review(`${csv}${there.toUpperCase()},Once more,,,,\n`, company);
		expect(found).toMatchObject({
			read: 3,
			fresh: 2,
			existing: 1,
			problemCount: 1,
			unread: ['Shoe size'],
			unknownManagers: 1,
			sentence: 'Row 4 of users.csv has no userPrincipalName. 3 other rows were read.',
			groups: [
				{ name: 'Pilot', members: 2, isNew: true },
				{ name: 'New', members: 1, isNew: true }
			]
		});
		expect(found.rows.map(({ isNew }) => isNew)).toEqual([true, true, false]);
		expect(company.fingerprint()).toBe(before);
	});

	it('gives two hundred rows of a long list, and the numbers of all', () => {
		const lines = Array.from({ length: 1000 }, (_, index) => `u${index}@x.org,U${index}`);
		const found = review(['userPrincipalName,displayName', ...lines].join('\n'));
		expect([found.rows.length, found.read]).toEqual([200, 1000]);
	});

	it('is refused with the reason where the file is none', () => {
		expect(reviewPeople(world(), 'a,b\n1,2', 'users.csv')).toMatchObject({
			error: { message: 'users.csv has no column userPrincipalName: its first line names a, b.' }
		});
	});
});

describe('people who are taken from a list', () => {
	it('become users, with their groups and assigned to an application where that is chosen', () => {
		const company = world();
		const first = company.tables.users.next;
		const done = taken(company, csv, 'users.csv', { groups: true, app: 'byoa' });
		expect(done).toMatchObject({ ok: true, commands: 2 });
		expect(company.tables.users.next).toBe(first + 2);
		const assigned = [...company.tables.assignments.all()].map(({ principal }) => principal);
		expect(assigned).toEqual([first, first + 1]);
		const names = [...company.tables.groups.all()].map(({ attrs }) => attrs.displayName);
		expect(names).toContain('New');
	});

	it('come without their groups where that is chosen, and not a second time', () => {
		const company = world();
		const groups = company.tables.groups.next;
		expect(taken(company, csv, 'users.csv', { groups: false, app: null })).toMatchObject({
			ok: true,
			commands: 1
		});
		expect(company.tables.groups.next).toBe(groups);
		expect(taken(company, csv, 'users.csv', { groups: false, app: null })).toMatchObject({
			ok: false,
			message: 'All of these users exist already.'
		});
	});

	it('H-464: take the name of somebody in the recycle bin, whom nobody reports to any more', () => {
		const company = world();
		const gone = String(company.tables.users.get(7)!.attrs.userPrincipalName);
		const list = `userPrincipalName,displayName,manager,groups\n${gone.toUpperCase()},Anew,,Crew\nada@x.org,Ada,${gone},`;
		const alone = `userPrincipalName,manager,groups\nben@x.org,${String(company.tables.users.get(8)!.attrs.userPrincipalName)},`;
		for (const user of [7, 8]) company.do({ verb: 'user.softDelete', args: { user } });
		expect(review(list, company)).toMatchObject({ fresh: 2, existing: 0, unknownManagers: 0 });
		expect(review(alone, company)).toMatchObject({ fresh: 1, unknownManagers: 1 });
		const first = company.tables.users.next;
		expect(taken(company, list, 'users.csv', { groups: true, app: null })).toMatchObject({ ok: true });
		expect(taken(company, alone, 'users.csv', { groups: true, app: null })).toMatchObject({ ok: true });
		const managers = [0, 1, 2].map((n) => company.tables.users.get(first + n)!.attrs.manager);
		expect(managers).toEqual([null, first, null]);
		const crew = [...company.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Crew')!;
		const members = [...company.tables.members.all()].filter(({ group }) => group === crew.slot);
		expect(members.map(({ member }) => member)).toEqual([first]);
		expect(company.do({ verb: 'user.restore', args: { user: 7 } })).toMatchObject({ ok: false });
	});
});
