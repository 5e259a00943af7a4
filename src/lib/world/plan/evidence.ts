import type { Seq, TableName } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { ModifiedProperty, TraceEntry } from '#lib/engine/trace';
import type { World } from '../world';
import type { LogEvidence, RequestEvidence } from './rows';

const most = 12;
const mostBody = 1500;

/** Collects what happens to a few objects while time runs: their log rows and requests. */
export class Evidence {
	readonly rows: LogEvidence[] = [];
	readonly requests: RequestEvidence[] = [];
	readonly #watched = new Set<string>();
	#read: Seq;
	#trace: TraceEntry[] = [];

	constructor(readonly world: World) {
		this.#read = world.checkpoint().seq;
		world.sim.trace = (entry) => {
			if (entry.step === 'request' || entry.step === 'modified') this.#trace.push(entry);
		};
	}

	watch(table: TableName, slot: number): void {
		this.#watched.add(`${table} ${slot}`);
	}

	/** Asked after each event: takes in what it told. */
	collect(): void {
		const { world } = this;
		const { seq: end } = world.checkpoint();
		const trace = this.#trace;
		for (; this.#read < end; this.#read++) {
			const fact = world.sim.ledger.facts.fact(this.#read);
			if (!this.#watched.has(`${fact.subject.table} ${fact.subject.slot}`)) continue;
			if (fact.kind === 'row') this.#takeRow(fact.seq, trace);
			if (fact.kind === 'request') this.#takeRequest(fact.at, trace);
		}
		this.#trace = [];
	}

	end(): void {
		this.world.sim.trace = undefined;
	}

	#takeRow(seq: Seq, trace: readonly TraceEntry[]): void {
		if (this.rows.length >= most) return;
		const { world } = this;
		const fact = world.sim.ledger.facts.fact(seq);
		const { action, status, code } = unpackRow(fact.detail);
		const cycle = world.tables.cycles.get(fact.guards >>> 2);
		const app = cycle && world.tables.apps.get(world.sim.host.job(cycle.job).app);
		this.rows.push({
			at: fact.at,
			app: app?.name ?? '',
			identity: identityOf(world, fact.subject.table, fact.subject.slot),
			action,
			status,
			code: world.text(code),
			rule: fact.rule,
			modified: trace.flatMap((entry) => (entry.step === 'modified' ? entry.properties.map(changed) : []))
		});
	}

	#takeRequest(at: number, trace: TraceEntry[]): void {
		const place = trace.findIndex(({ step }) => step === 'request');
		const [entry] = place < 0 ? [] : trace.splice(place, 1);
		if (entry?.step !== 'request' || this.requests.length >= most) return;
		const { request, response } = entry;
		const body = request.body === undefined ? null : request.body.slice(0, mostBody);
		this.requests.push({ at, method: request.method, path: request.path, status: response.status, body });
	}
}

function changed({ displayName, oldValue, newValue }: ModifiedProperty): LogEvidence['modified'][number] {
	return { name: displayName, from: oldValue, to: newValue };
}

function identityOf(world: World, table: TableName, slot: number): string {
	if (table === 'workers') {
		const worker = world.tables.workers.get(slot);
		return worker
			? String(worker.fields.PreferredNameData ?? worker.fields['PerPersonal.displayName'] ?? worker.workerId)
			: '';
	}
	const row = table === 'groups' ? world.tables.groups.get(slot) : world.tables.users.get(slot);
	return String(row?.attrs.displayName ?? '');
}
