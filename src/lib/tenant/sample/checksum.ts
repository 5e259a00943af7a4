import { fnv1a32 } from './hash';
import type { Person } from './person';

/** One number for a whole company: two implementations that agree on it agree on everybody. */
export function checksum(people: readonly Person[]): string {
	let hash: number | undefined;
	for (const p of people) {
		const line = `${p.index}|${p.userPrincipalName}|${p.mail ?? ''}|${p.department ?? ''}|${p.country2}|${p.workerId}|${p.manager ?? ''}\n`;
		hash = fnv1a32(line, hash);
	}
	return (hash ?? fnv1a32('')).toString(16).padStart(8, '0');
}
