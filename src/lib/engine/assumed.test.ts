import { describe, expect, it } from 'vitest';
import { register } from './rules';
import { isAssumed } from './assumed';

describe('the list of assumptions', () => {
	it('names exactly the rules of the cycles, applications and directories that the register calls assumed', () => {
		// Facts cite numbered rules; functions (fn:) are no rules of a decision.
		const numbered = register.filter(({ id }) => /^[A-Z]+-\d+$/.test(id));
		const differing = numbered.filter(({ id, status }) => isAssumed(id) !== (status === 'assumed'));
		expect(differing.map(({ id, status }) => `${id} is ${status}`)).toEqual([]);
	});
});
