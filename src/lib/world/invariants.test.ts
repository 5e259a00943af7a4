import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { EscrowRow } from '#lib/engine/job/records';
import { blankWorld, createWorld, Recording, replay, type World } from './index';
import { dice, randomCommand } from './testing/random';

const minute = 60_000;
const kinds = ['throttled', 'serverError', 'unavailable', 'timeout', 'conflict'] as const;

/** One request with what the service knew when it was sent. */
interface Sent {
	readonly request: ScimRequest;
	readonly response: ScimResponse;
	/** Whether its account has been linked, or was what the query before had found (C-164). */
	readonly known: boolean;
	readonly active: boolean;
	readonly running: boolean;
	readonly staged: boolean;
	readonly discovers: boolean;
}

/** Looks over the service's shoulder while it sends its requests. */
class Watcher {
	readonly sent: Sent[] = [];
	readonly #linked = new Set<string>();
	#found: readonly string[] = [];

	run(world: World, to: number): void {
		const play = world.play({ to });
		let step = play.next();
		while (!step.done) step = step.value === 'boundary' ? play.next() : play.next(this.#answer(world, step.value));
	}

	#answer(world: World, request: ScimRequest): ScimResponse {
		const { tables } = world;
		for (const link of tables.links.all()) this.#linked.add(link.targetId);
		const cycles = tables.runningCycles.get(0).map((slot) => tables.cycles.get(slot)!);
		const id = idOf(request);
		const known = id === '' || this.#linked.has(id) || this.#found.includes(id);
		const response = world.sim.apps.answer(request);
		if (request.path.includes('filter=')) this.#found = idsIn(response);
		const active = tables.jobs.get(0)!.schedule === 'Active';
		const staged = cycles.some((cycle) => cycle.staged);
		this.sent.push({
			request,
			response,
			known,
			active,
			running: cycles.length > 0,
			staged,
			discovers: discovers(world, request)
		});
		return response;
	}
}

/** C-421: a page of a discovery that somebody asked for, whether the job is on or off. */
function discovers({ tables }: World, { method, path }: ScimRequest): boolean {
	return tables.runningDiscoveries.count(0) > 0 && method === 'GET' && path.startsWith('/Users?startIndex=');
}

const idOf = ({ path }: ScimRequest) => decodeURIComponent(path.split('?')[0]!.split('/')[2] ?? '');

function idsIn({ status, body }: ScimResponse): string[] {
	if (status !== 200 || !body?.endsWith('}')) return [];
	const { Resources = [] } = JSON.parse(body) as { Resources?: { id: string }[] };
	return Resources.map(({ id }) => id);
}

/** What happens in step `n` of a run, and what the person does then. */
function* steps(world: () => World, seed: number): Generator<{ readonly to: number }, void, void> {
	const roll = dice(seed);
	world().do({ verb: 'job.start', args: { app: 'byoa' } });
	for (let step = 0; step < 40; step++) {
		yield { to: world().clock + roll.below(40) * minute };
		if (roll.below(6) === 0) {
			const fault = { kind: roll.pick(kinds), chance: 0.3 };
			world().do({ verb: 'app.set', args: { app: 'byoa', settings: { faults: roll.below(2) ? [fault] : [] } } });
		}
		world().do(randomCommand(world(), roll, 'byoa'));
	}
}

function fuzz(seed: number): { world: World; sent: readonly Sent[] } {
	const world = createWorld({ apps: ['byoa'] });
	const watcher = new Watcher();
	for (const { to } of steps(() => world, seed)) watcher.run(world, to);
	return { world, sent: watcher.sent };
}

const runs = new Map<number, ReturnType<typeof fuzz>>();

/** The run of a seed, for tests that only look at it. */
function ran(seed: number): ReturnType<typeof fuzz> {
	let run = runs.get(seed);
	if (!run) runs.set(seed, (run = fuzz(seed)));
	return run;
}

/** The same run, in which the worker dies now and then between two facts and another goes on from what was stored. */
function crashing(seed: number): { world: World; crashes: number } {
	const options = { apps: ['byoa'] };
	const roll = dice(seed + 1000);
	let world = createWorld(options);
	let recording = new Recording(world);
	let crashes = 0;
	for (const { to } of steps(() => world, seed))
		while (!survives(world, to, roll)) {
			crashes++;
			const stored = structuredClone(recording.take());
			world = blankWorld(options);
			replay(world, stored);
			recording = new Recording(world);
		}
	return { world, crashes };
}

/** Runs on until then; false: it died in the middle of a unit, or between two. */
function survives(world: World, to: number, roll: ReturnType<typeof dice>): boolean {
	const play = world.play({ to });
	let step = play.next();
	while (!step.done) {
		if (roll.below(12) === 0) return false;
		step = step.value === 'boundary' ? play.next() : play.next(world.sim.apps.answer(step.value));
	}
	return true;
}

/** The nearest fact of a kind on the way back to the cause. */
function before(world: World, fact: Fact, kind: Fact['kind']): Fact {
	while (fact.kind !== kind && fact.seq > 0) fact = world.facts(fact.cause, fact.cause + 1)[0]!;
	return fact;
}

