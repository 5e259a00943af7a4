import { expect, it } from 'vitest';
import type { Json } from '#lib/engine/base';
import { createWorld } from '#lib/world';
import { accountTypeKey } from './accounts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';

it('finds accounts where their ids tell, and memberships, whose ids tell nothing', () => {
	const world = createWorld({ apps: ['byoa'] });
	const { apps, tables } = world.sim;
	const send = (method: 'POST' | 'PATCH', path: string, body: Json): string => {
		const headers = { Authorization: 'Bearer tok-byoa', 'Content-Type': 'application/scim+json' };
		const answer = apps.answer({ app: 0, method, path, headers, body: JSON.stringify(body) });
		return answer.body ? (JSON.parse(answer.body) as { id: string }).id : '';
	};
	const slotOf = (id: string) => tables.accountIndexes.slotOf(0, id);
	const user = send('POST', '/Users', { schemas: [`${core}:User`], userName: 'one@contoso.com' });
	const group = send('POST', '/Groups', { schemas: [`${core}:Group`], displayName: 'All', members: [{ value: user }] });
	const membership = `${group}/${user}`;
	for (const id of [user, group, membership]) expect(tables.accounts.get(slotOf(id)!)?.resource.id).toBe(id);
	expect(tables.accountsByType.count(accountTypeKey(0, 'User'))).toBe(1);
	const Operations = [{ op: 'remove', path: 'members' }];
	send('PATCH', `/Groups/${group}`, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations });
	expect(slotOf(membership)).toBeUndefined();
	expect(slotOf('nobody')).toBeUndefined();
});
