/**
 * What the provider costs: a request beside a bare Map that does the same with parsed JSON, and a matching query as the
 * accounts grow. Run it with `npm run bench -- provider`.
 */
import { createApp } from '#lib/apps';
import type { App } from '#lib/apps';
import type { ScimRequest } from '#lib/scim/types';

const headers = { authorization: 'Bearer tok-demo', 'content-type': 'application/scim+json' };

const userBody = (i: number) =>
	JSON.stringify({
		schemas: [
			'urn:ietf:params:scim:schemas:core:2.0:User',
			'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
		],
		externalId: `person.${i}`,
		userName: `person.${i}@contoso.com`,
		active: true,
		displayName: `Person Number ${i}`,
		title: 'Archivist of the second reading room',
		preferredLanguage: 'en-GB',
		name: { formatted: `Person Number ${i}`, familyName: `Number ${i}`, givenName: 'Person' },
		emails: [{ primary: true, type: 'work', value: `person.${i}@contoso.com` }],
		phoneNumbers: [
			{ type: 'work', value: '+44 20 7946 0001' },
			{ type: 'mobile', value: '+44 7700 900001' }
		],
		addresses: [
			{ type: 'work', streetAddress: '1 Engine Street', locality: 'London', postalCode: 'EC1A 1AA', country: 'GB' }
		],
		roles: [],
		meta: { resourceType: 'User' },
		'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: String(i), department: 'Records' }
	});

const post = (i: number): ScimRequest => ({ method: 'POST', path: '/Users', headers, body: userBody(i) });
const match = (i: number): ScimRequest => ({
	method: 'GET',
	path: `/Users?filter=userName%20eq%20%22person.${i}%40contoso.com%22`,
	headers
});
const patch = (id: string, value: string): ScimRequest => ({
	method: 'PATCH',
	path: `/Users/${id}`,
	headers,
	body: JSON.stringify({
		schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
		Operations: [
			{ op: 'Replace', path: 'displayName', value },
			{ op: 'Replace', path: 'emails[type eq "work"].value', value: `${value}@contoso.com` }
		]
	})
});

function microseconds(times: number, work: (i: number) => void): number {
	const from = performance.now();
	for (let i = 0; i < times; i++) work(i);
	return ((performance.now() - from) * 1000) / times;
}

const print = (name: string, us: number) => console.log(`${name.padEnd(56)} ${us.toFixed(2).padStart(8)} µs`);

function filled(app: App, accounts: number) {
	for (let i = 0; i < accounts; i++) app.answer(post(i));
	return app;
}

function bareMap(bodies: readonly string[]) {
	const byName = new Map<string, { id: string }>();
	return microseconds(bodies.length, (i) => {
		const user = { ...JSON.parse(bodies[i] as string), id: String(i) } as { id: string; userName: string };
		byName.set(user.userName.toLowerCase(), user);
		JSON.stringify(user);
	});
}

const runs = 20_000;
filled(createApp('byoa'), runs);
const bodies = Array.from({ length: runs }, (_, i) => userBody(i));
bareMap(bodies);
console.log(`a body of ${userBody(1).length} bytes`);
print('bare Map: parse, set, print', bareMap(bodies));
const app = createApp('byoa');
const posts = Array.from({ length: runs }, (_, i) => post(i));
print(
	'POST /Users',
	microseconds(runs, (i) => void app.answer(posts[i] as ScimRequest))
);
const ids = [...app.store.all('User')].map((resource) => resource.id);
const patches = ids.map((id, i) => patch(id, `person.${i}.new`));
print(
	'PATCH of two attributes',
	microseconds(runs, (i) => void app.answer(patches[i] as ScimRequest))
);
print(
	'GET by id',
	microseconds(runs, (i) => void app.answer({ method: 'GET', path: `/Users/${ids[i]}`, headers }))
);

for (const accounts of [1_000, 10_000, 100_000]) {
	const full = filled(createApp('byoa'), accounts);
	const hits = Array.from({ length: 5_000 }, (_, i) => match((i * 7919) % accounts));
	const misses = Array.from({ length: 5_000 }, (_, i) => match(accounts + i));
	for (const request of hits) full.answer(request);
	print(
		`match of one in ${accounts} accounts`,
		microseconds(5_000, (i) => void full.answer(hits[i] as ScimRequest))
	);
	print(
		`no match in ${accounts} accounts`,
		microseconds(5_000, (i) => void full.answer(misses[i] as ScimRequest))
	);
}

const group = createApp('byoa');
const groupBody = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Everybody' };
const made = group.answer({ method: 'POST', path: '/Groups', headers, body: JSON.stringify(groupBody) });
const groupId = (JSON.parse(made.body as string) as { id: string }).id;
print(
	'add one member to a group that grows to 12,500',
	microseconds(12_500, (i) => {
		const operations = [{ op: 'Add', path: 'members', value: [{ value: `u-${i}` }] }];
		const body = JSON.stringify({ schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations });
		group.answer({ method: 'PATCH', path: `/Groups/${groupId}`, headers, body });
	})
);
