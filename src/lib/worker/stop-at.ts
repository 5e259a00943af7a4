import { factKinds, type FactKind, type Row, type Seq, type Slot } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import { historyOf, isNamed } from '#lib/views/folds/history';
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

/** "%" stands for whom it happened to, or for the application of the job. */
const reasons: { readonly [why: string]: string } = {
	cycle: 'A cycle has ended.',
	failure: '% could not be provisioned.',
	disable: 'The account of % was disabled.',
	delete: 'The account of % was deleted.',
	person: 'Something happened to %.',
	quarantine: 'The job of % went into quarantine.'
};

/** What happened that somebody waited for, in a sentence. */
export function stopMessage(world: World, why: string, seq: Seq): string {
	const message = reasons[why.split(':')[0]!] ?? 'What you wait for has happened.';
	return message.replace('%', () => who(world, seq));
}

/** Whom a fact is about, by the last name of those who are gone. */
function who({ sim }: World, seq: Seq): string {
	const { table, slot } = sim.ledger.facts.fact(seq).subject;
	const history = historyOf(sim);
	if (table === 'jobs') return history.app(history.appOfJob(slot), seq)!.name;
	return (isNamed(table) && history.name(table, slot, seq)) || 'somebody';
}

function holds(world: World, seq: Seq, condition: StopCondition): boolean {
	const { facts } = world.sim.ledger;
	const kind = facts.kind[seq]!;
	if (condition === 'cycle') return cycleEnds.has(kind);
	// A try that fails keeps the job in its quarantine: it has gone into it before.
	if (condition === 'quarantine') return kind === quarantine && facts.guards[seq] === 1;
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

/** How far the slot of its cycle is shifted in the guards of a fact. */
const shifts: { readonly [kind in FactKind]?: number } = {
	row: 2,
	import: 0,
	request: 0,
	reference: 0,
	fail: 1,
	membership: 1
};
/** They have no room for it: each is caused by the fact of its unit before it. */
const inUnit = new Set<FactKind>(['match', 'decide', 'scope']);

/** The application that a fact is about; null: none, or all. */
function appOf(world: World, seq: Seq): string | null {
	const { sim, tables } = world;
	const { kind, cause, guards, subject } = sim.ledger.facts.fact(seq);
	if (inUnit.has(kind)) return appOf(world, cause);
	const shift = shifts[kind];
	const cycle = shift === undefined ? undefined : tables.cycles.get(guards >>> shift);
	const about = cycle ?? sim.ledger.table<Row & { readonly job?: Slot }>(subject.table).get(subject.slot);
	const job = subject.table === 'jobs' ? subject.slot : about?.job;
	const app = subject.table === 'apps' ? subject.slot : job === undefined ? null : tables.jobs.get(job)?.app;
	return (app != null && tables.apps.get(app)?.key) || null;
}
