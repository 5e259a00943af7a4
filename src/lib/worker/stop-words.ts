import type { World } from '#lib/world';
import { displayName } from '#lib/engine/source';
import type { Status } from './messages';
import type { Stop } from './runner';

const reasons: { readonly [why: string]: string } = {
	cycle: 'A cycle has ended.',
	quarantine: 'A job went into quarantine.',
	nothing: 'Nothing will happen by itself any more.',
	quiet: 'For 45 days no row was written. Play goes on.',
	reached: 'The chosen moment is reached.',
	door: 'An application could not be reached at all. Time stands before the request.'
};

/** What happened to whom; and where nobody is left who could be named. */
const deeds: { readonly [why: string]: readonly [to: (who: string) => string, otherwise: string] } = {
	failure: [(who) => `${who} could not be provisioned.`, 'An object could not be provisioned.'],
	disable: [(who) => `The account of ${who} was disabled.`, 'An account was disabled.'],
	delete: [(who) => `The account of ${who} was deleted.`, 'An account was deleted.'],
	person: [(who) => `Something happened to ${who}.`, 'Something happened to this person.']
};

/** Whom a fact is about. */
function who({ sim, tables }: World, seq: number | null): string | null {
	if (seq === null) return null;
	const { table, slot } = sim.ledger.facts.fact(seq).subject;
	const row = table === 'users' ? tables.users.get(slot) : table === 'groups' ? tables.groups.get(slot) : null;
	return row && displayName(row);
}

/** Why time stands, in a sentence. */
export function stopOf(world: World, why: Stop, seq: number | null): Status['stopped'] {
	const deed = deeds[why.split(':')[0]!];
	const name = who(world, seq);
	const message = deed ? (name ? deed[0](name) : deed[1]) : (reasons[why] ?? 'What you wait for has happened.');
	return { why, message, seq };
}
