import { describe, expect, it } from 'vitest';
import { CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import { body, started } from '../testing/started';

describe('queries', () => {
	const stocked = () => {
		const all = started();
		all.user('delta', { title: 'b', emails: [{ value: 'z@x' }, { value: 'a@x', primary: true }] });
		all.user('Alpha', { title: 'A', emails: [{ value: 'm@x' }] });
		all.user('charlie');
		all.user('bravo', { title: 'c' });
		return all;
	};

	it('S-237 to S-240: sorting by case rule, primary value and missing values', () => {
		const { names } = stocked();
		expect(names('/Users?sortBy=userName')).toEqual(['Alpha', 'bravo', 'charlie', 'delta']);
		expect(names('/Users?sortBy=title')).toEqual(['Alpha', 'delta', 'bravo', 'charlie']);
		expect(names('/Users?sortBy=title&sortOrder=descending')).toEqual(['charlie', 'bravo', 'delta', 'Alpha']);
		expect(names('/Users?sortBy=emails').slice(0, 2)).toEqual(['delta', 'Alpha']);
		expect(names('/Users?sortBy=meta.created&sortOrder=descending')[0]).toBe('bravo');
	});

	it.each([
		['startIndex=2&count=2', 2, ['Alpha', 'charlie']],
		['startIndex=-3&count=1', 1, ['delta']],
		['startIndex=0', 1, ['delta', 'Alpha', 'charlie', 'bravo']],
		['startIndex=9', 9, []],
		['count=0', 1, []],
		['count=-1', 1, []]
	])('S-241 to S-246: %s', (query, startIndex, expected) => {
		const { ask, names } = stocked();
		const list = body(ask('GET', `/Users?${query}`));
		expect(list).toMatchObject({ schemas: [MESSAGE.list], totalResults: 4, startIndex, itemsPerPage: expected.length });
		expect(names(`/Users?${query}`)).toEqual(expected);
	});

	it('S-190: ids of members, groups and managers compare as their schemas say, without regard to case', () => {
		const { ask, user, group, names } = started();
		const boss = user('boss').id;
		user('ada', { [ENTERPRISE_USER]: { manager: { value: boss } } });
		const { id } = group('Ops', boss);
		const filter = (path: string, text: string) => names(`/${path}?filter=${encodeURIComponent(text)}`);
		expect(filter('Users', `manager eq "${boss.toUpperCase()}"`)).toEqual(['ada']);
		expect(filter('Users', `groups.value eq "${id.toUpperCase()}"`)).toEqual(['boss']);
		expect(filter('Groups', `members eq "${boss.toUpperCase()}"`)).toEqual(['Ops']);
		const operations = [{ op: 'remove', path: `members[value eq "${boss.toUpperCase()}"]` }];
		ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations: operations });
		expect(filter('Groups', 'members pr')).toEqual([]);
	});

	it('what an index finds comes in the order of creation too', () => {
		const { ask, user, group, names } = started();
		const [first, second] = [user('first').id, user('second').id];
		const { id } = group('Ops', second);
		const operations = [{ op: 'add', path: 'members', value: [{ value: first }] }];
		ask('PATCH', `/Groups/${id}`, { schemas: [MESSAGE.patch], Operations: operations });
		expect(names(`/Users?filter=groups.value%20eq%20%22${id}%22`)).toEqual(['first', 'second']);
	});

	it('S-247: attributes and excludedAttributes, by name, part and URN', () => {
		const { ask, user } = started();
		const { id } = user('ada', {
			title: 'x',
			name: { givenName: 'A', familyName: 'B' },
			[ENTERPRISE_USER]: { department: 'D', division: 'V' }
		});
		const only = body(ask('GET', `/Users/${id}?attributes=NAME.givenName,${ENTERPRISE_USER}:department`));
		expect(only).toEqual({
			schemas: [CORE_USER, ENTERPRISE_USER],
			id,
			name: { givenName: 'A' },
			[ENTERPRISE_USER]: { department: 'D' }
		});
		const rest = body(ask('GET', `/Users/${id}?excludedAttributes=id,title,name.givenName,${ENTERPRISE_USER}`));
		expect(rest).toMatchObject({ id, userName: 'ada', name: { familyName: 'B' } });
		for (const gone of ['title', ENTERPRISE_USER]) expect(rest).not.toHaveProperty([gone]);
		expect(rest.name).not.toHaveProperty('givenName');
	});

	it('S-247: a name with a filter on the values names the attribute, or the part behind it', () => {
		const { ask, user } = started();
		const emails = [{ value: 'a,b@x.example', type: 'work', primary: true }];
		const { id } = user('ada', { title: 'x', emails });
		const shown = (attributes: string) =>
			body(ask('GET', `/Users?attributes=${encodeURIComponent(attributes)}`)).Resources;
		expect(shown('emails[value eq "a,b@x.example"]')).toEqual([{ schemas: [CORE_USER], id, emails }]);
		expect(shown('emails[type eq "work"].value,title')).toEqual([
			{ schemas: [CORE_USER], id, title: 'x', emails: [{ value: 'a,b@x.example' }] }
		]);
	});

	it('S-249, S-250: they apply to the answers of writes too', () => {
		const { ask, group } = started();
		const made = ask('POST', '/Users?attributes=userName', { schemas: [CORE_USER], userName: 'a', title: 'x' });
		expect(Object.keys(body(made))).toEqual(['schemas', 'id', 'userName']);
		const { id } = group('Ops');
		const operations = { schemas: [MESSAGE.patch], Operations: [{ op: 'replace', path: 'displayName', value: 'Dev' }] };
		expect(ask('PATCH', `/Groups/${id}`, operations).status).toBe(204);
		const shown = ask('PATCH', `/Groups/${id}?attributes=displayName`, operations);
		expect(shown).toMatchObject({ status: 200 });
		expect(body(shown).displayName).toBe('Dev');
	});

	it('S-251, S-252: search by POST on one type and on all', () => {
		const { ask, user, group } = started();
		user('ada');
		group('Ada Fans');
		const search = { schemas: [MESSAGE.search], filter: 'displayName co "ada" or userName co "ada"', count: 5 };
		expect(body(ask('POST', '/Users/.search', search)).totalResults).toBe(1);
		expect(body(ask('POST', '/.search', search)).totalResults).toBe(2);
		expect(body(ask('POST', '/.search', { ...search, schemas: [] })).scimType).toBe('invalidSyntax');
	});

	it('S-237, S-239, S-252: all types are sorted together, and what has no such attribute comes at the end', () => {
		const { user, group, names } = started();
		for (const name of ['D', 'b']) user(name, { displayName: name });
		for (const name of ['c', 'A']) group(name);
		const by = (sortBy: string) => ['', '&sortOrder=descending'].map((order) => names(`/?sortBy=${sortBy}${order}`));
		expect(by('displayName')).toEqual([
			['A', 'b', 'c', 'D'],
			['D', 'c', 'b', 'A']
		]);
		expect(by('userName')).toEqual([
			['b', 'D', 'c', 'A'],
			['c', 'A', 'D', 'b']
		]);
		expect(names('/?sortBy=meta.created&sortOrder=descending&startIndex=2&count=2')).toEqual(['c', 'b']);
	});

	it('S-117: a disabled user is still found', () => {
		const { names, user } = started();
		user('ada', { active: false });
		expect(names(`/Users?filter=${encodeURIComponent('userName eq "ada"')}`)).toEqual(['ada']);
	});

	it('an index answers like a scan', () => {
		const { names, user } = started();
		for (let i = 0; i < 50; i++) user(`u${i}`, { externalId: `e${i % 7}`, emails: [{ value: `M${i % 5}@x` }] });
		const all = names('/Users?count=100') as string[];
		const scan = (keep: (i: number) => boolean) => all.filter((_, i) => keep(i));
		expect(names(`/Users?filter=${encodeURIComponent('externalId eq "e3"')}`)).toEqual(scan((i) => i % 7 === 3));
		expect(names(`/Users?filter=${encodeURIComponent('emails.value eq "m2@X"')}`)).toEqual(scan((i) => i % 5 === 2));
	});
});
