import { describe, expect, it } from 'vitest';
import { finish } from '#lib/tenant/sample/steps';
import { register } from '#lib/engine/rules';
import type { Json } from '#lib/engine/base';
import { createWorld, type Command, type World } from '#lib/world';
import { copyOf, runRow, type GuideRow, type RowResult, type TestRow } from '#lib/world/plan';
import { guideRows, plans } from './index';

const at = (minutes: number) => Date.UTC(2026, 2, 2, 8, minutes);

/** Everybody of a pilot group assigned, the initial cycle done. */
function company(app = 'slack', options: Parameters<typeof createWorld>[0] = {}): World {
	const world = createWorld({ apps: [app], ...options });
	world.advance({ to: at(12) });
	const group = [...world.tables.groups.all()].find(({ attrs }) => attrs.displayName === 'Pilot-W1-IT')!.slot;
	world.do({ verb: 'assign', args: { app, kind: 'group', who: [group] } });
	world.advance({ to: at(20), before: true });
	world.do({ verb: 'job.start', args: { app } });
	world.advance({ to: at(30) });
	return world;
}

const hrCompany = () => createWorld({ preset: 'hybrid-hr' });

function result(world: World, row: TestRow): RowResult {
	const run = runRow(finish(copyOf(world)), row);
	for (;;) {
		const step = run.next();
		if (step.done) return step.value;
	}
}

const rowOf = (id: string) => guideRows.find((row) => row.id === id)!;
const told = ({ state, why, checks }: RowResult) => ({ state, why, wrong: checks.filter(({ holds }) => !holds) });
const fine = { state: 'passed', why: null, wrong: [] };

describe('the shipped test plans', () => {
	it('have rows with ids of their own, and rules that the register knows', () => {
		const ids = guideRows.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const known = new Set<string>(register.map(({ id }) => id));
		const unknown = guideRows.flatMap(({ id, rules }) =>
			rules.filter((rule) => !known.has(rule)).map((rule) => `${id} ${rule}`)
		);
		expect(unknown).toEqual([]);
		expect(plans.flatMap(({ id, rows }) => (rows as readonly GuideRow[]).filter(({ plan }) => plan !== id))).toEqual(
			[]
		);
	});

	for (const row of guideRows.filter(({ plan }) => plan !== 'hr'))
		it(`${row.id} passes in the sample company as it is shipped`, () => {
			expect(told(result(company(), row))).toEqual(fine);
		});

	for (const row of guideRows.filter(({ plan }) => plan === 'hr'))
		it(`${row.id} passes in the sample company as it is shipped`, () => {
			expect(told(result(hrCompany(), row))).toEqual(fine);
		});
});

/** A configuration that somebody got wrong, and the rows that must notice it. */
interface Mistake {
	readonly what: string;
	readonly rows: readonly string[];
	readonly commands: (world: World) => readonly Command[];
}

function attributes(world: World, app: string, without: string): Json {
	const job = world.sim.host.job(world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!);
	const { attributes } = world.sim.host.config(job.config).users;
	return attributes.filter(({ target }) => target !== without) as unknown as Json;
}

const setActions = (create: boolean, update: boolean, remove: boolean): Command => ({
	verb: 'job.setActions',
	args: { app: 'slack', create, update, delete: remove }
});

const everybody: Command = { verb: 'job.setScope', args: { app: 'slack', mode: 'all' } };
const restart: Command = { verb: 'job.restart', args: { app: 'slack' } };

const mistakes: readonly Mistake[] = [
	{ what: 'Create is off', rows: ['saas-joins'], commands: () => [setActions(false, true, true)] },
	{ what: 'Update is off', rows: ['saas-changes'], commands: () => [setActions(true, false, true)] },
	{
		what: 'the account state is not mapped',
		rows: ['saas-leaves', 'leaving-unassigned', 'leaving-blocked'],
		commands: (world) => [save(world, 'slack', 'active')]
	},
	{
		what: 'everybody is synced, assigned or not',
		rows: ['saas-leaves', 'leaving-unassigned'],
		commands: () => [everybody, restart]
	},
	{
		what: 'the token has expired',
		rows: ['saas-joins', 'saas-leaves', 'saas-changes'],
		commands: () => [{ verb: 'job.setCredential', args: { app: 'slack', state: 'bad' } }]
	},
	{
		what: 'who leaves the scope is left alone',
		rows: ['saas-out-of-scope'],
		commands: () => [{ verb: 'job.setSecret', args: { app: 'slack', key: 'SkipOutOfScopeDeletions', value: 'True' } }]
	},
	{
		what: 'a threshold holds removals back',
		rows: ['saas-leaves'],
		commands: () => [{ verb: 'job.setThreshold', args: { app: 'slack', threshold: 0 } }]
	}
];

const hrMistakes: readonly Mistake[] = [
	{
		what: 'the account state is not mapped',
		rows: ['hr-terminated'],
		commands: (world) => [save(world, 'wd-ad', 'accountDisabled')]
	},
	{
		what: 'the unit is not mapped',
		rows: ['hr-moved'],
		commands: (world) => [save(world, 'wd-ad', 'parentDistinguishedName')]
	},
	{
		what: 'who leaves the scope is left alone',
		rows: ['hr-out-of-scope'],
		commands: () => [{ verb: 'job.setSecret', args: { app: 'wd-ad', key: 'SkipOutOfScopeDeletions', value: 'True' } }]
	},
	{ what: 'the manager is not mapped', rows: ['hr-manager'], commands: (world) => [save(world, 'wd-ad', 'manager')] },
	{
		what: 'the only agent is stopped',
		rows: ['hr-hired', 'hr-terminated'],
		commands: (world) =>
			[...world.tables.agents.all()].map(({ name }) => ({ verb: 'agent.stop', args: { agent: name } }))
	}
];

function save(world: World, app: string, without: string): Command {
	return { verb: 'job.saveMapping', args: { app, attributes: attributes(world, app, without) } };
}

describe('a configuration that is wrong', () => {
	for (const [list, make] of [
		[mistakes, company],
		[hrMistakes, hrCompany]
	] as const)
		for (const { what, rows, commands } of list)
			it(`fails what it breaks: ${what}`, () => {
				const world = make();
				world.advance({ to: at(45) });
				for (const command of commands(world)) expect(world.do(command)).toMatchObject({ ok: true });
				for (const id of rows) expect([id, result(world, rowOf(id)).state]).toEqual([id, 'failed']);
			});
});
