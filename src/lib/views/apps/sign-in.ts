import * as z from 'zod/mini';
import { stateOf } from '#lib/apps';
import { displayName } from '#lib/engine/source';
import { linkedAccount } from '#lib/world/apps/linked';
import { madeBySigningIn, signInOf, type SignIn } from '#lib/world/apps/sign-in';
import { isAssignedNow } from '#lib/world/directory/assignments';
import { NotThere } from '../names';
import { appKey, defineView, slot } from '../view';
import type { AccountState } from './account-entries';
import { vendorNamed } from './vendor';

/** What happens when somebody signs in to an application now, and which part of it is missing. */
export interface SignInAnswer {
	readonly user: { readonly slot: number; readonly name: string };
	readonly granted: boolean;
	readonly answer: SignIn;
	/** The first sign-in makes the account. */
	readonly makesAccount: boolean;
	readonly enabled: boolean;
	readonly assigned: boolean;
	readonly account: AccountState | null;
}

export const signIn = defineView(
	z.object({ app: appKey, user: slot }),
	(world, { app: key, user: who }): SignInAnswer => {
		const app = vendorNamed(world, key);
		const user = world.tables.users.get(who);
		if (!user) throw new NotThere(`There is no user ${who} in Microsoft Entra ID.`);
		const account = linkedAccount(world.sim, app, who);
		const answer = signInOf(world.sim, app, who, account);
		const makesAccount = madeBySigningIn(app) && answer === 'assigned, but no account in the app';
		return {
			user: { slot: who, name: displayName(user) },
			granted: answer === 'ok' || makesAccount,
			answer,
			makesAccount,
			enabled: user.softDeletedAt === null && user.attrs.accountEnabled !== false,
			assigned: isAssignedNow(world.sim, app.slot, who),
			account: account && stateOf(app.kind, account)
		};
	}
);
