import { describe, expect, it } from 'vitest';
import { unpackRow } from '#lib/engine/steps/log-row';
import { createWorld, type World } from './index';

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 8);
const at = (clock: string) => start + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) - 480) * minute;

function rows(world: World, from = 0): string[] {
	return world
		.facts(from)
		.filter(({ kind }) => kind === 'row')
		.map((fact) => {
			const { action, status, code } = unpackRow(fact.detail);
			return `${fact.subject.slot} ${action} ${status} ${world.text(code)} ${fact.rule}`.replace('  ', ' ');
		});
}

describe('one hire becomes one account', () => {
	it('C-118 to C-126: the initial cycle creates the assigned users and stores their links', () => {
		const world = createWorld({ apps: ['byoa'] });
		world.advance({ to: at('08:12') });
		expect(world.do({ verb: 'assign', args: { app: 'byoa', kind: 'user', who: [2, 7, 24] } })).toMatchObject({
			ok: true
		});
		world.advance({ to: at('08:20'), before: true });
		expect(world.do({ verb: 'job.start', args: { app: 'byoa' } })).toMatchObject({ ok: true });
		world.advance({ to: at('08:22') });
		expect(rows(world)).toEqual([
			'2 create success C-162',
			'7 create success C-162',
			'24 create skipped NotEffectivelyEntitled C-169'
		]);
		expect(world.tables.linksByJob.get(0).length).toBe(2);
		expect(world.do({ verb: 'user.edit', args: { user: 7, attribute: 'department', value: 'Harbour' } }).ok).toBe(true);
		expect(world.do({ verb: 'unassign', args: { app: 'byoa', kind: 'user', who: [2] } }).ok).toBe(true);
		const seq = world.checkpoint().seq;
		world.advance({ to: at('09:01') });
		expect(rows(world, seq)).toEqual(['7 update success C-174', '2 disable success C-178']);
		const before = world.fingerprint();
		world.seek({ at: at('08:21') });
		world.back();
		expect(world.fingerprint()).toBe(before);
	});
});
