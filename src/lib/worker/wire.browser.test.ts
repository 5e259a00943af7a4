import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import { EngineClient } from './client.svelte';
import { mswDoor } from './doors';
import { answerGraphOnWire, graphUrl } from './graph-wire';
import { answerOnWire, wireUrl } from './wire';

const headers = { authorization: 'Bearer tok-byoa', 'content-type': 'application/scim+json' };
const user = JSON.stringify({
	schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
	userName: 'zoë@contoso.com',
	emails: [{ value: 'zoë@contoso.com', type: 'work', primary: true }]
});

const requests = [
	{ method: 'POST', path: '/Users', headers, body: user },
	{ method: 'POST', path: '/Users', headers, body: user },
	{ method: 'GET', path: '/Users?filter=userName%20eq%20%22zo%C3%AB%40contoso.com%22', headers },
	{ method: 'GET', path: '/Users/nobody', headers },
	{ method: 'GET', path: '/ServiceProviderConfig', headers },
	{ method: 'GET', path: '/Users', headers: {} },
	{ method: 'POST', path: '/Users', headers, body: '{"userName":' }
] as const;

interface Plain {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

const client = new EngineClient();
beforeAll(async () => {
	await client.start();
	await client.create('wire', { apps: ['byoa'] });
});
afterAll(() => client.stop());

const lower = (names: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(names).map(([name, value]) => [name.toLowerCase(), value]));

/** A write through the direct door, as the command that it is on the wire. */
async function inWorld(world: World, door: 'msw' | 'direct', request: (typeof requests)[number]): Promise<Plain> {
	const plain = { app: 0, ...request };
	const answer = await (door === 'msw' ? mswDoor(world)(plain) : world.sim.apps.answer(plain));
	return { status: answer.status, headers: lower(answer.headers), body: answer.body ?? '' };
}

async function onWire({ method, path, ...rest }: (typeof requests)[number]): Promise<Plain> {
	const response = await answerOnWire(client, new Request(wireUrl('byoa', path), { method, ...rest }));
	return { status: response!.status, headers: Object.fromEntries(response!.headers), body: await response!.text() };
}

it('the three doors give the same bytes', async () => {
	const [direct, msw] = [createWorld({ apps: ['byoa'] }), createWorld({ apps: ['byoa'] })];
	for (const request of requests) {
		const expected = await inWorld(direct, 'direct', request);
		expect(await inWorld(msw, 'msw', request)).toEqual(expected);
		expect(await onWire(request)).toEqual(expected);
	}
	expect(client.status?.counters.commands).toBe(1);
});

it('a request for somebody else is left alone, and one for an application that is not there says so', async () => {
	expect(await answerOnWire(client, new Request(new URL('elsewhere', document.baseURI)))).toBeUndefined();
	const response = await answerOnWire(client, new Request(wireUrl('nobody', '/Users')));
	expect(response!.status).toBe(503);
	expect(((await response!.json()) as { detail: string }).detail).toContain('There is no application nobody');
});

it('Graph is on the wire beside the applications, and links to further pages lead there again', async () => {
	const ask = (path: string) => answerGraphOnWire(client, new Request(graphUrl(path)));
	const principals = await ask('/v1.0/servicePrincipals');
	expect(principals!.status).toBe(200);
	expect(await principals!.json()).toMatchObject({ value: [{ displayName: 'Quillpad' }] });
	expect((await ask('/v1.0/nothing'))!.status).toBe(404);
	expect(await answerGraphOnWire(client, new Request(wireUrl('byoa', '/Users')))).toBeUndefined();
});
