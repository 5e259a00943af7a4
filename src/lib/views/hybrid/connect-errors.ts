import type { Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import { errorsName } from '#lib/tenant/connect/put-aside';
import type { World } from '#lib/world';
import { adListRow } from './ad-accounts';

/** One thing that the tenant did not take as it was sent. */
export interface ConnectError {
	/** Where it is mended: an account of Active Directory, or a user whose account is gone. */
	readonly account: Slot | null;
	readonly user: Slot | null;
	readonly name: string;
	/** InvalidSoftMatch ...; H-316: DuplicateAttribute where only a value was put aside. */
	readonly code: string;
	readonly message: string;
}

/** What Connect tries again in each run (H-460), and what the run that goes on has found to fail and not told yet. */
export function failedExports({ tables }: World): ConnectError[] {
	const found = tables.pendingExports.get(0).filter((slot) => tables.connectExports.get(slot)!.operation === 'fail');
	return [...tables.pendingExports.get(2), ...found].map((slot) => {
		const { ad, code, user } = tables.connectExports.get(slot)!;
		const row = tables.adUsers.get(ad);
		const [name, message] = splitCode(code);
		return { account: row && ad, user, name: row ? adListRow(row).cn : `account ${ad}`, code: name, message };
	});
}

/** Users with values that the tenant put aside (H-316). */
export function putAside(world: World): ConnectError[] {
	const { tables } = world;
	return tables.usersPutAside.get(0).map((slot) => {
		const row = tables.users.get(slot)!;
		const message = (row.attrs[errorsName] as readonly string[])
			.flatMap((text) => text.split(', '))
			.map((text) => `${text} ${holderWords(world, slot, text)}`)
			.join(', ');
		return { account: null, user: slot, name: displayName(row), code: 'DuplicateAttribute', message };
	});
}

/** Who has a value: "proxyAddress smtp:a@contoso.com" or "userPrincipalName a@contoso.com". */
function holderWords({ tables }: World, user: Slot, text: string): string {
	const value = text.slice(text.indexOf(' ') + 1).toLowerCase();
	const address = value.slice(value.indexOf(':') + 1);
	const holders = [...tables.usersByUpn.get(value), ...tables.usersByAddress.get(address)]
		.filter((slot) => slot !== user)
		.map((slot) => tables.users.get(slot)!);
	const holder = holders.find(({ softDeletedAt }) => softDeletedAt === null);
	return holder ? `belongs to ${displayName(holder)}` : 'is free now';
}

/** "InvalidSoftMatch: A user ..." as its code and its sentence. */
export function splitCode(text: string): [code: string, message: string] {
	const at = text.indexOf(': ');
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
}
