import { describe, expect, it } from 'vitest';
import { foundWords, groupCandidate, toggled, userCandidate, type Principal } from './people';

const ada: Principal = { kind: 'user', slot: 2, name: 'Ada Fields' };
const ops: Principal = { kind: 'group', slot: 2, name: 'Operations' };

describe('choosing people', () => {
	it('takes what was not chosen, and lets go of what was', () => {
		expect(toggled([], ada)).toEqual([ada]);
		expect(toggled([ada], ada)).toEqual([]);
	});

	it('keeps a user and a group of the same number apart', () => {
		expect(toggled([ada], ops)).toEqual([ada, ops]);
		expect(toggled([ada, ops], ada)).toEqual([ops]);
	});

	it('says of a user that the sign-in is blocked, and of a group what it is', () => {
		const user = { slot: 1, displayName: 'Bo', userPrincipalName: 'bo@contoso.example', accountEnabled: false };
		expect(userCandidate(user as never).detail).toBe('bo@contoso.example, sign-in blocked');
		const group = { slot: 1, name: 'All', type: 'Security', membership: 'Dynamic', users: 1 };
		expect(groupCandidate(group as never).detail).toBe('Security group, dynamic, 1 user');
	});

	it('tells how much of all it shows', () => {
		const rows = Array.from({ length: 50 });
		expect(foundWords({ rows, total: 10_000 }, undefined)).toBe('50 of 10,000 users');
		expect(foundWords({ rows, total: 50 }, { rows: [], total: 0 })).toBe('50 of 50 users, 0 of 0 groups');
	});
});