const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const replayed = (seed: number) =>
	`replay it with: npx vitest run --project unit src/lib/world/invariants.test.ts -t "(seed ${seed})"`;

describe('what never happens, whatever people do', () => {
	it.each(seeds)('C-025: nothing is sent about an account that was neither linked nor just found (seed %i)', (seed) => {
		for (const { request, known } of ran(seed).sent)
			expect(known, `${request.method} ${request.path}: ${replayed(seed)}`).toBe(true);
	});

	it.each(seeds)('C-255: nothing is disabled or deleted while the removals are staged (seed %i)', (seed) => {
		for (const { request, staged } of ran(seed).sent) {
			if (!staged) continue;
			expect(request.method, replayed(seed)).not.toBe('DELETE');
			expect(request.body ?? '', replayed(seed)).not.toMatch(/"active","value":"?false/i);
		}
	});

	it.each(seeds)('C-047: nothing is sent while the job is off and no cycle is finishing (seed %i)', (seed) => {
		for (const { active, running, discovers } of ran(seed).sent)
			expect(active || running || discovers, replayed(seed)).toBe(true);
	});

	it.each(seeds)('C-087, C-081: nobody is created who is blocked, deleted or not assigned (seed %i)', (seed) => {
		const { world } = ran(seed);
		for (const fact of world.facts()) {
			if (fact.kind !== 'decide' || fact.rule !== 'C-162') continue;
			const scope = before(world, fact, 'scope');
			expect(scope.guards & 0b1101, replayed(seed)).toBe(0b1101);
		}
	});

	it.each(seeds)('C-111: two links to one account only with a warning (seed %i)', (seed) => {
		const { world } = ran(seed);
		const targets = world.tables.linksByJob.get(0).map((slot) => world.tables.links.get(slot)!.targetId);
		const warned = world.facts().some(({ kind }) => kind === 'warning');
		expect(new Set(targets).size === targets.length || warned, replayed(seed)).toBe(true);
	});

	it.each(seeds)('C-305: the retries of one object never get closer (seed %i)', (seed) => {
		const { tape } = ran(seed).world.sim.ledger;
		const waits = new Map<number, number>();
		for (let op = 0; op < tape.n; op++) {
			if (tape.tableName(op) !== 'escrows') continue;
			const escrow = tape.after[op] as EscrowRow | null;
			if (!escrow) waits.delete(tape.slot[op]!);
			if (!escrow || escrow === tape.before[op]) continue;
			const wait = escrow.dueAt - escrow.lastAt;
			expect(wait, replayed(seed)).toBeGreaterThanOrEqual(waits.get(escrow.slot) ?? 0);
			expect(wait, replayed(seed)).toBe(Math.min(40 * minute * 2 ** (escrow.attempts - 1), 24 * 60 * minute));
			waits.set(escrow.slot, wait);
		}
	});

	it.each(seeds)('a crash at any fact and a restart give the same facts (seed %i)', (seed) => {
		const { world, crashes } = crashing(seed);
		expect(crashes, replayed(seed)).toBeGreaterThan(0);
		expect(world.facts(), replayed(seed)).toEqual(ran(seed).world.facts());
		expect(world.fingerprint(), replayed(seed)).toBe(ran(seed).world.fingerprint());
	});

	it.each(seeds)('C-027, C-154: after the faults end the target converges to the source (seed %i)', (seed) => {
		const { world } = fuzz(seed);
		const quiet = [
			{ verb: 'app.set', args: { app: 'byoa', settings: { faults: [] } } },
			{ verb: 'job.setCredential', args: { app: 'byoa', state: 'ok' } },
			{ verb: 'job.setThreshold', args: { app: 'byoa', threshold: null } },
			{ verb: 'job.setActions', args: { app: 'byoa', create: true, update: true, delete: true } },
			{ verb: 'job.restart', args: { app: 'byoa' } }
		] as const;
		world.advance({ by: 60 * minute });
		for (const command of quiet) world.do(command);
		world.advance({ by: 300 * minute });
		const from = world.checkpoint().seq;
		world.do({ verb: 'job.restart', args: { app: 'byoa' } });
		world.advance({ by: 30 * minute });
		const rows = world.facts(from).filter(({ kind }) => kind === 'row');
		for (const row of rows) {
			const { status, code } = unpackRow(row.detail);
			// C-108: a group name with quotation marks can never be matched.
			if (world.text(code) !== 'InvalidMatchingValue') expect(status, replayed(seed)).toBe('skipped');
		}
		expect(world.tables.jobs.get(0)!.quarantine).toBeNull();
	});

	it.each(seeds)('the log and the application agree: creates less deletes are the accounts (seed %i)', (seed) => {
		const { world } = ran(seed);
		let accounts = 0;
		for (const fact of world.facts()) {
			if (fact.kind !== 'row' || fact.subject.table !== 'users') continue;
			const { action, status } = unpackRow(fact.detail);
			if (status === 'success' && action === 'create') accounts++;
			if (status === 'success' && action === 'delete') accounts--;
		}
		const users = [...world.tables.accounts.all()].filter(({ resource }) => resource.type === 'User');
		expect(users.length, replayed(seed)).toBe(accounts);
	});
});
