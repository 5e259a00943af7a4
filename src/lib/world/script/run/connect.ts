import type { Ms } from '#lib/engine/base';
import type { ConnectRunRow } from '../../tables/hybrid';
import type { Operation, Result } from '../parse/tree';
import { clockText, sameMinute } from './clock';
import type { Entry, Outcome } from './cycles';
import type { Sandbox } from './sandbox';
import { NotThere } from './unbuilt';

function runs(sandbox: Sandbox): ConnectRunRow[] {
	if (!sandbox.sim.tables.connect.get(0)) throw new NotThere('there is no Connect in this company');
	return [...sandbox.sim.tables.connectRuns.all()];
}

export function connectRunsAt(sandbox: Sandbox, at: Ms): ConnectRunRow[] {
	return runs(sandbox).filter(({ startedAt }) => sameMinute(startedAt, at));
}

export function connectRunsFor(sandbox: Sandbox, { kind }: Result, at: Ms): ConnectRunRow[] {
	return connectRunsAt(sandbox, at).filter((run) => run.kind === kind);
}

/** What a run of Connect did, by operation. */
export function connectOutcome(sandbox: Sandbox, of: readonly ConnectRunRow[]): Outcome {
	const slots = new Set(of.map(({ slot }) => slot));
	const outcome = new Map<Operation, Entry[]>();
	const { facts, texts } = sandbox.sim.ledger;
	for (const fact of sandbox.world.facts(Math.min(...of.map(({ fact }) => fact)))) {
		if (fact.kind !== 'connect.row' || !slots.has(fact.guards) || !facts.isText[fact.seq]) continue;
		const [operation, code = ''] = texts.text(fact.detail).split(/ (.*)/) as [Operation, string?];
		const entry: Entry = { label: sandbox.names.accountLabel(fact.subject.slot), object: null, row: null, code };
		outcome.set(operation, [...(outcome.get(operation) ?? []), entry]);
	}
	return outcome;
}

/** Why Connect has no such run. */
export function whyNoRun(sandbox: Sandbox, at: Ms): string {
	const same = connectRunsAt(sandbox, at);
	if (same.length > 0) return `the run of that moment is a ${same[0]!.kind} one`;
	const times = runs(sandbox)
		.slice(-6)
		.map(({ startedAt }) => clockText(startedAt, sandbox.start));
	const { nextAt } = sandbox.sim.tables.connect.get(0)!;
	const next = nextAt === null ? 'none is planned' : `the next is planned for ${clockText(nextAt, sandbox.start)}`;
	return [`runs began at ${times.join(', ')}; ${next}`, ...sandbox.notes.refused].join('; ');
}
