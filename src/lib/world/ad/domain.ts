import type { Slot } from '#lib/engine/base';
import { AD_DOMAIN } from '#lib/content/company/tenant';
import { distinguishedName } from '#lib/tenant/ad/ou';
import type { AdDomain } from '#lib/tenant/ad/refuse';
import type { Attributes } from '#lib/engine/source';
import type { Tables } from '../tables/tables';

/** What checks may ask of the domain when the account at `except` is written. */
export function domainOf(tables: Tables, except: Slot): AdDomain {
	const indexes = {
		distinguishedName: tables.adByDn,
		sAMAccountName: tables.adBySam,
		userPrincipalName: tables.adByUpn
	};
	return {
		hasUnit: (dn) => tables.adUnitsByDn.first(dn.toLowerCase()) !== undefined || dn.toLowerCase() === rootDn,
		isTaken: (attribute, value) => indexes[attribute].get(value.toLowerCase()).some((slot) => slot !== except)
	};
}

/** The domain itself, in lower case. */
export const rootDn = AD_DOMAIN.split('.')
	.map((part) => `dc=${part}`)
	.join(',');

/** The name in the tree follows from the common name and the unit. */
export function placed(attrs: Attributes): Attributes {
	return { ...attrs, distinguishedName: distinguishedName(String(attrs.cn), String(attrs.parentDistinguishedName)) };
}

/** Whether a unit lies in another, or is it. */
export function isWithin(dn: string, unit: string): boolean {
	const one = dn.toLowerCase();
	const other = unit.toLowerCase();
	return one === other || one.endsWith(`,${other}`);
}
