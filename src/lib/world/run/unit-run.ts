import type { FactKind, Json, Ms, Rule, Seq } from '#lib/engine/base';
import type { AppView, TenantView } from '#lib/engine/host';
import type { UnitKey } from '#lib/engine/job/cycle-run';
import type { ConfigRow, CycleRow, JobRow, ObjectMapping } from '#lib/engine/job/records';
import type { CompiledMapping } from '#lib/engine/steps/mapped';
import { memberships } from '#lib/engine/steps/late';
import { objectUnit } from '#lib/engine/steps/object-unit';
import { probeUnit } from '#lib/engine/steps/probe-unit';
import { referenceUnit } from '#lib/engine/steps/reference-unit';
import type { Subject, UnitView } from '#lib/engine/steps/view';
import type { Target } from '#lib/engine/target/target';
import type { Trace } from '#lib/engine/trace';
import type { Outcome } from '#lib/engine/unit';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { packSubject } from '../core/facts';
import type { WorldHost } from '../host';
import { templateOfJob } from '../inbound/source';
import type { Simulation } from '../simulation';
import type { Direct } from './event';
import { subjectOf } from './subject';
import { guardsWithCycle, mappingOf, nobody, tableOf, targetOf } from './units';

/** Thrown where a unit has to be left. */
const left = new Error();

/** A unit while it runs: what it sees, what it asked, and what it has told. */
export class UnitRun implements UnitView {
	readonly host: WorldHost;
	readonly now: Ms;
	readonly job: JobRow;
	readonly config: ConfigRow;
	readonly app: AppView;
	readonly tenant: TenantView;
	readonly target: Target;
	readonly mapping: CompiledMapping;
	readonly actions: ObjectMapping;
	readonly removing: boolean;
	readonly staged: boolean;
	readonly trace: Trace | undefined;
	/** null: the probe is about nobody. */
	readonly subject: Subject | null;
	/** What it was answered; null stands for a wait that is over. */
	readonly answers: Json[];
	/** What it asks and nobody has answered yet. */
	request: ScimRequest | null = null;
	/** What it waits for. */
	waits: Ms = 0;
	/** null: it is not at its end. */
	outcome: Outcome | null = null;
	told = 0;
	last: Seq;
	readonly #direct: Direct | undefined;
	readonly #about: number;
	/** What was told before is not told again. Traces are taken where everybody answers at once. */
	#mute: number;
	#heard = 0;

	constructor(
		{ host, apps, trace }: Simulation,
		readonly cycle: CycleRow,
		readonly key: UnitKey,
		direct: Direct | undefined
	) {
		const job = host.job(cycle.job);
		const config = host.config(cycle.config);
		const subject = key.phase === 'probe' ? null : (key.subject ?? subjectOf(host, cycle, key.item));
		const isGroup = subject?.kind === 'group';
		this.host = host;
		this.now = host.now;
		this.job = job;
		this.config = config;
		this.app = host.app(job.app);
		this.tenant = host.tenant;
		this.target = targetOf(host, job, cycle, config);
		this.actions = isGroup && config.groups ? config.groups : config.users;
		this.mapping = mappingOf(host, job.app, this.actions, isGroup ? 'Group' : 'User');
		this.removing = key.phase === 'removals' || cycle.kind === 'demand';
		this.staged = key.phase === 'removals' && cycle.staged && !host.pendingRemoval(cycle.slot)?.allowed;
		this.subject = subject;
		this.answers = [...cycle.answers];
		this.last = cycle.told > 0 ? cycle.lastTold : key.cause;
		this.trace = trace;
		// Directories answer at once, whatever the door.
		this.#direct = templateOfJob(host.tables, job) ? (request) => apps.answer(request) : direct;
		this.#about = subject ? packSubject(tableOf(host, job, subject), subject.slot) : packSubject('jobs', job.slot);
		this.#mute = cycle.told;
	}

	get source() {
		return this.host.sourceOf(this.job, this.cycle);
	}

	/** Runs it from its beginning as far as its answers reach; false: it needs one more. */
	run(): boolean {
		this.#mute = Math.max(this.#mute, this.told);
		this.told = this.#heard = 0;
		this.request = null;
		try {
			this.outcome = this.#outcome();
		} catch (error) {
			if (error !== left) throw error;
		}
		return this.request === null;
	}

	#outcome(): Outcome {
		const { key, subject } = this;
		if (!subject) return probeUnit(this, nobody(this.host, this.cycle));
		if (key.phase === 'references') return referenceUnit(subject, this);
		if (key.phase === 'memberships') return memberships.here.membershipUnit(subject, this);
		return objectUnit(subject, this);
	}

	ask(request: ScimRequest): ScimResponse {
		const { answers } = this;
		const at = this.#heard++;
		if (at < answers.length) return answers[at] as unknown as ScimResponse;
		if (!this.#direct) {
			this.request = request;
			throw left;
		}
		const response = this.#direct(request);
		answers.push(response as unknown as Json);
		return response;
	}

	wait(ms: Ms): void {
		// A wait that has been waited for already is only passed.
		if (this.#heard++ < this.answers.length) return;
		this.answers.push(null);
		this.waits = ms;
		throw left;
	}

	tell(kind: FactKind, rule: Rule, guards = 0, detail: number | string = 0): Seq {
		if (++this.told <= this.#mute) return this.last;
		const seen = guardsWithCycle(kind, guards, this.cycle.slot);
		return (this.last = this.host.ledger.note(kind, rule, this.last, this.#about, seen, detail));
	}

	text(text: string): number {
		return this.host.ledger.texts.number(text);
	}
}
