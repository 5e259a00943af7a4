import { describe, expect, it } from 'vitest';
import { adUsers } from '../testing/ad-users';
import { connectedUser } from '../entra/from-ad';
import { generatePeople } from '../sample/generate';
import { flowing } from './flow';
import { matchAccount } from './match';
import { mailNicknameOf } from './names';

const seed = 'contoso-2026';
const accounts = adUsers(generatePeople(seed, 500), 'hybrid', { seed, captureHireDate: true });

describe('what Connect carries', () => {
	it('H-306: is what the sample company was synchronized with', () => {
		for (const account of accounts) {
			if (!account) continue;
			const user = connectedUser(account, 'id', []);
			const { manager, dirSyncEnabled, immutableId, slot, objectId, assignedPlans, otherMails, userType, ...others } =
				user;
			expect([slot, objectId, assignedPlans, otherMails, userType]).toEqual([account.slot, 'id', [], [], 'Member']);
			expect([dirSyncEnabled, typeof immutableId, manager]).toEqual([true, 'string', account.manager]);
			expect(flowing(account as never, null)).toMatchObject(others);
		}
	});

	it('H-306: is only what changed', () => {
		expect(flowing({ title: 'x', l: 'y' }, new Set(['title', 'st']))).toEqual({ jobTitle: 'x', state: null });
	});

	it('H-318: names an account by the first address that it has', () => {
		expect(mailNicknameOf({ mailNickname: 'a', mail: 'b@x' })).toBe('a');
		expect(mailNicknameOf({ proxyAddresses: ['smtp:d@x', 'SMTP:c@x'], mail: 'b@x' })).toBe('c');
		expect(mailNicknameOf({ mail: 'b@x', userPrincipalName: 'u@x' })).toBe('b');
		expect(mailNicknameOf({ userPrincipalName: 'u@x' })).toBe('u');
	});
});

const on = { blockSoftMatch: false, blockHardMatch: false };
const user = (immutableId: string | null, isAdministrator = false) => ({ slot: 7, immutableId, isAdministrator });

describe('an account that is new to Connect', () => {
	it('H-310: is matched by its anchor first, then by name, and created otherwise', () => {
		expect(matchAccount('a', user('a'), null, on)).toEqual({ kind: 'link', user: 7 });
		expect(matchAccount('a', null, user(null), on)).toEqual({ kind: 'link', user: 7 });
		expect(matchAccount('a', null, null, on)).toEqual({ kind: 'create' });
	});

	it('H-312: never takes over an administrator', () => {
		expect(matchAccount('a', null, user(null, true), on)).toMatchObject({
			refusal: { code: 'ExistingAdminRoleConflict' }
		});
	});

	it('H-313, H-314: fails where the user belongs to another account, or matching is blocked', () => {
		expect(matchAccount('a', null, user('b'), on)).toMatchObject({
			refusal: { code: 'InvalidSoftMatch', rule: 'H-313' }
		});
		expect(matchAccount('a', null, user(null), { ...on, blockSoftMatch: true })).toMatchObject({
			refusal: { code: 'InvalidSoftMatch', rule: 'H-314' }
		});
		expect(matchAccount('a', user('a'), null, { ...on, blockHardMatch: true })).toMatchObject({
			refusal: { code: 'InvalidHardMatch', rule: 'H-314' }
		});
	});
});
