import { describe, expect, it } from 'vitest';
import { register } from '#lib/engine/rules';
import core from '../fixtures/rules/core.json';

describe('the core set of the rules of the cycles', () => {
	it('has 290 rules, and every one of them is modelled, simplified or assumed', () => {
		const status = new Map(register.map((entry) => [entry.id, entry.status]));
		const open = core.filter((id) => (status.get(id) ?? 'not modelled') === 'not modelled');
		expect([new Set(core).size, open]).toEqual([290, []]);
	});
});
