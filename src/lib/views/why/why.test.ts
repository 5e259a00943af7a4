import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';
import type { World } from '#lib/world';
import { changeSentence, commandSentence } from './sentences';

function whyOf(world: World, slot: number) {
	const { seq } = views.logs(world, { object: { kind: 'user', slot }, includeHidden: true }).rows[0]!;
	return views.why(world, { seq })!;
}

describe('why', () => {
	it('C-178: leads from the command through the cycle and the decision to the row, oldest first', () => {
		const world = changed();
		const name = views.logs(world, { object: { kind: 'user', slot: 2 } }).rows[0]!.identity;
		const { headline, chain, delay } = whyOf(world, 2);
		expect(headline).toBe(`${name} was disabled in Quillpad.`);
		const kinds = chain.filter(({ minor }) => !minor).map(({ kind }) => kind);
		expect(kinds).toEqual(['command', 'source.changed', 'cycle.started', 'scope', 'decide', 'row']);
		expect(chain[0]!.sentence).toBe(`You unassigned ${name} from Quillpad.`);
		expect(chain[0]!.mark).toBe('command');
		expect(chain.at(-1)).toMatchObject({ mark: 'disable', rule: 'C-178' });
		expect([...chain].sort((a, b) => a.seq - b.seq)).toEqual(chain);
		expect(delay).toBe('38 min after the change');
	});

	it('names what did not happen, with what would have had to be different', () => {
		const world = changed();
		const name = views.logs(world, { object: { kind: 'user', slot: 2 } }).rows[0]!.identity;
		const { notHappened } = whyOf(world, 2);
		const deleted = notHappened.find(({ action }) => action === 'delete')!;
		expect(deleted).toMatchObject({ rule: 'C-187', sentence: `Not deleted: ${name} still exists in the directory.` });
		expect(notHappened.find(({ action }) => action === 'update')!.because).toEqual(['is not assigned']);
		expect(notHappened.every(({ action }) => action !== 'disable')).toBe(true);
	});

	it('C-505: says of a skipped user what is missing', () => {
		const { headline, chain, notHappened } = whyOf(running(), 24);
		expect(headline).toMatch(/^Skipped: .* is not effectively entitled\.$/);
		expect(chain.find(({ kind }) => kind === 'scope')!.sentence).toMatch(/not active in the source system/);
		expect(notHappened.find(({ action }) => action === 'create')!.because).toContain('is blocked in the source system');
	});

	it('gives as a reason only what was looked at', () => {
		const { notHappened } = whyOf(running(), 24);
		const phrases = notHappened.flatMap(({ because }) => because);
		expect(phrases).not.toContain('matches no account');
		expect(phrases).not.toContain('was released by an earlier disable');
		const created = whyOf(running(), 7).notHappened;
		expect(created.find(({ action }) => action === 'update')!.because).toEqual(['matches no account']);
		expect(created.find(({ action }) => action === 'enable')!.because).toEqual(['matches no account']);
	});

	it('C-487: a failure carries the words of the application', () => {
		const world = running();
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [5] });
		world.advance({ to: at('09:01') });
		expect(whyOf(world, 5).headline).toMatch(
			/ was not created in .*: There is such a resource already \(EntryConflict\)\.$/
		);
	});

	it('C-255, C-382: names the cycle once that a saved filter began, and that put the removal aside', () => {
		const world = running();
		const clause = { attribute: 'department', operator: 'EQUALS', value: 'Nowhere' };
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'Nowhere', clauses: [clause] }] } });
		world.advance({ by: 5 * 60_000 });
		const { chain } = whyOf(world, 2);
		expect(chain.filter(({ kind }) => kind === 'cycle.started')).toHaveLength(1);
		expect(new Set(chain.map(({ seq }) => seq)).size).toBe(chain.length);
	});

	it('answers for any fact, and for none that has not been told', () => {
		const world = changed();
		for (const { seq } of world.facts()) {
			const answer = views.why(world, { seq })!;
			expect(answer.chain.at(-1)!.seq, String(seq)).toBe(seq);
			expect(answer.headline).toMatch(/\S\.$/);
			expect(answer.headline).not.toMatch(/undefined|NaN/);
		}
		world.seek({ at: at('08:30') });
		expect(views.why(world, { seq: world.facts().length })).toBeNull();
	});
});

it('tells what HR did with a whole record as such, and what of it changed as a change', () => {
	expect(changeSentence('Zoë Müller', 'rehired from 2026-03-02', 'HR')).toBe(
		'Zoë Müller in HR: rehired from 2026-03-02.'
	);
	expect(changeSentence('Zoë Müller', 'UserID written back', 'HR')).toBe('Zoë Müller in HR: UserID written back.');
	expect(changeSentence('Fin', 'uploaded')).toBe('Fin was uploaded.');
	expect(changeSentence('Zoë Müller', 'Municipality', 'HR')).toBe('Zoë Müller: Municipality changed in HR.');
});

it('tells every command of the past, whatever its verb', () => {
	expect(commandSentence('Terminate Zoë Müller, last day 2026-03-01')).toBe(
		'You terminated Zoë Müller, last day 2026-03-01.'
	);
	expect(commandSentence('Upload 2 records')).toBe('You uploaded 2 records.');
	expect(commandSentence('Stop the provisioning agent agent1')).toBe('You stopped the provisioning agent agent1.');
	expect(commandSentence('Leave out Sales in Connect')).toBe('You left out Sales in Connect.');
});
