import { INITIAL_DOMAIN, VERIFIED_DOMAINS } from '#lib/content/company/tenant';

const verified = VERIFIED_DOMAINS.map((domain) => `@${domain}`);

/** H-317: the tenant accepts only a verified suffix; otherwise the name is made from the alias and the initial domain. */
export function tenantUserPrincipalName(userPrincipalName: string, mailNickname: string): string {
	const at = userPrincipalName.indexOf('@');
	for (const end of verified)
		if (userPrincipalName.length - end.length === at && userPrincipalName.endsWith(end)) return userPrincipalName;
	return `${mailNickname}@${INITIAL_DOMAIN}`;
}
