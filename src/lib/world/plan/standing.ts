import { hashText, mix } from '../core/hash';
import type { CommandRow } from '../tables/rows';
import type { World } from '../world';

/** Rows are frozen, and a list of people that was imported is long. */
const hashes = new WeakMap<CommandRow, number>();

function hashOf(row: CommandRow): number {
	let hash = hashes.get(row);
	if (hash === undefined) hashes.set(row, (hash = hashText(JSON.stringify([row.at, row.verb, row.args]))));
	return hash;
}

/**
 * The company as it stands, in one word, as a fingerprint is: the same again after a reload, and another one once
 * anything was done or has happened. Everything follows from the commands, so that they and how much has come of them
 * say enough; a fingerprint reads all of what came, which takes seconds for a hundred thousand people.
 */
export function standingOf(world: World): string {
	const { seq, op } = world.sim.ledger.now;
	let hash = 0;
	for (const row of world.tables.commands.all()) hash = mix(hash, hashOf(row));
	return [seq, op, hash].map((number) => number.toString(16)).join('-');
}
