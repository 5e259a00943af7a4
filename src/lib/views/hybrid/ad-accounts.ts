import * as z from 'zod/mini';
import { isWithin } from '#lib/world/ad/domain';
import type { AdRow } from '#lib/world/tables/hybrid';
import { defineView, pageOf, search, window, type Page } from '../view';
import { unitName } from './ad-units';
import { needleOf, searchable } from '../search-text';

const args = z.object({
	/** Accounts in this unit; without it: in the whole domain. */
	unit: z.optional(z.string().check(z.maxLength(400))),
	/** Also in the units that lie in it. */
	below: z._default(z.boolean(), true),
	search,
	/** Only accounts in protected groups (H-281). */
	guarded: z._default(z.boolean(), false),
	sort: z._default(z.enum(['cn', 'sAMAccountName', 'userPrincipalName', 'department', 'employeeID']), 'cn'),
	descending: z._default(z.boolean(), false),
	...window
});

export interface AdListRow {
	readonly slot: number;
	readonly cn: string;
	readonly sAMAccountName: string;
	readonly userPrincipalName: string;
	readonly employeeID: string | null;
	readonly department: string | null;
	readonly enabled: boolean;
	/** H-281: the agent may not write it, unless somebody gave it the right. */
	readonly guarded: boolean;
	readonly unit: string;
}

export function adListRow({ slot, attrs }: AdRow): AdListRow {
	const text = (name: string) => (typeof attrs[name] === 'string' ? (attrs[name] as string) : null);
	return {
		slot,
		cn: text('cn') ?? '',
		sAMAccountName: text('sAMAccountName') ?? '',
		userPrincipalName: text('userPrincipalName') ?? '',
		employeeID: text('employeeID'),
		department: text('department'),
		enabled: attrs.enabled !== false,
		guarded: attrs.adminCount === 1,
		unit: unitName(text('parentDistinguishedName') ?? '')
	};
}

const searched = ['cn', 'displayName', 'sAMAccountName', 'userPrincipalName', 'mail', 'employeeID'];

/** The accounts of Active Directory, by unit; `of` is how many the unit has. */
export const adAccounts = defineView(args, (world, asked): Page<AdListRow> => {
	const needle = needleOf(asked.search);
	const found: { row: AdRow; key: string }[] = [];
	let of = 0;
	for (const row of world.tables.adUsers.all()) {
		if (!isAsked(String(row.attrs.parentDistinguishedName), asked)) continue;
		of++;
		if (asked.guarded && row.attrs.adminCount !== 1) continue;
		if (needle && !searched.some((name) => searchable(String(row.attrs[name] ?? '')).includes(needle))) continue;
		found.push({ row, key: lower(row.attrs[asked.sort]) });
	}
	const sign = asked.descending ? -1 : 1;
	found.sort((a, b) => (a.key === b.key ? a.row.slot - b.row.slot : a.key < b.key ? -sign : sign));
	return pageOf(found, of, asked, ({ row }) => adListRow(row));
});

function lower(value: unknown): string {
	return typeof value === 'string' ? value.toLowerCase() : '';
}

function isAsked(place: string, { unit, below }: z.output<typeof args>): boolean {
	if (unit === undefined) return true;
	return below ? isWithin(place, unit) : place.toLowerCase() === unit.toLowerCase();
}
