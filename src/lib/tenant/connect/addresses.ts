import type { AdAttributes } from '../ad/refuse';

export const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The addresses of an account without their kind, in lower case. */
export function addressesOf(account: AdAttributes): readonly string[] {
	return listOf(account.proxyAddresses).map((address) => address.slice(address.indexOf(':') + 1).toLowerCase());
}
