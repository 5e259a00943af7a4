import type { AdUser } from '#lib/tenant/ad/user';
import { NO_SYNC_OU, ORGANIZATIONAL_UNITS } from '#lib/tenant/ad/ou';
import { DELETION_THRESHOLD } from '#lib/tenant/connect/match';
import type { EntraUser } from '#lib/tenant/entra/user';
import type { Ms } from '#lib/engine/base';
import type { Attributes } from '#lib/engine/source';
import type { Ledger } from './core/ledger';
import { connectContact, noJob } from './connect/mail';
import type { Everybody } from './setup-people';
import type { AdGroupRow, AdRow, ConnectRow } from './tables/hybrid';
import type { MailRow, TenantRow } from './tables/rows';

const minute = 60_000;

export function adRow(account: AdUser, created: Ms): AdRow {
	const attrs = account as unknown as Attributes;
	return { slot: account.slot, id: account.objectGUID, attrs, created, granted: false };
}

/** Fills Active Directory and switches Connect on; its first run is ten minutes after the start (SC-01). */
export function populateHybrid(ledger: Ledger, tenant: TenantRow, { accounts, users, adRows }: Everybody): void {
	ledger.fill('adUsers', 0, adRows);
	ORGANIZATIONAL_UNITS.forEach((dn, slot) => ledger.put('adUnits', slot, { slot, dn } as never));
	builtInGroups(accounts).forEach((group, slot) => ledger.put('adGroups', slot, { ...group, slot } as never));
	const connect: ConnectRow = {
		slot: 0,
		nextAt: tenant.start + 10 * minute,
		suspended: false,
		nextKind: 'delta',
		gridFrom: tenant.start + 10 * minute,
		run: null,
		last: null,
		usn: 0,
		excluded: [NO_SYNC_OU],
		applied: [NO_SYNC_OU],
		staging: false,
		blockSoftMatch: false,
		blockHardMatch: false,
		deletionThreshold: DELETION_THRESHOLD,
		cause: 0
	};
	ledger.put('connect', 0, connect);
	reportQuarantined(ledger, accounts, users);
}

/** H-308: they are there, and Connect leaves them out; who has Domain Users as primary group is no member in the list. */
function builtInGroups(accounts: readonly (AdUser | null)[]): readonly Omit<AdGroupRow, 'slot'>[] {
	const administrators = accounts.flatMap((account, slot) => (account?.adminCount === 1 ? [slot] : []));
	return [
		{ displayName: 'Domain Admins', members: administrators },
		{ displayName: 'Domain Users', members: [] }
	].map(({ displayName, members }, n) => ({
		id: `00000000-0000-0000-0000-00000000020${n}`,
		attrs: { displayName },
		members,
		builtIn: true,
		deleted: false,
		pending: false,
		entra: null,
		cause: 0
	}));
}

/** The tenant put addresses aside when the sandbox's directories were first synchronized: the mail about it is there (H-316). */
function reportQuarantined(
	ledger: Ledger,
	accounts: readonly (AdUser | null)[],
	users: readonly (EntraUser | null)[]
): void {
	const addresses: string[] = [];
	for (const account of accounts) {
		const has = account && users[account.slot]?.proxyAddresses;
		if (!has || has === account.proxyAddresses) continue;
		addresses.push(...account.proxyAddresses.filter((address) => !has.includes(address)));
	}
	if (addresses.length === 0) return;
	const text = `Duplicate attribute: proxyAddress ${addresses.join(', ')}`;
	const mail: MailRow = { slot: 0, at: ledger.clock, job: noJob, to: connectContact, about: 'connect', text };
	ledger.put('mails', 0, mail);
	ledger.tell('mail', 'H-316', 0, 'mails', 0, 0, 'connect');
}
