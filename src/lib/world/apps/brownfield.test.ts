import { describe, expect, it } from 'vitest';
import { nameOf, stateOf } from '#lib/apps';
import { createWorld } from '#lib/world';

function accounts(kind: string, options: { size?: number; brownfield?: boolean } = { brownfield: true }) {
	const world = createWorld({ apps: [kind], ...options });
	const row = world.tables.apps.get(0)!;
	return { row, list: [...world.sim.apps.of(row.slot).store.all('User')].sort((a, b) => a.n - b.n) };
}

describe('what an application holds before the sandbox begins', () => {
	it('O-24: nothing, unless somebody says so; a manual application always has its twenty rows', () => {
		expect(accounts('slack', {}).list).toEqual([]);
		expect(accounts('timecard', {}).list).toHaveLength(20);
	});

	it('O-24: the accounts of the cast, under the names and in the state of the table', () => {
		const { list } = accounts('slack');
		expect(list.map((one) => `${nameOf('slack', one)} ${stateOf('slack', one)}`)).toEqual([
			'jsmith active',
			'zoe.muller active',
			'hiroshi.tanaka inactive',
			'Marisol.Vega active',
			'former.intern active'
		]);
	});

	it('O-24: one name twice in ServiceNow, and an account that is locked out', () => {
		const { list } = accounts('servicenow');
		expect(list.map(({ data }) => [data.user_name, data.active, data.locked_out])).toEqual([
			['tobias.lindqvist@contoso.com', '1', undefined],
			['tobias.lindqvist@contoso.com', '1', undefined],
			['marisol.vega@contoso.com', '0', 'true']
		]);
	});

	it('O-24: a name that is taken elsewhere is no account of this organisation', () => {
		const { row, list } = accounts('salesforce');
		expect(list.map((one) => nameOf('salesforce', one))).toEqual(['jsmith@contoso.com', 'hannah.becker@contoso.com']);
		expect(row.settings.taken).toEqual(['kwame.boateng@contoso.com']);
	});

	it('O-24: accounts beyond the cast in a larger company, no two of one id', () => {
		const { list } = accounts('slack', { brownfield: true, size: 500 });
		expect(list).toHaveLength(287);
		expect(new Set(list.map(({ id }) => id)).size).toBe(287);
	});
});
