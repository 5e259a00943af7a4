import { describe, expect, it } from 'vitest';
import { changed } from '../testing.fixture';
import { views } from '../index';

describe('why a value is what it is', () => {
	const world = changed();
	const kinds = (seq: number | null) => views.why(world, { seq: seq! })!.chain.map(({ kind }) => kind);

	it('leads to the command that wrote it in the directory', () => {
		const seq = views.whyValue(world, { table: 'users', slot: 7, name: 'department' });
		expect(kinds(seq)).toEqual(['command', 'source.changed']);
	});

	it('leads through the cycle to the command, for a value of an account', () => {
		const account = [...world.tables.accounts.all()].find(({ resource }) =>
			JSON.stringify(resource.data).includes('Harbour')
		)!;
		const name = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';
		const seq = views.whyValue(world, { table: 'accounts', slot: account.slot, name });
		expect(kinds(seq)[0]).toBe('command');
		expect(kinds(seq)).toContain('request');
	});

	it('has no answer for what has been so since the company began, and for nobody', () => {
		expect(views.whyValue(world, { table: 'users', slot: 7, name: 'displayName' })).toBeNull();
		expect(views.whyValue(world, { table: 'users', slot: 999, name: 'displayName' })).toBeNull();
	});
});
