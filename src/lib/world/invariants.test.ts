import { describe, expect, it } from 'vitest';
import type { Fact } from '#lib/engine/base';
import { unpackRow } from '#lib/engine/steps/log-row';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import { createWorld, type World } from './index';
import { dice, randomCommand } from './testing/random';

const minute = 60_000;
const kinds = ['throttled', 'serverError', 'unavailable', 'timeout', 'conflict'] as const;

/** One request with what the service knew when it was sent. */
interface Sent {
	readonly request: ScimRequest;
	readonly response: ScimResponse;
	readonly linkedIds: ReadonlySet<string>;
	readonly active: boolean;
	readonly running: boolean;
	readonly staged: boolean;
}

/** Runs on and keeps every request that the service sent. */
function watch(world: World, by: number, sent: Sent[]): void {
	const play = world.play({ by });
	let step = play.next();
	while (!step.done) {
		if (step.value === 'boundary') {
			step = play.next();
			continue;
		}
		const request = step.value;
		const { tables } = world;
		const job = tables.jobs.get(0)!;
		const cycle = tables.runningCycles.get(0).map((slot) => tables.cycles.get(slot)!);
		const known = {
			linkedIds: new Set(tables.linksByJob.get(0).map((slot) => tables.links.get(slot)!.targetId)),
			active: job.schedule === 'Active',
			running: cycle.length > 0,
			staged: cycle.some(({ staged }) => staged)
		};
		const response = world.sim.apps.answer(request);
		sent.push({ request, response, ...known });
		step = play.next(response);
	}
}

function fuzz(seed: number): { world: World; sent: Sent[] } {
	const world = createWorld({ apps: ['byoa'] });
	const roll = dice(seed);
	const sent: Sent[] = [];
	world.do({ verb: 'job.start', args: { app: 'byoa' } });
	for (let step = 0; step < 40; step++) {
		watch(world, roll.below(40) * minute, sent);
		if (roll.below(6) === 0) {
			const fault = { kind: roll.pick(kinds), chance: 0.3 };
			world.do({ verb: 'app.set', args: { app: 'byoa', settings: { faults: roll.below(2) ? [fault] : [] } } });
		}
		world.do(randomCommand(world, roll, 'byoa'));
	}
	return { world, sent };
}

/** The nearest fact of a kind on the way back to the cause. */
function before(world: World, fact: Fact, kind: Fact['kind']): Fact {
	while (fact.kind !== kind && fact.seq > 0) fact = world.facts(fact.cause, fact.cause + 1)[0]!;
	return fact;
}

const idOf = ({ path }: ScimRequest) => decodeURIComponent(path.split('?')[0]!.split('/')[2] ?? '');
const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const replay = (seed: number) => `replay with fuzz(${seed})`;

describe('what never happens, whatever people do', () => {
	it.each(seeds)('C-025: no write goes to an account that was never linked (seed %i)', (seed) => {
		for (const { request, linkedIds } of fuzz(seed).sent)
			if (request.method === 'DELETE') expect(linkedIds.has(idOf(request)), replay(seed)).toBe(true);
	});

	it.each(seeds)('C-255: nothing is disabled or deleted while the removals are staged (seed %i)', (seed) => {
		for (const { request, staged } of fuzz(seed).sent)
			if (staged) expect(request.method, replay(seed)).not.toBe('DELETE');
	});

	it.each(seeds)('C-047: nothing is sent while the job is off and no cycle is finishing (seed %i)', (seed) => {
		for (const { active, running } of fuzz(seed).sent) expect(active || running, replay(seed)).toBe(true);
	});

	it.each(seeds)('C-087, C-081: nobody is created who is blocked, deleted or not assigned (seed %i)', (seed) => {
		const { world } = fuzz(seed);
		for (const fact of world.facts()) {
			if (fact.kind !== 'decide' || fact.rule !== 'C-162') continue;
			const scope = before(world, fact, 'scope');
			expect(scope.guards & 0b1101, replay(seed)).toBe(0b1101);
		}
	});

	it.each(seeds)('C-111: two links to one account only with a warning (seed %i)', (seed) => {
		const { world } = fuzz(seed);
		const targets = world.tables.linksByJob.get(0).map((slot) => world.tables.links.get(slot)!.targetId);
		const warned = world.facts().some(({ kind }) => kind === 'warning');
		expect(new Set(targets).size === targets.length || warned, replay(seed)).toBe(true);
	});

	it.each(seeds)('C-305: the retries of one object never get closer (seed %i)', (seed) => {
		const { world } = fuzz(seed);
		for (const escrow of world.tables.escrows.all()) {
			const wait = escrow.dueAt - escrow.lastAt;
			expect(wait, replay(seed)).toBe(Math.min(40 * minute * 2 ** (escrow.attempts - 1), 24 * 60 * minute));
		}
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
			if (world.text(code) !== 'InvalidMatchingValue') expect(status, replay(seed)).toBe('skipped');
		}
		expect(world.tables.jobs.get(0)!.quarantine).toBeNull();
	});

	it.each(seeds)('the log and the application agree: creates less deletes are the accounts (seed %i)', (seed) => {
		const { world } = fuzz(seed);
		let accounts = 0;
		for (const fact of world.facts()) {
			if (fact.kind !== 'row' || fact.subject.table !== 'users') continue;
			const { action, status } = unpackRow(fact.detail);
			if (status === 'success' && action === 'create') accounts++;
			if (status === 'success' && action === 'delete') accounts--;
		}
		const users = [...world.tables.accounts.all()].filter(({ resource }) => resource.type === 'User');
		expect(users.length, replay(seed)).toBe(accounts);
	});
});
