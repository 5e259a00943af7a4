import { definitionOf } from '#lib/apps';
import { isActive as isAccountActive } from '#lib/apps/provider/plan';
import type { Ms, Slot } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import { displayName, type UserRow } from '#lib/engine/source';
import { templateOf, type JobTemplate } from '#lib/hr/templates';
import { linkedAccount } from '../apps/linked';
import { workerName } from '../commands/hr-worker';
import type { Command } from '../commands';
import { kindOf } from '../core/facts';
import type { AppRow } from '../tables/rows';
import type { World } from '../world';
import { running, untilCycle, type Turns } from './running';
import type { Timed } from './rows';

const rowKind = kindOf('row');

/** Why a test could not be run, in a sentence. */
export class Blocked extends Error {}

/** Where one test is played: a world of its own, the application, the person. */
export class TestStage {
	readonly done: Timed[] = [];
	readonly job: Slot;
	readonly template: JobTemplate | undefined;
	/** A user of the directory; of a job from human resources, a worker. */
	person: Slot | null = null;
	/** The group that is joined or left. */
	group: Slot | null = null;

	constructor(
		readonly world: World,
		readonly app: AppRow
	) {
		const job = world.tables.jobsByApp.first(app.slot);
		if (job === undefined) throw new Blocked(`${app.name} has no provisioning job: its provisioning mode is Manual.`);
		this.job = job;
		this.template = templateOf(app.kind);
	}

	get key(): string {
		return this.app.key;
	}

	/** Does something and tells what; a refusal ends the test. */
	do(command: Command): string {
		const { world } = this;
		const done = world.do(command);
		if (!done.ok) throw new Blocked(done.message);
		this.done.push({ at: world.clock, command });
		return world.detailText(world.sim.ledger.facts.fact(done.seq));
	}

	get user(): UserRow | null {
		return this.person === null ? null : this.world.tables.users.get(this.person);
	}

	/** The present state of the person's account in the application. */
	get account(): 'none' | 'active' | 'inactive' {
		const found = this.person === null ? null : linkedAccount(this.world.sim, this.app, this.person);
		if (!found) return 'none';
		return isAccountActive(definitionOf(this.app.kind), found) ? 'active' : 'inactive';
	}

	get name(): string {
		const { tables } = this.world;
		if (this.person === null) return '';
		if (this.template?.source === 'hr') {
			const worker = tables.workers.get(this.person);
			return worker ? workerName(worker) : `worker ${this.person}`;
		}
		const user = tables.users.get(this.person);
		return user ? displayName(user) : `user ${this.person}`;
	}

	/** The service sees a change of an assignment a little later (C-066). */
	get visibleFrom(): Ms {
		return this.world.clock + this.world.sim.host.tenantRow.replicationMs;
	}

	/** Lets the next cycle that can see what was done run to its end. */
	*settle(): Turns {
		yield* untilCycle(this.world, this.job, this.visibleFrom);
	}

	/** Passes some virtual time. */
	*wait(ms: Ms): Turns {
		yield* running(this.world, { by: ms });
	}

	/** What the log last says of the person: "create failure (MandatoryFieldsMissing)"; null: nothing. */
	get lastRow(): string | null {
		const { world } = this;
		const { facts } = world.sim.ledger;
		const table = this.template?.source === 'hr' ? 'workers' : 'users';
		for (let seq = world.checkpoint().seq - 1; seq >= 0; seq--) {
			if (facts.kind[seq] !== rowKind) continue;
			const fact = facts.fact(seq);
			if (fact.subject.slot !== this.person || fact.subject.table !== table) continue;
			if (world.tables.cycles.get(fact.guards >>> 2)?.job !== this.job) continue;
			const { action, status, code } = unpackRow(fact.detail);
			return `${action} ${status}${code ? ` (${world.text(code)})` : ''}`;
		}
		return null;
	}

	/** Why nothing more can come of waiting; null: the job runs. */
	get standing(): string | null {
		const job = this.world.sim.host.job(this.job);
		if (job.quarantine) return `Provisioning to ${this.app.name} is in quarantine: ${job.quarantine.reason}.`;
		return job.schedule === 'Active' ? null : `Provisioning to ${this.app.name} is off.`;
	}
}
