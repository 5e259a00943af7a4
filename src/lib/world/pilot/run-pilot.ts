import { definitionOf } from '#lib/apps';
import { isActive as isAccountActive } from '#lib/apps/provider/plan';
import type { Ms, Slot } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import { linkedAccount } from '../apps/linked';
import type { Command } from '../commands';
import { letIn } from '../plan/people';
import { endedCycle, running, type Turns } from '../plan/running';
import type { Timed } from '../plan/rows';
import { standingOf } from '../plan/standing';
import type { AppRow } from '../tables/rows';
import type { World } from '../world';
import { Collector } from './collector';
import { Strangers, unmatched } from './suspects';
import type { Pilot, PilotProgress, PilotReport, Suspect, Wave, WaveReport } from './types';
import { nameOfUser, planOf, WaveRefused, type WavePlan } from './waves';

const hour: Ms = 3_600_000;
/** A cycle that has not begun by then waits for something else. */
const patience: Ms = 26 * hour;
const mostSuspects = 50;

/** The waves of a pilot, really run in a world that is given up for it, one after another. */
export class PilotRun {
	readonly waves: WaveReport[] = [];
	readonly #done: Timed[] = [];
	readonly #from: PilotReport['from'];
	readonly app: AppRow;
	readonly job: Slot;
	#stopped: string | null = null;

	constructor(
		readonly world: World,
		readonly pilot: Pilot
	) {
		const slot = world.tables.appsByKey.first(pilot.app);
		const app = slot === undefined ? null : world.tables.apps.get(slot);
		if (!app) throw new Error(`The application ${pilot.app} is not in this company. Choose another one.`);
		const job = world.tables.jobsByApp.first(app.slot);
		if (job === undefined || templateOf(app.kind))
			throw new Error(`${app.name} is not provisioned from the directory, so no pilot can be planned for it.`);
		[this.app, this.job] = [app, job];
		let users = 0;
		for (const user of world.tables.users.all()) if (user.softDeletedAt === null) users++;
		this.#from = { at: world.clock, standing: standingOf(world), users };
	}

	get progress(): PilotProgress {
		const { host } = this.world.sim;
		const running = host.job(this.job).cycle;
		const cycle = running === null ? null : host.cycle(running);
		const objects = cycle ? host.plan(cycle.plan).work.length : 0;
		const looked = cycle ? (cycle.phase === 'objects' ? cycle.next : cycle.phase === 'probe' ? 0 : objects) : 0;
		return { wave: this.waves.length, of: this.pilot.waves.length, looked, objects };
	}

	get report(): PilotReport {
		return {
			app: { key: this.app.key, name: this.app.name },
			from: this.#from,
			waves: [...this.waves],
			stopped: this.#stopped,
			commands: [...this.#done],
			end: this.world.clock
		};
	}

	*run(): Turns {
		const { world, pilot } = this;
		const start = world.clock;
		try {
			for (const [at, wave] of pilot.waves.entries()) {
				const due = start + at * pilot.gapHours * hour;
				if (due > world.clock) yield* running(world, { to: due, before: true });
				yield* this.#wave(wave, start + (at + 1) * pilot.gapHours * hour, at === pilot.waves.length - 1);
			}
		} catch (error) {
			if (!(error instanceof WaveRefused)) throw error;
			const { name } = pilot.waves[this.waves.length]!;
			this.#stopped = `${name} was not started: ${error.message.replace(/\.$/, '')}. The waves after it were not tried.`;
		} finally {
			world.sim.trace = undefined;
		}
	}

	/** One wave: the assignment, the cycle that sees it, and what follows until the next wave is due. */
	*#wave(wave: Wave, next: Ms, isLast: boolean): Turns {
		const { world, app, job } = this;
		const before = letIn(world, app.slot);
		const plan = planOf(world, app, wave, before);
		const strangers = new Strangers(world, app);
		const collector = new Collector(world, app, job);
		const at = world.clock;
		const mails = world.tables.mailsByJob.get(job).length;
		const told = plan.commands.map((command) => this.#do(command));
		if (world.sim.host.job(job).schedule !== 'Active')
			told.push(this.#do({ verb: 'job.start', args: { app: app.key } }));
		const from = world.clock + Math.max(world.sim.host.tenantRow.replicationMs, plan.lag);
		const latest = from + patience;
		const isOver = () => {
			collector.collect();
			if (endedCycle(world, job, from)) return true;
			return world.clock > latest && world.sim.host.job(job).cycle === null;
		};
		yield* running(world, { until: isOver });
		const cycle = endedCycle(world, job, from);
		// Failures are tried again before the next wave.
		if (!isLast && next > world.clock) {
			yield* running(world, { to: next, before: true, until: () => (collector.collect(), false) });
			collector.collect();
		}
		const report = this.#reported(wave, plan, collector, strangers, before);
		const end = cycle?.endedAt ?? null;
		const sent = world.tables.mailsByJob.get(job).length - mails;
		this.waves.push({ ...report, at, end, took: (end ?? world.clock) - at, told, mails: sent });
	}

	#do(command: Command): string {
		const { world } = this;
		const done = world.do(command);
		if (!done.ok) throw new WaveRefused(done.message);
		this.#done.push({ at: world.clock, command });
		return world.detailText(world.sim.ledger.facts.fact(done.seq));
	}

	#reported(wave: Wave, plan: WavePlan, collector: Collector, strangers: Strangers, before: ReadonlySet<Slot>) {
		const { world, app, job } = this;
		const people = [...new Set(plan.members())].filter((slot) => !before.has(slot));
		const suspects = collector.created
			.map((slot) => strangers.suspect(slot, nameOfUser(world, slot)))
			.filter((one): one is Suspect => one !== null);
		return {
			id: wave.id,
			name: wave.name,
			people: people.length,
			reached: people.filter((slot) => this.#isReached(slot)).length,
			others: collector.others(new Set(people)),
			nested: plan.nested,
			counts: collector.counts,
			rows: collector.rows,
			matchedBy: collector.matchedBy,
			failures: collector.reasons('failed'),
			skips: collector.reasons('skipped'),
			changes: collector.changes,
			suspects: { count: suspects.length, first: suspects.slice(0, mostSuspects) },
			unmatched: unmatched(world, app),
			quarantine: world.sim.host.job(job).quarantine?.reason ?? null,
			load: collector.load.load
		};
	}

	#isReached(user: Slot): boolean {
		const account = linkedAccount(this.world.sim, this.app, user);
		return account !== null && isAccountActive(definitionOf(this.app.kind), account);
	}
}
