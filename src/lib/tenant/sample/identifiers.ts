import { chance } from './hash';

const hex = (number: number): string => number.toString(16).padStart(8, '0');
const quarters = (seed: string, kind: string, index: number) =>
	[0, 1, 2, 3].map((part) => hex(chance(seed, `${kind}:${part}`, index))) as [string, string, string, string];

/** 128 bits as 32 hex digits: four hashes of the streams `kind:0` to `kind:3`. */
export const hex32 = (seed: string, kind: string, index: number): string => quarters(seed, kind, index).join('');

/** The same with the dashes of a GUID. (Joined, not concatenated: that leaves one flat text, a third of the memory.) */
export function guid(seed: string, kind: string, index: number): string {
	const [a, b, c, d] = quarters(seed, kind, index);
	return [a, b.slice(0, 4), b.slice(4), c.slice(0, 4), c.slice(4) + d].join('-');
}

/** The Workday id of a person's worker record. */
export const workdayId = (seed: string, index: number): string => hex32(seed, 'wid', index);

/** The objectId in the Entra tenant. */
export const entraId = (seed: string, index: number): string => guid(seed, 'entra', index);

/** The objectGUID in Active Directory. */
export const adGuid = (seed: string, index: number): string => guid(seed, 'ad', index);

/** The id an application gives to a person's account. */
export const accountId = (seed: string, app: string, index: number): string => hex32(seed, `app:${app}`, index);
