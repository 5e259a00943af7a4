import { factKinds, type FactKind, type Seq } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { World } from '#lib/world';
import type { StopCondition } from './protocol';
import { personOf, readCondition, type FactCondition } from './stop-when';

const number = (kind: FactKind) => factKinds.indexOf(kind);
const row = number('row');
const cycleEnds = new Set([number('cycle.ended'), number('cycle.aborted')]);
const quarantine = number('quarantine');
/** Steps on the way of a unit: what happens to a person is told at its end. */
const personal = new Set([row, number('source.changed'), number('connect.row'), number('fail'), number('membership')]);

/** The first of the conditions that a fact fulfils. */
export function stopAt(world: World, seq: Seq, conditions: readonly StopCondition[]): StopCondition | null {
	for (const condition of conditions) if (holds(world, seq, condition)) return condition;
	return null;
}

function holds(world: World, seq: Seq, condition: StopCondition): boolean {
	const { facts } = world.sim.ledger;
	const kind = facts.kind[seq]!;
	if (condition === 'cycle') return cycleEnds.has(kind);
	if (condition === 'quarantine') return kind === quarantine;
	const person = personOf(condition);
	if (person !== null) {
		const { table, slot } = facts.fact(seq).subject;
		return personal.has(kind) && table === 'users' && slot === person;
	}
	const wanted = conditionOf(condition);
	if (wanted) return fulfils(world, seq, wanted);
	if (kind !== row) return false;
	const { action, status } = unpackRow(facts.detail[seq]!);
	return condition === 'failure' ? status === 'failure' : action === condition;
}

const read = new Map<string, FactCondition | null>();

function conditionOf(text: string): FactCondition | null {
	let known = read.get(text);
	if (known === undefined) read.set(text, (known = readCondition(text)));
	return known;
}

function fulfils(world: World, seq: Seq, { kind, action, status, app }: FactCondition): boolean {
	const { facts } = world.sim.ledger;
	if (kind !== undefined && facts.kind[seq] !== number(kind)) return false;
	if (action !== undefined || status !== undefined) {
		if (facts.kind[seq] !== row) return false;
		const found = unpackRow(facts.detail[seq]!);
		if ((action ?? found.action) !== found.action || (status ?? found.status) !== found.status) return false;
	}
	return app === undefined || appOf(world, seq) === app;
}

/** How far the place of a fact's cycle is shifted in its guards. */
const shifts: { readonly [kind in FactKind]?: number } = { row: 2, import: 0, request: 0, fail: 1, membership: 1 };

/** The application that a fact is about; null: none, or all. */
function appOf({ sim, tables }: World, seq: Seq): string | null {
	const { kind, guards, subject } = sim.ledger.facts.fact(seq);
	const shift = shifts[kind];
	const cycle = shift === undefined ? (subject.table === 'cycles' ? subject.slot : null) : guards >>> shift;
	const job =
		cycle === null ? (subject.table === 'jobs' ? subject.slot : null) : (tables.cycles.get(cycle)?.job ?? null);
	const app = job === null ? (subject.table === 'apps' ? subject.slot : null) : (tables.jobs.get(job)?.app ?? null);
	return app === null ? null : (tables.apps.get(app)?.key ?? null);
}
