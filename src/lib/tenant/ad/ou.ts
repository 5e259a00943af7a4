/** The tree of the sample domain. */
export const AD_ROOT = 'DC=contoso,DC=com';
export const USERS_OU = `OU=Users,${AD_ROOT}`;
export const DEFAULT_USERS_OU = `OU=Default Users,${AD_ROOT}`;
export const LEAVERS_OU = `OU=Leavers,${AD_ROOT}`;
export const CONTRACTORS_OU = `OU=Contractors,${AD_ROOT}`;
/** Connect's filter leaves this one out. */
export const NO_SYNC_OU = `OU=NoSync,${AD_ROOT}`;
const CITIES = ['Dallas', 'Austin', 'Seattle', 'London'];
const CITY_OUS = new Map(CITIES.map((city) => [city, `OU=${city},${USERS_OU}`]));

export const ORGANIZATIONAL_UNITS: readonly string[] = [
	USERS_OU,
	...CITY_OUS.values(),
	DEFAULT_USERS_OU,
	LEAVERS_OU,
	CONTRACTORS_OU,
	NO_SYNC_OU
];

/** Row 24 of the shipped Workday mappings: a Switch over the municipality, letter case and all (H-231). */
export const ouOfCity = (city: string): string => CITY_OUS.get(city) ?? DEFAULT_USERS_OU;

/** A value as it stands in a distinguished name (RFC 4514). */
export function escapeRdn(value: string): string {
	if (!/[\\,+"<>;=#\t]|^ | $/.test(value)) return value;
	return value
		.replace(/[\\,+"<>;=]/g, '\\$&')
		.replace(/^[# ]/, '\\$&')
		.replace(/ $/, '\\ ')
		.replace(/\t/g, '\\09');
}

export const distinguishedName = (cn: string, ou: string): string => `CN=${escapeRdn(cn)},${ou}`;
