import { describe, expect, it } from 'vitest';
import { CORE_GROUP, CORE_USER, ENTERPRISE_USER, MESSAGE } from '#lib/scim/urns';
import type { Json, JsonObject, ScimRequest } from '#lib/scim/types';
import { createApp } from '..';

/** What Microsoft's validation kit asks of an application, asked of both positions that one can have here (S-315 to S-321). */
const headers = { Authorization: 'Bearer tok-demo', 'Content-Type': 'application/scim+json' };

function kit(kind: string) {
	const app = createApp(kind);
	const ask = (method: ScimRequest['method'], path: string, json?: object) => {
		const answer = app.answer({ method, path, headers, ...(json && { body: JSON.stringify(json) }) });
		return { status: answer.status, resource: JSON.parse(answer.body || '{}') as JsonObject };
	};
	const user = (userName: string) => ask('POST', '/Users', { schemas: [CORE_USER], userName, title: 'Pilot' });
	const change = (place: string, op: string, path: string, value: Json) =>
		ask('PATCH', place, { schemas: [MESSAGE.patch], Operations: [{ op, path, value }] }).status;
	return { ask, user, change };
}

describe.each(['byoa', 'conformance'])("the kit's questions to %s", (kind) => {
	const { ask, user, change } = kit(kind);
	const ada = `/Users/${String(user('ada@contoso.com').resource.id)}`;

	it('S-315, S-078: a create answers with an id and the name that was sent', () => {
		const { status, resource } = user('zoe@contoso.com');
		expect(status).toBe(201);
		expect(resource).toMatchObject({ id: expect.stringMatching(/./), userName: 'zoe@contoso.com' });
	});

	it('S-317: an empty text and a null leave an attribute empty', () => {
		for (const value of ['', null]) {
			change(ada, 'replace', 'title', 'Captain');
			expect(change(ada, 'replace', 'title', value)).toBeLessThan(300);
			expect(ask('GET', ada).resource.title ?? '').toBe('');
		}
	});

	it('S-318: a manager is set, changed, and cleared by an empty value', () => {
		const path = `${ENTERPRISE_USER}:manager`;
		const managerOf = () => (ask('GET', ada).resource[ENTERPRISE_USER] as JsonObject | undefined)?.manager;
		const [one, two] = ['m1@contoso.com', 'm2@contoso.com'].map((name) => String(user(name).resource.id));
		change(ada, 'add', path, { value: one! });
		expect(managerOf()).toMatchObject({ value: one });
		change(ada, 'replace', path, { value: two! });
		expect(managerOf()).toMatchObject({ value: two });
		expect(change(ada, 'replace', path, { value: '' })).toBeLessThan(300);
		expect((managerOf() as JsonObject | undefined)?.value ?? '').toBe('');
	});

	it('S-320: eleven users come in pages of five', () => {
		for (let count = 1; count <= 11; count++) user(`page${count}@contoso.com`);
		const page = (start: number) => ask('GET', `/Users?startIndex=${start}&count=5`).resource.Resources as JsonObject[];
		const ids = [1, 6, 11].flatMap((start) => page(start).map(({ id }) => id));
		expect(page(1)).toHaveLength(5);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.length).toBeGreaterThanOrEqual(11);
	});

	it('S-321: a group is created and renamed', () => {
		const { status, resource } = ask('POST', '/Groups', { schemas: [CORE_GROUP], displayName: 'Crew' });
		const crew = `/Groups/${String(resource.id)}`;
		expect(status).toBe(201);
		expect(change(crew, 'replace', 'displayName', 'Team')).toBeLessThan(300);
		expect(ask('GET', crew).resource.displayName).toBe('Team');
	});
});
