import type { Json } from '../base';
import type { Failure } from '../job/escrow';
import { failureOf, isSuccess } from '../target/errors';
import type { Pages, TargetPage } from '../target/pages';
import type { TargetObject } from '../target/target';
import type { ScimResponse } from '#lib/scim/types';
import { pageSize, type DiscoveryRow, type FoundAccount } from './records';

/** What one page comes to: its accounts, no pages at all (C-423), or a failure of the connection. */
export type PageOutcome =
	| { readonly page: TargetPage; readonly accounts: readonly FoundAccount[] }
	| { readonly without: true }
	| { readonly failure: Failure };

/** What the answer to the request for one page comes to. */
export function pageOutcome(
	{ startIndex, firstId, target }: DiscoveryRow,
	response: ScimResponse,
	pages: Pages
): PageOutcome {
	if (isOutOfOrder(response)) return { failure: failureOf(response) };
	const page = isSuccess(response) ? pages.read(response) : null;
	if (!page || !isPage(page, startIndex!, firstId)) return { without: true };
	return { page, accounts: page.accounts.map((account) => foundAccount(account, target)) };
}

/** The connection does not stand: credentials, rights, the application itself. Another refusal is one of the list. */
function isOutOfOrder({ status }: ScimResponse): boolean {
	return status === 0 || status === 401 || status === 403 || status === 429 || (status >= 500 && status !== 501);
}

/** An application that does not page says no startIndex, sends more than was asked for, nothing, or the first page again. */
function isPage({ first, accounts, total }: TargetPage, startIndex: number, firstId: string | null): boolean {
	if (first !== startIndex || accounts.length > pageSize) return false;
	if (accounts.length === 0) return startIndex > total;
	return accounts[0]!.id !== firstId;
}

function foundAccount(account: TargetObject, target: string): FoundAccount {
	const value = textOf(account.get(target));
	const userName = textOf(account.get('userName'));
	const full = [account.get('name.givenName'), account.get('name.familyName')].map(textOf).filter(Boolean).join(' ');
	return {
		id: account.id,
		name:
			textOf(account.get('displayName')) ||
			textOf(account.get('name.formatted')) ||
			full ||
			userName ||
			value ||
			account.id,
		userName,
		active: String(account.get('active')).toLowerCase() !== 'false',
		value,
		user: null,
		assigned: false
	};
}

function textOf(value: Json | undefined): string {
	return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
