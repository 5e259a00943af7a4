import { describe, expect, it } from 'vitest';
import type { Json } from '#lib/engine/base';
import { createWorld } from '#lib/world';
import { must } from '../testing.fixture';
import { graphConsole } from './console';
import { pathsOf, send } from './testing.fixture';

function listening() {
	const world = createWorld({ apps: ['byoa', 'api-entra'] });
	must(world, 'job.setNotificationMail', { app: 'api-entra', address: 'iam@contoso.com' });
	must(world, 'job.start', { app: 'api-entra' });
	return { world, path: `${pathsOf(world, 'api-entra').job}/bulkUpload` };
}

const body = (count: number, operation: { [name: string]: Json } = {}): Json => ({
	schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
	Operations: Array.from({ length: count }, (_, n) => ({
		method: 'POST',
		path: '/Users',
		data: { externalId: String(9_000_001 + n), displayName: `Nora ${n}`, userPrincipalName: `nora${n}@contoso.com` },
		...operation
	}))
});

describe('the upload endpoint', () => {
	it('H-403: takes POST and no other method, neither of the request nor of an operation in it', () => {
		const { world, path } = listening();
		for (const method of ['GET', 'PUT', 'PATCH', 'DELETE'])
			expect(send(world, method, path)).toMatchObject({ status: 405, headers: { Allow: 'POST' } });
		for (const method of ['PUT', 'PATCH', 'DELETE'])
			expect(send(world, 'POST', path, body(1, { method }))).toMatchObject({ status: 400 });
		expect(world.tables.uploads.next).toBe(0);
	});

	it('answers 202 with nothing, and the users come', () => {
		const { world, path } = listening();
		const { users } = world.tables;
		const before = users.next;
		expect(send(world, 'POST', path, body(2))).toMatchObject({ status: 202, body: undefined });
		world.advance({ by: 60_000 });
		expect(users.next).toBe(before + 2);
	});

	it('S-167: says where the log tells what became of the users', () => {
		const { world, path } = listening();
		const { Location } = send(world, 'POST', path, body(2)).headers;
		const { job } = pathsOf(world, 'api-entra');
		expect(Location).toBe(
			`https://graph.microsoft.com/v1.0/auditLogs/provisioning/?$filter=jobid%20eq%20'${job.split('/').at(-1)}'`
		);
		// H-409: the log is ten minutes late.
		world.advance({ by: 11 * 60_000 });
		const { body: log } = send(world, 'GET', Location!.slice('https://graph.microsoft.com'.length));
		expect(log['value']).toHaveLength(2);
	});

	it('H-402: takes users as SCIM has them, nested and with the enterprise extension', () => {
		const { world, path } = listening();
		const data = {
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			externalId: '9000077',
			userName: 'ole.kai@contoso.com',
			displayName: 'Ole Kai',
			name: { givenName: 'Ole', familyName: 'Kai' },
			active: true,
			'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Sales' }
		};
		expect(send(world, 'POST', path, body(1, { data }))).toMatchObject({ status: 202 });
		world.advance({ by: 60_000 });
		const made = world.tables.users.get(world.tables.users.next - 1)!.attrs;
		expect([made.userPrincipalName, made.givenName, made.surname, made.department, made.employeeId]).toEqual([
			'ole.kai@contoso.com',
			'Ole',
			'Kai',
			'Sales',
			'9000077'
		]);
	});

	it('refuses more than 50 records, what is no bulk request, and other jobs', () => {
		const { world, path } = listening();
		expect(send(world, 'POST', path, body(51))).toMatchObject({ status: 400 });
		expect(send(world, 'POST', path, {})).toMatchObject({ status: 400 });
		expect(send(world, 'POST', path, body(1, { data: { tags: ['x'] } }))).toMatchObject({ status: 400 });
		expect(send(world, 'POST', `${pathsOf(world, 'byoa').job}/bulkUpload`, body(1))).toMatchObject({ status: 400 });
		const titles = (app: string) => graphConsole(world, { app }).calls.map(({ title }) => title);
		expect(titles('api-entra')).toContain('Upload users');
		expect(titles('byoa')).not.toContain('Upload users');
	});

	it('is throttled after 40 calls in five seconds', () => {
		const { world, path } = listening();
		must(world, 'api.post', { app: 'api-entra', calls: 40 });
		expect(send(world, 'POST', path, body(1))).toMatchObject({ status: 429 });
	});
});
