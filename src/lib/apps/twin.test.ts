import { describe, expect, it } from 'vitest';
import { createApp, strictTwin } from '.';
import { memoryStore } from './memory';
import { planFor } from '.';

const headers = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };
const post = (body: object) => ({ method: 'POST' as const, path: '/Users', headers, body: JSON.stringify(body) });
const slackUser = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'a-name-that-is-far-too-long' };

describe('the strict twin of an application', () => {
	it('does not know the limits of the vendor (A-165)', () => {
		expect(createApp('slack').answer(post(slackUser)).status).toBe(400);
		expect(strictTwin('slack').answer(post(slackUser)).status).toBe(201);
	});

	it('refuses what only the Entra client may send (S-088, S-291)', () => {
		const loose = { ...slackUser, userName: 'ada', active: 'True', emails: [{ type: 'work', value: 'a@b.example' }] };
		expect(createApp('slack').answer(post(loose)).status).toBe(201);
		const strict = strictTwin('slack').answer(post(loose));
		expect([strict.status, JSON.parse(strict.body!).scimType]).toEqual([400, 'invalidValue']);
	});

	it('answers from the same store', () => {
		const store = memoryStore(planFor('byoa').indexes);
		const made = JSON.parse(createApp('byoa', { store }).answer(post({ ...slackUser, userName: 'ada' })).body!);
		const twin = strictTwin('byoa', { store });
		expect(twin.answer({ method: 'GET', path: `/Users/${made.id}`, headers }).status).toBe(200);
		const query = { method: 'GET' as const, path: '/Users?filter=userName%20eq%20%22ada%22', headers };
		expect(JSON.parse(twin.answer(query).body!).totalResults).toBe(1);
	});
});
