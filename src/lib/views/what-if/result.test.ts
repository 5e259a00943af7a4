import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import type { Command } from '#lib/world';
import { WhatIfRun } from '#lib/world/what-if';
import { at, must, running } from '../testing.fixture';
import { whatIfResult } from './result';

function tried(changes: readonly Command[], until = at('10:00'), since = '08:25') {
	const world = running();
	world.advance({ to: at('08:30') });
	must(world, 'unassign', { app: 'byoa', kind: 'user', who: [2] });
	world.advance({ to: at('10:00') });
	const index = world.sim.ledger.indexAt(at(since));
	const run = new WhatIfRun(world, { changes, index, until });
	for (const _ of run.go());
	return finish(whatIfResult(run, 'byoa'));
}

const command = (verb: string, args: object) => ({ verb, args: { app: 'byoa', ...args } }) as Command;

describe('what a changed configuration would have come to', () => {
	it('nothing differs without a change', () => {
		const result = tried([]);
		expect(result.differences).toEqual([]);
		expect(result.b).toEqual(result.a);
		expect(result.a!.counts).toMatchObject({ disabled: 1 });
	});

	it('tells too what comes of an application that was added on the way', () => {
		const world = running();
		must(world, 'app.add', { app: 'slack' });
		must(world, 'job.setScope', { app: 'slack', mode: 'all' });
		must(world, 'job.start', { app: 'slack' });
		world.advance({ to: at('10:00') });
		const changes = [command('unassign', { kind: 'user', who: [2] })];
		const run = new WhatIfRun(world, { changes, index: world.sim.ledger.indexAt(at('08:21')), until: at('10:00') });
		for (const _ of run.go());
		const { systems, differences } = finish(whatIfResult(run, 'byoa'));
		expect(systems.find(({ id }) => id === 'slack')).toMatchObject({ differ: 0, of: 24 });
		expect(differences.map(({ system, user }) => [system.id, user])).toEqual([['byoa', 2]]);
	});

	it('counts accounts created, updated, disabled and unmatched on both sides', () => {
		const { a, b, systems, differences } = tried([command('job.setScope', { mode: 'all' })], at('10:00'), '08:15');
		expect(a!.counts.created).toBe(2);
		expect(b!.counts.created).toBeGreaterThan(10);
		expect(b!.counts.disabled).toBe(0);
		expect(b!.accounts).toBe(b!.counts.created);
		expect([a!.unmatched, b!.unmatched]).toEqual([0, 0]);
		expect(systems.find(({ id }) => id === 'byoa')).toMatchObject({ a: a!.accounts, b: b!.accounts });
		// Ids are given anew where more accounts are created: a reference is told by the name that it leads to.
		const managers = differences.flatMap(({ values }) => values.filter(({ name }) => name.endsWith('manager')));
		expect(managers.length).toBeGreaterThan(0);
		for (const { b } of managers) expect(b).toMatch(/^[^{]+@/);
		expect(differences).toHaveLength(b!.counts.created);
	});

	it('shows an action that is off, a filter that lets nobody in, and the command that made the difference', () => {
		const off = tried([
			command('job.setActions', { object: 'users', create: true, update: true, delete: false }),
			command('job.saveFilter', {
				filter: { groups: [{ clauses: [{ attribute: 'department', operator: 'EQUALS', value: 'Nowhere' }] }] }
			})
		]);
		expect(off.refused).toBeNull();
		expect(off.differences.length).toBeGreaterThan(0);
		const because = off.differences.flatMap(({ because }) => because.map(({ side, text }) => `${side} ${text}`));
		expect(because.some((text) => text.startsWith('b ') || text.startsWith('a '))).toBe(true);
	});

	it('C-254: draws the threshold beside the removals of each cycle', () => {
		const { a, b } = tried([command('job.setThreshold', { threshold: 0 })]);
		const [was, would] = [
			a!.cycles.find(({ removals }) => removals > 0),
			b!.cycles.find(({ removals }) => removals > 0)
		];
		expect(was).toMatchObject({ removals: 1, staged: false });
		expect(would).toMatchObject({ removals: 1, staged: true, threshold: 0 });
		expect(b!.quarantine).toBe('TooManyDeletes');
		expect(b!.counts).toMatchObject({ disabled: 0, 'held back': 1 });
	});

	it('looks ahead of the present on both sides', () => {
		const { a, b, until } = tried([command('job.setScope', { mode: 'all' })], at('12:00'));
		expect(until).toBe(at('12:00'));
		expect(b!.cycles.length).toBeGreaterThan(2);
		expect(a!.cycles.at(-1)!.at).toBeGreaterThan(at('10:00'));
	});

	it('tells a refusal and nothing else', () => {
		const { refused, a, differences } = tried([command('job.saveMapping', { attributes: [] })]);
		expect(refused).not.toBeNull();
		expect([a, differences]).toEqual([null, []]);
	});
});
