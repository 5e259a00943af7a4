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
