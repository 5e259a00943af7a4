import type { AdAttributes } from '../ad/refuse';
import { listOf } from './addresses';

const prefix = (address: unknown): string | null => {
	if (typeof address !== 'string') return null;
	const at = address.indexOf('@');
	return at > 0 ? address.slice(0, at) : null;
};

/** H-318: the first that is present. */
export function mailNicknameOf(account: AdAttributes): string {
	const addresses = listOf(account.proxyAddresses);
	const primary = addresses.find((address) => address.startsWith('SMTP:'));
	const secondary = addresses.find((address) => address.startsWith('smtp:'));
	return (
		(typeof account.mailNickname === 'string' && account.mailNickname) ||
		prefix(primary?.slice(5)) ||
		prefix(account.mail) ||
		prefix(account.userPrincipalName) ||
		prefix(secondary?.slice(5)) ||
		''
	);
}

/** H-319: why the tenant does not take a user principal name that Active Directory has taken, or null. */
export function nameFault(userPrincipalName: string): string | null {
	const alias = userPrincipalName.slice(0, userPrincipalName.lastIndexOf('@'));
	if (alias.length > 64) return 'the part before the at sign is longer than 64 characters';
	return alias.startsWith('.') || alias.endsWith('.') ? 'there is a dot at the beginning or before the at sign' : null;
}

/** The address with which a cloud user may be matched softly (H-310). */
export function primaryAddressOf(account: AdAttributes): string | null {
	const primary = listOf(account.proxyAddresses).find((address) => address.startsWith('SMTP:'));
	if (primary) return primary.slice(5).toLowerCase();
	return typeof account.mail === 'string' ? account.mail.toLowerCase() : null;
}
