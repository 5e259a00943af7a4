import { definitionOf } from '#lib/apps';
import type { Seq, Slot } from '#lib/engine/base';
import { unpackRow, type RowKind } from '#lib/engine/steps/log-row';
import type { TraceEntry } from '#lib/engine/trace';
import { kindOf } from '../core/facts';
import { nameOfSource } from '../run/subject';
import type { AppRow } from '../tables/rows';
import type { World } from '../world';
import { LoadMeter } from './load';
import type { ChangedAttribute, Counted, WaveOutcome, WaveRow } from './types';

const rowKind = kindOf('row');
const requestKind = kindOf('request');
const mostOfOutcome = 50;
const noCounts = { created: 0, matched: 0, updated: 0, disabled: 0, deleted: 0, staged: 0, failed: 0, skipped: 0 };

interface Known {
	outcome: WaveOutcome;
	code: string;
	retried: boolean;
	row: WaveRow | null;
}

/** Follows one job while a wave runs, and keeps what becomes of each object. */
export class Collector {
	readonly load: LoadMeter;
	readonly #objects = new Map<string, Known>();
	readonly #kept: Record<WaveOutcome, number> = { ...noCounts };
	readonly #matched = new Map<string, number>();
	readonly #changes = new Map<string, { count: number; overwritten: number }>();
	readonly #created: Slot[] = [];
	#read: Seq;
	#trace: TraceEntry[] = [];

	constructor(
		readonly world: World,
		readonly app: AppRow,
		readonly job: Slot
	) {
		const { rps } = app.settings;
		this.load = new LoadMeter(definitionOf(app.kind).limits, typeof rps === 'number' ? rps : null);
		this.#read = world.checkpoint().seq;
		world.sim.trace = (entry) => {
			if (entry.step === 'match' || entry.step === 'modified') this.#trace.push(entry);
		};
	}

	/** Asked after each event: takes in what it told. */
	collect(): void {
		const { facts } = this.world.sim.ledger;
		const { seq: end } = this.world.checkpoint();
		for (; this.#read < end; this.#read++) {
			const kind = facts.kind[this.#read]!;
			if (kind === requestKind) this.#takeRequest(this.#read);
			else if (kind === rowKind && this.#isOurs(facts.guards[this.#read]! >>> 2)) this.#take(this.#read);
		}
		if (this.#trace.length > 0) this.#trace = [];
	}

	#takeRequest(seq: Seq): void {
		const { facts } = this.world.sim.ledger;
		const cycle = this.world.tables.cycles.get(facts.guards[seq]!);
		if (cycle?.job === this.job) this.load.take(facts.at[seq]!, facts.detail[seq]!, cycle.phase !== 'references');
	}

	#isOurs(cycle: Slot): boolean {
		return this.world.tables.cycles.get(cycle)?.job === this.job;
	}

	#take(seq: Seq): void {
		const { world } = this;
		const fact = world.sim.ledger.facts.fact(seq);
		const { code: number, ...row } = unpackRow(fact.detail);
		const code = world.text(number);
		const found = this.#trace.find((entry) => entry.step === 'match' && entry.hits === 1);
		const matchedBy = found?.step === 'match' ? { attribute: found.attribute, value: found.value } : null;
		const outcome = outcomeOf(row, matchedBy !== null);
		const key = `${fact.subject.table} ${fact.subject.slot}`;
		const known = this.#objects.get(key);
		// What an earlier cycle did of this wave is not undone by one that had nothing to do.
		if (known && known.outcome !== 'failed' && outcome === 'skipped') return;
		const retried = known !== undefined && (known.retried || known.outcome === 'failed') && outcome !== 'failed';
		const modified = this.#trace.flatMap((entry) => (entry.step === 'modified' ? entry.properties : []));
		const properties = modified.map(({ displayName, oldValue, newValue }) => ({
			name: displayName,
			from: oldValue,
			to: newValue
		}));
		if (matchedBy && outcome !== 'failed') add(this.#matched, matchedBy.attribute);
		if (outcome === 'matched' || outcome === 'updated') this.#count(properties);
		const kind = fact.subject.table === 'groups' ? 'group' : 'user';
		if (outcome === 'created' && kind === 'user') this.#created.push(fact.subject.slot);
		const isKept = this.#kept[outcome] < mostOfOutcome;
		if (isKept) this.#kept[outcome]++;
		this.#objects.set(key, {
			outcome,
			code,
			retried,
			row: isKept
				? {
						kind,
						slot: fact.subject.slot,
						name: this.#nameOf(kind, fact.subject.slot),
						outcome,
						code,
						rule: fact.rule,
						matchedBy,
						// What a new account has is no surprise, and there may be many.
						modified: outcome === 'created' ? [] : properties,
						retried
					}
				: null
		});
	}

	#count(properties: WaveRow['modified']): void {
		for (const { name, from, to } of properties) {
			if (from === to) continue;
			const counted = this.#changes.get(name) ?? { count: 0, overwritten: 0 };
			counted.count++;
			if (from !== null && from !== '') counted.overwritten++;
			this.#changes.set(name, counted);
		}
	}

	#nameOf(kind: 'user' | 'group', slot: Slot): string {
		const source = this.world.sim.host.sourceOf(this.world.sim.host.job(this.job));
		const row = kind === 'group' ? source.group(slot) : source.user(slot);
		return row ? nameOfSource(row) : `${kind} ${slot}`;
	}

	get counts(): { readonly [outcome in WaveOutcome]: number } {
		const counts = { ...noCounts };
		for (const { outcome } of this.#objects.values()) counts[outcome]++;
		return counts;
	}

	get rows(): WaveRow[] {
		return [...this.#objects.values()].map(({ row }) => row).filter((row) => row !== null);
	}

	/** Objects that were written, or should have been, other than these users. */
	others(people: ReadonlySet<Slot>): number {
		let count = 0;
		for (const [key, { outcome }] of this.#objects) {
			const [table, slot] = key.split(' ');
			if (outcome !== 'skipped' && !(table === 'users' && people.has(Number(slot)))) count++;
		}
		return count;
	}

	/** Users whose accounts were made, in order. */
	get created(): readonly Slot[] {
		return this.#created;
	}

	get matchedBy(): Counted[] {
		return listed(this.#matched);
	}

	/** Reasons of those whose last outcome is this one. */
	reasons(wanted: 'failed' | 'skipped'): Counted[] {
		const counts = new Map<string, number>();
		for (const { outcome, code } of this.#objects.values()) if (outcome === wanted) add(counts, code);
		return listed(counts);
	}

	get changes(): ChangedAttribute[] {
		return [...this.#changes]
			.map(([name, counted]) => ({ name, ...counted }))
			.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
	}
}

function outcomeOf({ action, status }: RowKind, isMatched: boolean): WaveOutcome {
	if (status === 'failure') return 'failed';
	if (action === 'staged') return 'staged';
	if (status === 'success' && action === 'disable') return 'disabled';
	if (status === 'success' && action === 'delete') return 'deleted';
	if (isMatched) return 'matched';
	if (status === 'skipped') return 'skipped';
	return action === 'create' ? 'created' : action === 'update' || action === 'enable' ? 'updated' : 'skipped';
}

function add(counts: Map<string, number>, name: string): void {
	counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The most frequent first; ties by name. */
function listed(counts: ReadonlyMap<string, number>): Counted[] {
	return [...counts]
		.map(([name, count]) => ({ name, count }))
		.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
