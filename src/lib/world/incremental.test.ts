import { describe, expect, it } from 'vitest';
import { createWorld, type World } from '#lib/world';
import type { Table } from './core/tables';
import { act, at, hybrid, hrCompany } from './testing/hybrid';

type TableNames = 'users' | 'adUsers' | 'workers' | 'members' | 'groups';

/** How often rows of these tables are looked at while something happens. */
function looks(world: World, names: readonly TableNames[], happening: () => void): number {
	let count = 0;
	const kept = names.map((name) => {
		const table = world.tables[name] as unknown as { rows: Table['rows'] };
		const { rows } = table;
		table.rows = new Proxy(rows, {
			get(target, key, receiver) {
				if (typeof key === 'string' && /^\d+$/.test(key)) count++;
				return Reflect.get(target, key, receiver) as unknown;
			}
		});
		return () => (table.rows = rows);
	});
	happening();
	for (const restore of kept) restore();
	return count;
}

const sizes = [500, 5000];

describe('what changed costs, not what is there', () => {
	it('a delta run of Connect looks at as many rows in a large company as in a small one', () => {
		const runs = sizes.map((size) => {
			const world = hybrid({ size });
			const change = (time: string, title: string) => {
				for (const account of [5, 6, 7]) act(world, time, 'ad.edit', { account, attribute: 'title', value: title });
			};
			change('08:15', 'Pilot');
			world.advance({ to: at('09:05') });
			change('09:06', 'Harbour master');
			const count = looks(world, ['users', 'adUsers'], () => world.advance({ to: at('09:11') }));
			expect(world.tables.users.get(7)!.attrs.jobTitle).toBe('Harbour master');
			return count;
		});
		expect(runs[1]).toBe(runs[0]);
		expect(runs[0]).toBeLessThan(60);
	});

	it('an incremental cycle from HR looks at a handful of rows for each worker who changed, however many there are', () => {
		const cycles = sizes.map((size) => {
			const world = hrCompany({ size });
			const change = (time: string, title: string) => {
				for (const worker of [5, 7]) act(world, time, 'hr.change', { worker, fields: { BusinessTitle: title } });
			};
			world.advance({ to: at('13:00') });
			change('13:01', 'Pilot');
			world.advance({ to: at('14:00') });
			change('14:01', 'Harbour master');
			// Failed objects are due at another hour: they are looked at again, how many there are or not.
			const count = looks(world, ['workers', 'adUsers'], () => world.advance({ to: at('14:45') }));
			expect(world.tables.adUsers.get(7)!.attrs.title).toBe('Harbour master');
			const last = world.sim.host.job(0).last!;
			return [count, last.counts.imported];
		});
		expect(cycles.map(([, imported]) => imported)).toEqual([2, 2]);
		for (const [count] of cycles) expect(count).toBeLessThan(40);
	});

	it('G-031: fifty dynamic rules look at the user who changed, and at nobody else', () => {
		const evaluations = sizes.map((size) => {
			const world = createWorld({ size });
			for (let n = 0; n < 50; n++) {
				const rule = `user.jobTitle -contains "Pilot ${n % 10}" -or user.city -eq "Nowhere ${n}"`;
				act(world, '08:05', 'group.create', { name: `Rule ${n}`, rule });
			}
			world.advance({ to: at('12:00') });
			const edit = (title: string) =>
				world.do({ verb: 'user.edit', args: { user: 7, attribute: 'jobTitle', value: title } });
			edit('Pilot 1');
			world.advance({ by: 3_600_000 });
			edit('Pilot 2');
			const count = looks(world, ['users'], () => world.advance({ by: 3_600_000 }));
			const mine = world.tables.membersByMember.get(7).map((row) => world.tables.members.get(row)!.group);
			const names = mine.map((group) => String(world.tables.groups.get(group)!.attrs.displayName));
			expect(names.filter((name) => name.startsWith('Rule'))).toEqual([
				'Rule 2',
				'Rule 12',
				'Rule 22',
				'Rule 32',
				'Rule 42'
			]);
			return count;
		});
		expect(evaluations[1]).toBe(evaluations[0]);
		expect(evaluations[0]).toBeLessThan(30);
	});
});
