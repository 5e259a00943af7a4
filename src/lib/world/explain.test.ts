import { describe, expect, it } from 'vitest';
import { explain } from './explain';
import { createWorld } from './index';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

function small() {
	const world = createWorld({ apps: ['byoa'] });
	world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7] } });
	world.advance({ to: at(10) });
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	world.advance({ to: at(12) });
	return world;
}

describe('a unit that is run again', () => {
	it('gives its operands: what was read, asked, answered and changed', () => {
		const world = small();
		const row = world.facts().find(({ kind, subject }) => kind === 'row' && subject.slot === 7)!;
		const trace = explain(world, row.seq);
		expect(trace.map(({ step }) => step)).toEqual([
			'import',
			'scope',
			'request',
			'match',
			'decide',
			'modified',
			'request'
		]);
		const post = trace.at(-1)!;
		expect(post).toMatchObject({ request: { method: 'POST', path: '/Users' }, response: { status: 201 } });
	});

	it('leaves the world as it is, at its end and in the past', () => {
		const world = small();
		const { seq } = world.facts().find(({ kind }) => kind === 'row')!;
		const state = () => [
			world.fingerprint(),
			world.clock,
			world.sim.ledger.here,
			world.branches.list.length,
			world.branches.live,
			world.facts().length,
			world.sim.ledger.tape.n,
			world.sim.ledger.tape.cursor,
			[...world.tables.accounts.all()].length
		];
		const before = state();
		explain(world, seq);
		expect(state()).toEqual(before);
		world.seek({ at: at(5) });
		const past = state();
		explain(world, seq);
		expect(state()).toEqual(past);
		world.back();
		world.advance({ to: at(55) });
		const other = small();
		other.advance({ to: at(55) });
		expect(world.fingerprint()).toBe(other.fingerprint());
	});

	it('says nothing of a fact that a command told', () => {
		const world = small();
		const change = world.facts().find(({ kind }) => kind === 'source.changed')!;
		expect(explain(world, change.seq)).toEqual([]);
		expect(explain(world, 1_000_000)).toEqual([]);
	});
});
