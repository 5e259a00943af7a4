import { describe, expect, it } from 'vitest';
import type { Json } from '#lib/engine/base';
import { createWorld, type World } from '#lib/world';
import { dice, randomCommand } from '#lib/world/testing/random';
import { views } from '../index';
import { valueAt } from '#lib/scim/client';
import { textOf } from './flat';

const minute = 60_000;
const seeds = [1, 2, 3, 4, 5, 6];
const replayed = (seed: number) =>
	`replay it with: npx vitest run --project unit src/lib/views/logs/fold-log.test.ts -t "(seed ${seed})"`;

/** Half a day of random doings, with faults that come and go. */
function lived(seed: number): World {
	const world = createWorld({ apps: ['byoa'] });
	const roll = dice(seed);
	world.do({ verb: 'job.setScope', args: { app: 'byoa', mode: 'all' } });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	for (let step = 0; step < 25; step++) {
		world.advance({ by: roll.below(40) * minute });
		const faults = roll.below(4) === 0 ? [{ kind: 'serverError', chance: 0.3 }] : [];
		world.do({ verb: 'app.set', args: { app: 'byoa', settings: { faults } } });
		world.do(randomCommand(world, roll, 'byoa'));
	}
	return world;
}

type Account = Map<string, string>;

/** The accounts as the log alone tells of them: what each successful row created, changed and deleted, oldest first. */
function folded(world: World): Map<string, Account> {
	const { rows } = views.logs(world, { includeHidden: true, includeExpired: true, count: 1000 });
	const accounts = new Map<string, Account>();
	for (const { seq, status } of rows.toReversed()) {
		if (status !== 'Success') continue;
		const { graph } = views.logRow(world, { seq })!;
		const { id } = graph.targetIdentity;
		if (graph.provisioningAction === 'delete') accounts.delete(id);
		else {
			const account: Account = accounts.get(id) ?? new Map<string, string>();
			for (const property of graph.modifiedProperties) {
				const { displayName, newValue } = property as { displayName: string; newValue: string | null };
				if (newValue === null || newValue === '') account.delete(displayName);
				else account.set(displayName, newValue);
			}
			accounts.set(id, account);
		}
	}
	return accounts;
}

/** What the application holds under the same paths. */
function held(data: { readonly [name: string]: Json }, paths: Iterable<string>): Account {
	const found: Account = new Map();
	for (const path of paths) {
		const value = valueAt(data, path);
		if (value !== undefined && value !== null && value !== '') found.set(path, textOf(value));
	}
	return found;
}

describe('the log and the application', () => {
	it.each(seeds)('folding the log rebuilds the accounts of the application (seed %i)', (seed) => {
		const world = lived(seed);
		const told = folded(world);
		const accounts = [...world.tables.accounts.all()].map(({ resource }) => resource);
		const kept = accounts.filter(({ type }) => type === 'User' || type === 'Group');
		expect(kept.length, replayed(seed)).toBeGreaterThan(5);
		expect([...told.keys()].sort(), replayed(seed)).toEqual(kept.map(({ id }) => id).sort());
		for (const { id, data } of kept) {
			const account = told.get(id)!;
			expect([...account].sort(), `${id}: ${replayed(seed)}`).toEqual([...held(data, account.keys())].sort());
		}
	});
});
