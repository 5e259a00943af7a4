import type { World } from '#lib/world';
import { displayName } from '#lib/engine/source';
import type { Stop } from './runner';
import { personOf } from './stop-when';

const reasons: { readonly [why: string]: string } = {
	cycle: 'A cycle has ended.',
	failure: 'An object could not be provisioned.',
	disable: 'An account was disabled.',
	delete: 'An account was deleted.',
	quarantine: 'A job went into quarantine.',
	nothing: 'Nothing will happen by itself any more.',
	quiet: 'For 45 days no row was written. Play goes on.',
	reached: 'The chosen moment is reached.',
	door: 'An application could not be reached at all. Time stands before the request.'
};

/** Why time stands, in a sentence. */
export function stopWords(world: World, why: Stop): string {
	const person = personOf(why);
	if (person === null) return reasons[why] ?? 'What you wait for has happened.';
	const user = world.tables.users.get(person);
	return `Something happened to ${user ? displayName(user) : 'this person'}.`;
}
