import { streamsOf, write } from './identifiers';

const plain: number[] = Array<number>(32).fill(0);

/** 128 bits as 32 hex digits: four hashes of the streams `kind:0` to `kind:3`. */
export function hex32(seed: string, kind: string, index: number): string {
	streamsOf(seed, kind).forEach((draw, part) => write(plain, part * 8, draw(index), false));
	return String.fromCharCode(...plain);
}

/** The Workday id of a person's worker record. */
export const workdayId = (seed: string, index: number): string => hex32(seed, 'wid', index);
