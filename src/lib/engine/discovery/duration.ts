import type { Ms } from '../base';

const minute = 60_000;
/** C-420: the two numbers that the documentation gives. */
const shortest = 30 * minute;
const longest = 12 * 60 * minute;
const manyAccounts = 250_000;

/** How long a report takes: at least 30 minutes, 12 hours for 250,000 accounts; a straight line between is our own choice. */
export function discoveryTime(accounts: number): Ms {
	return Math.round(shortest + ((longest - shortest) * accounts) / manyAccounts);
}
