import * as z from 'zod/mini';
import { ScopeGuard } from '#lib/engine/steps/scope';
import { factKinds, type Json } from '#lib/engine/base';
import { itemKind, itemSlot } from '#lib/engine/job/plan';
import type { CycleRow } from '#lib/engine/job/records';
import { displayName } from '#lib/engine/source';
import { isSuccess } from '#lib/engine/target/errors';
import type { TraceEntry } from '#lib/engine/trace';
import { listOf } from '#lib/scim/client';
import type { World } from '#lib/world';
import { explain } from '#lib/world/explain';
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

/** What became of one object of the run. */
export interface DemandRun {
	/** null: nothing was written to the log, or not yet. */
	readonly result: string | null;
	readonly steps: readonly DemandStep[];
	readonly row: LogRowDetails | null;
	/** C-400: the exported attributes, or those that were attempted. */
	readonly exported: readonly Json[];
}

export interface OnDemand extends DemandRun {
	readonly cycle: number;
	readonly running: boolean;
	/** C-393: the members of a group that were picked, each with what became of it. */
	readonly members: readonly DemandMember[];
}

export interface DemandMember extends DemandRun {
	readonly slot: number;
	readonly name: string;
	/** Whether the membership was written to the target; null: not tried, or the group has no account there. */
	readonly inGroup: boolean | null;
}

/** The result of a run on demand, in the order of its own screen: scope before match (C-502). */
export const onDemand = defineView(z.object({ cycle: slot }), (world, { cycle: slot }): OnDemand | null => {
	const cycle = world.tables.cycles.get(slot);
	if (!cycle || cycle.kind !== 'demand') return null;
	const { work } = world.tables.plans.get(cycle.plan)!;
	const group = work.find((item) => itemKind(item) === 'group');
	const places = placesOf(world, cycle);
	const rows = logRowsOf(world.sim);
	const main = places.find((place) => group === undefined || rows.kindAt(place) === 'group');
	const aborted = abortOf(world, cycle.fact);
	return {
		cycle: slot,
		running: cycle.endedAt === null,
		// C-396: the first step is shown only when it failed.
		...(aborted
			? { result: 'Failure', steps: [failedConnection(aborted)], row: null, exported: [] }
			: runOf(world, main)),
		members: group === undefined || aborted ? [] : membersOf(world, cycle, work, places)
	};
});

/** The places of the rows that the run wrote. */
function placesOf(world: World, cycle: CycleRow): number[] {
	const rows = logRowsOf(world.sim);
	const end = rows.before(world.checkpoint().seq);
	const found: number[] = [];
	for (let place = rows.before(cycle.fact); place < end; place++) {
		if (cycle.endedAt !== null && rows.at[place]! > cycle.endedAt) break;
		if (rows.cycle[place] === cycle.slot) found.push(place);
	}
	return found;
}

function runOf(world: World, place: number | undefined): DemandRun {
	if (place === undefined) return { result: null, steps: [], row: null, exported: [] };
	const row = logRow(world, { seq: logRowsOf(world.sim).seq[place]! });
	if (!row) return { result: null, steps: [], row: null, exported: [] };
	return { result: row.row.status, steps: stepsOf(world, row), row, exported: row.graph.modifiedProperties };
}

function membersOf(world: World, cycle: CycleRow, work: readonly number[], places: readonly number[]): DemandMember[] {
	const rows = logRowsOf(world.sim);
	const written = membershipsOf(world, cycle);
	return work
		.filter((item) => itemKind(item) === 'user')
		.map((item) => {
			const slot = itemSlot(item);
			const place = places.find((at) => rows.kindAt(at) === 'user' && rows.slotAt(at) === slot);
			const user = world.tables.users.get(slot);
			return {
				...runOf(world, place),
				slot,
				name: user ? displayName(user) : '',
				inGroup: written.get(slot) ?? null
			};
		});
}

/** Which memberships the run wrote, and which it could not resolve. */
function membershipsOf(world: World, cycle: CycleRow): Map<number, boolean> {
	const { facts } = world.sim.ledger;
	const found = new Map<number, boolean>();
	const end = world.checkpoint().seq;
	for (let seq = cycle.fact + 1; seq < end; seq++) {
		if (cycle.endedAt !== null && facts.at[seq]! > cycle.endedAt) break;
		const kind = factKinds[facts.kind[seq]!];
		if (kind === 'membership' && facts.guards[seq]! >>> 1 === cycle.slot) found.set(facts.detail[seq]!, true);
		if (kind === 'membership.unresolved' && facts.guards[seq] === cycle.slot) found.set(facts.detail[seq]!, false);
	}
	return found;
}

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
						details: matchDetails(explain(world, row.seq), found?.details ?? {})
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

/** C-399: what each attribute found where there are several, then the record, or the candidates. */
function matchDetails(trace: readonly TraceEntry[], record: DemandStep['details']): DemandStep['details'] {
	const asked = trace.filter((entry) => entry.step === 'match');
	const turns = asked.map(({ attribute, value, hits }) => [`${attribute} = ${value}`, foundWords(hits)]);
	const candidates = (asked.at(-1)?.hits ?? 0) > 1 ? candidatesIn(trace) : null;
	return { ...(turns.length > 1 && Object.fromEntries(turns)), ...(candidates ?? record) };
}

function foundWords(hits: number): string {
	return hits === 0 ? 'not found' : hits === 1 ? 'found' : `${hits} found`;
}

function candidatesIn(trace: readonly TraceEntry[]): DemandStep['details'] {
	const answers = trace.filter((entry) => entry.step === 'request' && entry.request.method === 'GET');
	const last = answers.at(-1);
	const list = last?.step === 'request' && isSuccess(last.response) ? listOf(last.response) : null;
	if (!list?.ok) return {};
	return Object.fromEntries(
		list.resources.map(({ id, userName, displayName }, at) => [
			`Candidate ${at + 1}`,
			`${String(userName ?? displayName ?? '')} (${String(id)})`
		])
	);
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
