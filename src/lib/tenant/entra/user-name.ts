import { INITIAL_DOMAIN, VERIFIED_DOMAINS } from '#lib/content/company/tenant';

/** H-317: the tenant accepts only a verified suffix; otherwise the name is made from the alias and the initial domain. */
export function tenantUserPrincipalName(userPrincipalName: string, mailNickname: string): string {
	const domain = userPrincipalName.slice(userPrincipalName.indexOf('@') + 1);
	return VERIFIED_DOMAINS.includes(domain) ? userPrincipalName : `${mailNickname}@${INITIAL_DOMAIN}`;
}
