import { describe, expect, it } from 'vitest';
import { attributesOf, emptyDraft, problemsOf } from './user-draft';

const draft = { ...emptyDraft(), displayName: 'Ada Fields', userPrincipalName: ' ada@contoso.example ' };

describe('a new user', () => {
	it('needs a display name and a user principal name with one domain', () => {
		expect(Object.keys(problemsOf(emptyDraft()))).toEqual(['displayName', 'userPrincipalName']);
		for (const userPrincipalName of ['ada', 'ada@', '@x', 'a@b@c', 'a da@x', 'a"@x'])
			expect(problemsOf({ ...draft, userPrincipalName }), userPrincipalName).toHaveProperty('userPrincipalName');
		expect(problemsOf(draft)).toEqual({});
	});

	it('takes a usage location of two letters, or none', () => {
		expect(problemsOf({ ...draft, usageLocation: 'DE' })).toEqual({});
		expect(problemsOf({ ...draft, usageLocation: 'Germany' })).toHaveProperty('usageLocation');
	});

	it('sends what was typed, trimmed, and nothing for what was left empty', () => {
		expect(attributesOf({ ...draft, department: '  ' })).toEqual({
			displayName: 'Ada Fields',
			userPrincipalName: 'ada@contoso.example',
			userType: 'Member',
			accountEnabled: true,
			mailNickname: 'ada'
		});
	});
});
