import { z } from 'zod';
import { ScopeGuard } from '#lib/engine/steps/scope';
import { factKinds, type Json } from '#lib/engine/base';
import type { World } from '#lib/world';
import { logRowsOf } from '../folds/rows';
import { defineView, slot } from '../view';
import { sentenceOf } from '../why/sentences';
import { unitOf } from '../why/unit';
import { logRow, type LogRowDetails } from './log-row';

/** One of the five steps of Provision on demand (C-395). */
export interface DemandStep {
	readonly title: string;
	readonly status: 'Success' | 'Skipped' | 'Failure' | 'Not run';
	readonly description: string;
	/** View details. */
	readonly details: { readonly [name: string]: string };
}

export interface OnDemand {
	readonly cycle: number;
	readonly running: boolean;
	/** null: nothing was written to the log, or not yet. */
	readonly result: string | null;
	readonly steps: readonly DemandStep[];
	readonly row: LogRowDetails | null;
	/** C-400: the exported attributes, or those that were attempted. */
	readonly exported: readonly Json[];
}

/** The result of a run on demand, in the order of its own screen: scope before match (C-502). */
export const onDemand = defineView(z.object({ cycle: slot }), (world, { cycle: slot }): OnDemand | null => {
	const cycle = world.tables.cycles.get(slot);
	if (!cycle || cycle.kind !== 'demand') return null;
	const rows = logRowsOf(world.sim);
	const end = rows.before(world.checkpoint().seq);
	let place = rows.before(cycle.fact);
	while (place < end && rows.cycle[place] !== slot) place++;
	const row = place < end ? logRow(world, { seq: rows.seq[place]! }) : null;
	const aborted = abortOf(world, cycle.fact);
	return {
		cycle: slot,
		running: cycle.endedAt === null,
		result: aborted ? 'Failure' : (row?.row.status ?? null),
		// C-396: the first step is shown only when it failed.
		steps: aborted ? [failedConnection(aborted)] : row ? stepsOf(world, row) : [],
		row,
		exported: row?.graph.modifiedProperties ?? []
	};
});

/** The probe that failed, in words; null: it did not. */
function abortOf(world: World, started: number): string | null {
	const { facts } = world.sim.ledger;
	const end = world.checkpoint().seq;
	for (let seq = started + 1; seq < end; seq++)
		if (facts.cause[seq] === started && factKinds[facts.kind[seq]!] === 'cycle.aborted')
			return sentenceOf(world, facts.fact(seq));
	return null;
}

function failedConnection(description: string): DemandStep {
	return { title: 'Test connection', status: 'Failure', description, details: {} };
}

function stepsOf(world: World, { row, graph }: LogRowDetails): DemandStep[] {
	const type = row.object.kind;
	const steps = graph.provisioningSteps;
	const named = (name: RegExp) => steps.find((step) => name.test(step.name));
	const facts = unitOf(world, row.seq).facts;
	const scope = facts.find(({ kind }) => kind === 'scope');
	const received = named(/^EntryImport(Add|Update|Delete)$/)!;
	const notRun = { status: 'Not run' as const, description: '', details: {} };
	const imported = row.code === 'ImportSkipped' ? ('Failure' as const) : ('Success' as const);
	const found = named(/^EntryImport$/);
	const last = steps.filter(({ name }) => name !== 'EntryReferenceResolution').at(-1)!;
	return [
		{ title: `Import ${type}`, status: imported, description: received.description, details: received.details },
		{
			title: `Determine if ${type} is in scope`,
			...(scope ? scopeStep(scope.guards, named(/Scoping$/)) : notRun)
		},
		{
			title: `Match ${type} between source and target`,
			...(facts.some(({ kind }) => kind === 'match') || found
				? {
						status: row.code === 'DuplicateTargetEntries' ? ('Failure' as const) : ('Success' as const),
						description: found?.description ?? `No matching ${type} was found.`,
						details: found?.details ?? {}
					}
				: notRun)
		},
		{
			title: 'Perform action',
			status: row.status === 'Success' ? 'Success' : row.status === 'Failure' ? 'Failure' : 'Skipped',
			description: last.description,
			details: last.details
		}
	];
}

/** C-398: in the words of this screen. */
function scopeStep(
	guards: number,
	step: { description: string; details: { readonly [name: string]: string } } | undefined
) {
	const word = (bit: number) => (guards & bit ? 'True' : 'False');
	const passes = ScopeGuard.active | ScopeGuard.role | ScopeGuard.filter;
	return {
		status: (guards & passes) === passes ? ('Success' as const) : ('Skipped' as const),
		description: step?.description ?? '',
		details: {
			'Active in source system': word(ScopeGuard.active),
			'Assigned to application': word(ScopeGuard.assigned),
			'Scope sync all': word(ScopeGuard.syncAll),
			'User has required role': word(ScopeGuard.role),
			'Scoping filters': step?.details.ScopeEvaluationResult ?? '{}'
		}
	};
}
