import type { Slot } from '#lib/engine/base';
import { hashText, mix } from './hash';

/** A number in [0, 1) that depends on nothing but its arguments: branches share chance, and order does not matter. */
export function chance(seed: number, purpose: string, subject: Slot, attempt: number): number {
	let hash = mix(mix(hashText(purpose, seed), subject), attempt);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
