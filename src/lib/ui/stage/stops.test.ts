import { describe, expect, it } from 'vitest';
import { factKinds } from '#lib/engine/base';
import { conditionWords, factWords, stopWords } from './stop-words';
import { CONDITION, stopChoices } from './stops';

const nameOf = (key: string) => (key === 'slack' ? 'Slack' : key);

describe('where time stops', () => {
	it('is said as one says it', () => {
		expect(conditionWords({ action: 'create', status: 'failure', app: 'slack' }, nameOf)).toBe(
			'a failed create in Slack'
		);
		expect(conditionWords({ action: 'update' }, nameOf)).toBe('an update');
		expect(conditionWords({ status: 'skipped' }, nameOf)).toBe('a skipped row');
		expect(conditionWords({ action: 'update', status: 'warning', app: 'byoa' }, nameOf)).toBe(
			'an update with a warning in byoa'
		);
		expect(conditionWords({ kind: 'request', app: 'byoa' }, nameOf)).toBe('a request in byoa');
		expect(conditionWords({}, nameOf)).toBe('any fact');
		expect(stopWords('fact:action=create,status=failure,app=slack', nameOf)).toBe('a failed create in Slack');
	});

	it('can be any of the kinds of facts that are offered', () => {
		for (const [kind] of factWords) expect(factKinds).toContain(kind);
	});

	it('offers the usual ones, this person, the condition that holds, and another one', () => {
		const ids = (current: string, currentWords: string | null) =>
			stopChoices({ current, currentWords, person: { slot: 7, name: 'Ben' } }).map(({ id }) => id);
		expect(ids('never', null).slice(-2)).toEqual(['person:7', CONDITION]);
		expect(ids('fact:kind=mail', 'a mail').slice(-3)).toEqual(['person:7', 'fact:kind=mail', CONDITION]);
		expect(ids('person:7', 'Ben').filter((id) => id === 'person:7')).toHaveLength(1);
	});
});
