import * as z from 'zod/mini';
import { NEW } from '#lib/engine/unit';
import type { UserRow } from '#lib/engine/source';
import { guid } from '#lib/tenant/sample/identifiers';
import { blankUser } from '#lib/tenant/entra/user';
import { administratorsOf } from '../directory/administrators';
import { announce, changeUser, lookAtRules } from '../directory/change';
import { accountOfUser } from '../connect/twin';
import { purgeUser, restore, softDelete } from '../directory/deletion';
import type { Simulation } from '../simulation';
import { define, nameOf, Refused, userOf } from './command';
import { importUsers } from './import-users';
import { checkManager, checkUserName, unusedUserName } from './user-checks';

const who = z.object({ user: z.int().check(z.nonnegative()) });
const scalar = z.union([
	z.string().check(z.maxLength(4000)),
	z.number(),
	z.boolean(),
	z.null(),
	z.array(z.string().check(z.maxLength(400))).check(z.maxLength(100))
]);
const attribute = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[\w.]+$/));

/** Attributes that Active Directory masters for a synced user (H-324). */
const cloudOwned = new Set(['accountEnabled', 'usageLocation', 'manager']);

function editable(user: UserRow, name: string): void {
	if (user.attrs.dirSyncEnabled === true && !cloudOwned.has(name)) throw new Refused('refused: mastered on-premises');
	if (['slot', 'objectId', 'dirSyncEnabled', 'immutableId'].includes(name))
		throw new Refused(`${name} cannot be edited.`);
}

function live(sim: Simulation, slot: number): UserRow {
	const user = userOf(sim, slot);
	if (user.softDeletedAt !== null) throw new Refused(`${nameOf(user)} is deleted. Restore the user first.`);
	return user;
}

export const users = {
	...importUsers,
	'user.edit': define({
		schema: z.extend(who, { attribute, value: scalar }),
		describe: (sim, { user, attribute, value }) =>
			`Change ${attribute} of ${nameOf(userOf(sim, user))} to ${value === null ? 'nothing' : String(value)}`,
		apply(sim, { user, attribute, value }, cause) {
			const before = live(sim, user);
			editable(before, attribute);
			if (attribute === 'userPrincipalName') checkUserName(sim, value, user);
			if (attribute === 'manager') checkManager(sim, value, user);
			changeUser(sim, { ...before, attrs: { ...before.attrs, [attribute]: value } }, attribute, 'C-142', cause);
		}
	}),
	'user.create': define({
		schema: z.object({ attributes: z.record(attribute, scalar) }),
		describe: (_sim, { attributes }) =>
			`Create the user ${String(attributes.displayName ?? attributes.userPrincipalName)}`,
		apply(sim, { attributes }, cause) {
			const name = attributes.userPrincipalName ?? attributes.mail;
			if (typeof name !== 'string' || !name.includes('@'))
				throw new Refused('A user needs a userPrincipalName with a domain.');
			const slot = sim.tables.users.next;
			checkUserName(sim, name, -1);
			checkManager(sim, attributes.manager ?? null, slot);
			const id = guid(sim.host.tenantRow.seedText, 'created', slot);
			const attrs = { ...blankUser(slot, id, name), ...attributes } as unknown as UserRow['attrs'];
			const created = sim.ledger.clock;
			sim.writer.put<UserRow>('users', NEW, { slot: NEW, id, attrs, created, softDeletedAt: null });
			lookAtRules(sim, slot, announce(sim, 'user', slot, 'created', 'C-142', cause));
		}
	}),
	'user.block': define({
		schema: who,
		describe: (sim, { user }) => `Block sign-in of ${nameOf(userOf(sim, user))}`,
		apply: (sim, { user }, cause) => setEnabled(sim, user, false, cause)
	}),
	'user.unblock': define({
		schema: who,
		describe: (sim, { user }) => `Unblock sign-in of ${nameOf(userOf(sim, user))}`,
		apply: (sim, { user }, cause) => setEnabled(sim, user, true, cause)
	}),
	'user.administrator': define({
		schema: z.extend(who, { on: z.boolean() }),
		describe: (sim, { user, on }) =>
			`${on ? 'Give' : 'Take'} ${nameOf(userOf(sim, user))} ${on ? 'an' : 'the'} administrator role`,
		apply(sim, { user, on }) {
			live(sim, user);
			const before = administratorsOf(sim);
			if (before.includes(user) === on)
				throw new Refused(`${nameOf(userOf(sim, user))} ${on ? 'has' : 'does not have'} an administrator role.`);
			const administrators = on ? [...before, user] : before.filter((one) => one !== user);
			sim.writer.put('tenant', 0, { ...sim.host.tenantRow, administrators });
		}
	}),
	'user.softDelete': define({
		schema: who,
		describe: (sim, { user }) => `Delete ${nameOf(userOf(sim, user))}`,
		apply(sim, { user }, cause) {
			// H-461. Who has lost the account, by a restore for example, is not kept by anything.
			if (accountOfUser(sim, live(sim, user))) throw new Refused('refused: mastered on-premises');
			softDelete(sim, user, cause);
		}
	}),
	'user.restore': define({
		schema: who,
		describe: (sim, { user }) => `Restore ${nameOf(userOf(sim, user))}`,
		apply(sim, { user }, cause) {
			const { softDeletedAt, attrs } = userOf(sim, user);
			if (softDeletedAt === null) throw new Refused('The user is not deleted.');
			unusedUserName(sim, String(attrs.userPrincipalName), user);
			restore(sim, user, cause);
		}
	}),
	'user.purge': define({
		schema: who,
		describe: (sim, { user }) => `Delete ${nameOf(userOf(sim, user))} permanently`,
		apply(sim, { user }, cause) {
			if (userOf(sim, user).softDeletedAt === null)
				throw new Refused('Only a deleted user can be deleted permanently. Delete the user first.');
			purgeUser(sim, user, cause, 'C-228');
		}
	})
};

function setEnabled(sim: Simulation, slot: number, accountEnabled: boolean, cause: number): void {
	const user = live(sim, slot);
	if (user.attrs.accountEnabled === accountEnabled)
		throw new Refused(`Sign-in of ${nameOf(user)} is ${accountEnabled ? 'not blocked' : 'blocked already'}.`);
	const what = accountEnabled ? 'sign-in unblocked' : 'sign-in blocked';
	changeUser(sim, { ...user, attrs: { ...user.attrs, accountEnabled } }, what, 'C-142', cause);
}
