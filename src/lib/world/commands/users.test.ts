import { describe, expect, it } from 'vitest';
import { createWorld } from '../index';

const zoe = 7;
const name = 'zoe.muller@contoso.com';
const taken = `Another object with the same value for property userPrincipalName already exists: ${name}.`;
const again = {
	verb: 'user.create',
	args: { attributes: { displayName: 'Zoë Müller', userPrincipalName: name } }
} as const;

describe('user principal names', () => {
	it('nobody gets a name that somebody has', () => {
		expect(createWorld().do(again)).toMatchObject({ ok: false, message: taken });
	});

	it('who is in the recycle bin has given the name away, and cannot come back while somebody else has it', () => {
		const world = createWorld();
		world.do({ verb: 'user.softDelete', args: { user: zoe } });
		world.do(again);
		expect(world.do({ verb: 'user.restore', args: { user: zoe } })).toMatchObject({ ok: false, message: taken });
		expect(world.tables.users.get(zoe)!.softDeletedAt).not.toBeNull();
	});
});

describe('what the tenant does not take', () => {
	const world = createWorld();
	const said = (verb: string, args: object) => {
		const done = world.do({ verb, args } as never);
		return done.ok ? 'done' : done.message;
	};
	const edited = (attribute: string, value: unknown) => said('user.edit', { user: zoe, attribute, value });
	const created = (attributes: object) => said('user.create', { attributes });

	it('SC-10, H-317: is a sign-in name of a domain that is not verified, new or changed', () => {
		const message = /^The domain portion of the userPrincipalName property is invalid\..*\(Verified here: contoso\.com/;
		expect(edited('userPrincipalName', 'zoe@corp.local')).toMatch(message);
		expect(created({ displayName: 'Ada', userPrincipalName: 'ada@corp.local' })).toMatch(message);
		expect(edited('userPrincipalName', 'zoe.braun@fabrikam.com')).toBe('done');
	});

	it('H-201: is a sign-in name with letters that it does not know', () => {
		expect(edited('userPrincipalName', 'zoë@contoso.com')).toMatch(/^Property userPrincipalName is invalid/);
		expect(edited('userPrincipalName', 'a@b@contoso.com')).toMatch(/^Property userPrincipalName is invalid/);
		expect(edited('userPrincipalName', null)).toMatch(/^Property userPrincipalName is invalid/);
	});

	it('is a manager who is the user, or whom there is not; a circle is taken', () => {
		expect(edited('manager', zoe)).toBe('Nobody is their own manager.');
		expect(edited('manager', 4711)).toBe('The manager is not a user of this tenant.');
		expect(said('user.edit', { user: 6, attribute: 'manager', value: zoe })).toBe('done');
		expect(edited('manager', 6)).toBe('done');
		const next = world.tables.users.next;
		expect(created({ displayName: 'Ada', userPrincipalName: 'ada@contoso.com', manager: next })).toBe(
			'Nobody is their own manager.'
		);
	});

	it('knows the domains of people who were brought along', () => {
		const own = { attributes: { displayName: 'Ida', userPrincipalName: 'ida@harbour.example' } };
		expect(said('users.import', { users: [own] })).toBe('done');
		expect(created({ displayName: 'Ole', userPrincipalName: 'ole@harbour.example' })).toBe('done');
	});
});
