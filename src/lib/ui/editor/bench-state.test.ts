import { describe, expect, it } from 'vitest';
import { benchQuery, firstState, isBenchState, stateFrom, type BenchState } from './bench-state';

describe('the address of the bench', () => {
	it('carries an expression with every sign that addresses use themselves', () => {
		const state: BenchState = {
			app: 'slack',
			object: 'groups',
			target: 'emails[type eq "work"].value',
			text: 'Append([a], "?&#%+ =")'
		};
		expect(stateFrom(`#/bench${benchQuery(state)}`)).toEqual(state);
	});

	it('takes nothing from an address that asks for nothing, or for too much', () => {
		expect(stateFrom('#/bench')).toEqual({});
		expect(stateFrom('#/bench?object=everything&app=')).toEqual({});
		expect(stateFrom(`#/bench?text=${'a'.repeat(10_001)}`)).toEqual({});
	});

	it('knows its own state again', () => {
		expect(isBenchState(firstState)).toBe(true);
		for (const other of [null, 'x', {}, { ...firstState, object: 'x' }, { ...firstState, text: 3 }])
			expect(isBenchState(other)).toBe(false);
	});
});
