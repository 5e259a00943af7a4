import { chance } from './hash';

/** 128 bits as 32 hex digits: four hashes of the streams `kind:0` to `kind:3`. */
export function hex32(seed: string, kind: string, index: number): string {
	let text = '';
	for (let part = 0; part < 4; part++) {
		text += chance(seed, `${kind}:${part}`, index).toString(16).padStart(8, '0');
	}
	return text;
}

export const dashed = (hex: string): string =>
	`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** The Workday id of a person's worker record. */
export const workdayId = (seed: string, index: number): string => hex32(seed, 'wid', index);

/** The objectId in the Entra tenant. */
export const entraId = (seed: string, index: number): string => dashed(hex32(seed, 'entra', index));

/** The objectGUID in Active Directory. */
export const adGuid = (seed: string, index: number): string => dashed(hex32(seed, 'ad', index));

/** The id an application gives to a person's account. */
export const accountId = (seed: string, app: string, index: number): string => hex32(seed, `app:${app}`, index);
