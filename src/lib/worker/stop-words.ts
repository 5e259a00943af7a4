import type { World } from '#lib/world';
import { historyOf, isNamed } from '#lib/views/folds/history';
import type { Status } from './messages';
import type { Runner } from './runner';

/** "%" stands for whom it happened to, or for the application of the job. */
const reasons: { readonly [why: string]: string } = {
	cycle: 'A cycle has ended.',
	failure: '% could not be provisioned.',
	disable: 'The account of % was disabled.',
	delete: 'The account of % was deleted.',
	person: 'Something happened to %.',
	quarantine: 'The job of % went into quarantine.',
	nothing: 'Nothing will happen by itself any more.',
	quiet: 'For 45 days no row was written. Play goes on.',
	door: 'An application could not be reached at all. Time stands before the request.'
};

/** Whom a fact is about, by the last name of those who are gone. */
function who({ sim }: World, seq: number): string {
	const { table, slot } = sim.ledger.facts.fact(seq).subject;
	const history = historyOf(sim);
	if (table === 'jobs') return history.app(history.appOfJob(slot), seq)!.name;
	return (isNamed(table) && history.name(table, slot, seq)) || 'somebody';
}

/** Why time stands, in a sentence. */
export function stopOf(world: World, { stopped: why, stoppedAt: seq }: Runner): Status['stopped'] {
	if (!why) return null;
	const message = reasons[why.split(':')[0]!] ?? 'What you wait for has happened.';
	return { why, message: message.replace('%', () => who(world, seq!)), seq };
}
