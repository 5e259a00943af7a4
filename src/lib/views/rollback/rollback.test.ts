import { describe, expect, it } from 'vitest';
import { scenarios } from '#lib/content/scenarios';
import { finish } from '#lib/tenant/sample/steps';
import { createWorld, type World } from '#lib/world';
import { parseScripts, runBlock } from '#lib/world/script';
import { at, changed, must, running } from '../testing.fixture';
import { rehearsing, type RehearsalQuestion } from './rehearse';
import { rollback, rollbackApps, rollbackPeople, rollbackRepair, rollbackRequests, rollbackValues } from './rollback';

/** The world of a scenario after its lines up to this time. */
function until(id: string, time: string): World {
	const [script] = parseScripts(scenarios.find((one) => one.id === id)!.text);
	const statements = script!.statements.filter((one) => one.is === 'do' && one.time.text <= time);
	const { world } = runBlock({ ...script!, statements }, [{ at: at(time), checks: [] }]);
	world.seek({ at: at(time) });
	return world;
}

const rehearsal = (world: World, question: Omit<RehearsalQuestion, 'restart'>, restart = false) =>
	finish(rehearsing(world, { ...question, restart }));
const view = (world: World, app: string, choice: object = {}) => rollback(world, { app, count: 200, ...choice });
const wrongCycle = (world: World, app: string) => view(world, app).cycles.find(({ unusual }) => unusual)!;
/** Presses what the checklist offers. */
function press(world: World, app: string, cycle: number, id: string): void {
	const guard = view(world, app, { cycle }).found!.guards.find((one) => one.id === id)!;
	expect(guard.state, guard.told).toBe('open');
	const deed = guard.does!.deed ?? rollbackRepair(world, { app, cycle })!;
	const done = world.do(deed.command);
	expect(done.ok ? 'done' : done.message).toBe('done');
}
const states = (world: World, app: string, cycle: number) =>
	Object.fromEntries(view(world, app, { cycle }).found!.guards.map(({ id, state }) => [id, state]));

describe('step 1: the wrong operations', () => {
	it('S-72: a cycle that changed everybody stands out, with the configuration that was saved before it', () => {
		const world = until('S-72', '09:15');
		const { cycles, versions } = view(world, 'byoa');
		expect(cycles.map(({ name, unusual, changes, version }) => [name, unusual, changes, version])).toEqual([
			['cycle 3', true, 24, 2],
			['cycle 2', false, 0, 1],
			['cycle 1', false, 24, 1]
		]);
		expect(cycles[0]!.actions).toEqual([{ action: 'update', count: 24 }]);
		expect(cycles[0]!.saved).toMatchObject({ at: at('09:05'), what: expect.stringContaining('attribute mappings') });
		expect(versions.map(({ number, saved }) => [number, saved?.at ?? null])).toEqual([
			[1, null],
			[2, at('09:05')]
		]);
	});

	it('of a version are no others once another version was saved and a cycle ran with it', () => {
		const world = until('S-72', '09:15');
		world.seek({ at: at('09:01') });
		const { operations } = view(world, 'byoa', { version: 1 }).found!;
		world.seek({ at: at('09:15') });
		const goneOn = view(world, 'byoa', { version: 1 }).found!;
		view(world, 'byoa', { version: 2 });
		expect(goneOn.operations).toBe(operations);
		expect(goneOn).toEqual(view(world, 'byoa', { version: 1 }).found);
	});

	it('is chosen by cycle, by version of the configuration, and narrowed to a person', () => {
		const world = until('S-72', '09:15');
		const { cycle } = wrongCycle(world, 'byoa');
		const byCycle = view(world, 'byoa', { cycle }).found!;
		const byVersion = view(world, 'byoa', { version: 2 }).found!;
		expect([byCycle.operations, byCycle.people, byCycle.wrong]).toEqual([24, 24, 48]);
		expect(byVersion).toEqual(byCycle);
		expect(view(world, 'byoa', { version: 2, person: 7 }).found).toMatchObject({ operations: 1, people: 1, wrong: 2 });
		expect(view(world, 'byoa', { person: 7 }).cycles.map(({ changes }) => changes)).toEqual([1, 0, 1]);
		expect(rollbackPeople(world, { app: 'byoa', search: 'zoe' })).toEqual([{ user: 7, name: 'Zoë Müller' }]);
	});
});

describe('step 2: the last known good state', () => {
	it('S-73, H-455, C-475: every value as it was before, and whether the source still knows it', () => {
		const world = until('S-73', '09:20');
		const { cycle } = wrongCycle(world, 'byoa');
		const { attributes, values } = view(world, 'byoa', { cycle }).found!;
		expect(attributes).toEqual([
			{
				path: 'title',
				name: 'title',
				values: 24,
				wrong: 24,
				byHand: 0,
				good: '24 values, equal to jobTitle in the source',
				source: 'jobTitle',
				mapped: true
			},
			{
				path: 'nickName',
				name: 'nickName',
				values: 24,
				wrong: 24,
				byHand: 24,
				good: 'Hannah Becker: Han, Zoë Müller: Zo, 22 empty',
				source: null,
				mapped: false
			}
		]);
		expect(values.rows.find(({ user, path }) => user === 7 && path === 'nickName')).toMatchObject({
			name: 'Zoë Müller',
			good: 'Zo',
			bad: 'TEMP',
			now: 'TEMP',
			state: 'wrong'
		});
	});

	it('names no attribute from which an account that was disabled would be enabled: the scope decides', () => {
		const { attributes } = view(changed(), 'byoa', { version: 1 }).found!;
		expect(attributes.find(({ path }) => path === 'active')).toMatchObject({ source: null, mapped: true });
	});

	it('S-74: what a cycle repaired is right, what only the application knew is still wrong', () => {
		const world = until('S-74', '09:37');
		const cycle = view(world, 'byoa').cycles.find(({ version }) => version === 2)!.cycle;
		const { attributes, wrong, clock } = view(world, 'byoa', { cycle }).found!;
		expect(attributes.map(({ path, wrong: still, mapped }) => [path, still, mapped])).toEqual([
			['title', 0, true],
			['nickName', 24, false]
		]);
		expect([wrong, clock!.to]).toEqual([24, null]);
		const later = until('S-74', '09:46');
		expect(view(later, 'byoa', { cycle }).found).toMatchObject({ wrong: 0, wrongPeople: 0 });
	});
});

describe('step 3: restore with the application owner', () => {
	it('S-74: the script of requests restores every value at once, and can be undone at once', () => {
		const world = until('S-74', '09:37');
		const cycle = view(world, 'byoa').cycles.find(({ version }) => version === 2)!.cycle;
		const requests = rollbackRequests(world, { app: 'byoa', cycle });
		expect(requests).toContain(': 24 requests that restore');
		expect(requests.match(/^PATCH \{\{baseUrl\}\}\/Users\//gm)).toHaveLength(24);
		expect(requests).toContain('"value": "Zo"');
		const values = rollbackValues(world, { app: 'byoa', cycle });
		expect(values).toHaveLength(24);
		expect(values).toContainEqual(['Zoë Müller', expect.stringMatching(/^[\w-]+$/), 'nickName', 'TEMP', 'Zo']);
		press(world, 'byoa', cycle, 'values');
		expect(view(world, 'byoa', { cycle }).found!.wrong).toBe(0);
		expect(world.journal().at(-1)!.verb).toBe('app.requests');
	});

	it('H-455: tells before what a cycle that looks at everybody would overwrite: all while the cause stands, nothing after', () => {
		const still = until('S-73', '09:20');
		const { cycle } = wrongCycle(still, 'byoa');
		const before = [still.fingerprint(), still.clock, still.journal().length];
		expect(rehearsal(still, { app: 'byoa', cycle })).toMatchObject({ afterStart: true, stay: 48 });
		const bad = rehearsal(still, { app: 'byoa', cycle }, true);
		expect(bad).toMatchObject({ refused: null, afterStart: true, of: 48, stay: 0, again: 48 });
		expect(bad.cycle).toMatchObject({ kind: 'Initial cycle' });
		expect(bad.overwritten[0]).toMatchObject({ good: expect.any(String), after: 'TEMP' });
		expect([still.fingerprint(), still.clock, still.journal().length]).toEqual(before);
		const cured = until('S-74', '09:34');
		expect(rehearsal(cured, { app: 'byoa', cycle }, true)).toMatchObject({
			of: 48,
			stay: 48,
			again: 0
		});
	});
});

describe('accounts that came and went', () => {
	it('S-06: a deleted account is created again under its name, and is no longer wrong', () => {
		const world = until('S-06', '09:02');
		const { cycle } = view(world, 'netsuite').cycles[0]!;
		const { attributes, values } = view(world, 'netsuite', { cycle }).found!;
		expect(attributes).toMatchObject([{ name: 'the account itself', wrong: 1 }]);
		expect(values.rows[0]).toMatchObject({ user: 22, good: 'exists', now: 'no account' });
		expect(rollbackRequests(world, { app: 'netsuite', cycle })).toContain('POST {{baseUrl}}/Users');
		press(world, 'netsuite', cycle, 'stop');
		press(world, 'netsuite', cycle, 'values');
		expect(view(world, 'netsuite', { cycle }).found).toMatchObject({ wrong: 0, people: 1 });
	});

	it('S-24: accounts that nobody wanted are deleted, those that were there before stay', () => {
		const world = until('S-24', '08:30');
		const { cycle } = view(world, 'snowflake').cycles[0]!;
		expect(view(world, 'snowflake', { cycle, person: 24 }).found).toMatchObject({ operations: 0, wrong: 0 });
		const { values } = view(world, 'snowflake', { cycle, person: 7 }).found!;
		expect(values.rows).toMatchObject([{ good: 'no account', now: 'exists', state: 'wrong' }]);
		expect(rollbackRequests(world, { app: 'snowflake', cycle, person: 7 })).toMatch(
			/^DELETE \{\{baseUrl\}\}\/Users\//m
		);
	});
});

describe('actions that were switched on', () => {
	it('C-382: are a cause like the mappings, and are restored as they were', () => {
		const world = running();
		const set = (update: boolean) =>
			must(world, 'job.setActions', { app: 'byoa', object: 'users', create: true, update, delete: true });
		set(false);
		world.advance({ by: 3_600_000 });
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'TEMP' });
		set(true);
		world.advance({ by: 3_600_000 });
		const { cycle } = view(world, 'byoa').cycles.find(({ changes, version }) => version === 3 && changes > 0)!;
		press(world, 'byoa', cycle, 'stop');
		const cause = view(world, 'byoa', { cycle }).found!.guards.find(({ id }) => id === 'cause')!;
		expect(cause.told).toBe('The job still runs with what was wrong: the target object actions.');
		press(world, 'byoa', cycle, 'cause');
		expect(states(world, 'byoa', cycle)).toMatchObject({ cause: 'done', values: 'open' });
		expect(world.tables.configs.get(world.tables.jobs.get(0)!.config)!.users.update).toBe(false);
	});
});

describe('a cause of two parts', () => {
	it('C-382: is taken away part by part, back to what the last cycle ran with', () => {
		const world = changed();
		const { users } = world.tables.configs.get(world.tables.jobs.get(0)!.config)!;
		const attributes = users.attributes.map((row) =>
			row.target === 'title' ? { target: 'title', source: { type: 'Constant', value: 'Oops' } } : row
		);
		must(world, 'job.saveMapping', { app: 'byoa', attributes: attributes as never });
		const clauses = [{ attribute: 'city', operator: 'EQUALS', value: 'Nowhere' }];
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'In scope', clauses }] } });
		world.advance({ by: 3_600_000 });
		const cycle = view(world, 'byoa').cycles.find(({ version }) => version === 3)!.cycle;
		const cause = () => view(world, 'byoa', { cycle }).found!.guards.find(({ id }) => id === 'cause')!;
		press(world, 'byoa', cycle, 'stop');
		expect(cause().told).toBe('The job still runs with what was wrong: the scoping filter and the mappings.');
		press(world, 'byoa', cycle, 'cause');
		expect(cause()).toMatchObject({
			state: 'open',
			told: 'The job still runs with what was wrong: the mappings.',
			does: { label: 'Restore the mappings from before' }
		});
		press(world, 'byoa', cycle, 'cause');
		expect(cause().state).toBe('done');
		expect(JSON.stringify(world.tables.configs.get(world.tables.jobs.get(0)!.config)!.users)).toBe(
			JSON.stringify(users)
		);
	});
});

/** A company whose job for everybody has written this title over every other, and has its own mappings again. */
function retitled(size: number): World {
	const world = createWorld({ apps: ['byoa'], size });
	must(world, 'job.setScope', { app: 'byoa', mode: 'all' });
	must(world, 'job.start', { app: 'byoa' });
	world.advance({ cycles: 1 });
	const { attributes } = world.tables.configs.get(world.tables.jobs.get(0)!.config)!.users;
	const wrong = attributes.map((row) =>
		row.target === 'title' ? { target: 'title', source: { type: 'Constant', value: 'TEMP' } } : row
	);
	must(world, 'job.saveMapping', { app: 'byoa', attributes: wrong as never });
	world.advance({ cycles: 1 });
	must(world, 'job.saveMapping', { app: 'byoa', attributes: attributes as never });
	return world;
}

describe('what a cycle does not bring back', () => {
	it('C-216: a value that was empty comes back by hand, though its attribute is mapped', () => {
		const world = retitled(25);
		const { cycle } = wrongCycle(world, 'byoa');
		const { attributes, guards, wrong } = view(world, 'byoa', { cycle }).found!;
		expect(attributes).toMatchObject([{ name: 'title', mapped: true, wrong, byHand: 1 }]);
		expect(guards.find(({ id }) => id === 'values')!.told).toBe(
			`${wrong} values are still wrong; an initial cycle writes ${wrong - 1} of them by itself.`
		);
		world.advance({ by: 3_600_000 });
		const left = view(world, 'byoa', { cycle }).found!;
		expect(left.wrong).toBe(1);
		expect(left.values.rows.find(({ state }) => state === 'wrong')).toMatchObject({ good: '', now: 'TEMP' });
	});
});

describe('more accounts than one command holds', () => {
	const world = retitled(5_200);
	const { cycle, changes } = wrongCycle(world, 'byoa');

	it('are all in the files and in the try, which leaves every value as it was', () => {
		expect(changes).toBeGreaterThan(5_000);
		expect(rollbackValues(world, { app: 'byoa', cycle })).toHaveLength(changes);
		const requests = rollbackRequests(world, { app: 'byoa', cycle });
		expect(requests.match(/^PATCH /gm)).toHaveLength(changes);
		expect(rehearsal(world, { app: 'byoa', cycle })).toMatchObject({ refused: null, of: changes, again: 0 });
	});

	it('are sent to nobody who only looks: what restores them is asked for when it is done', () => {
		const told = JSON.stringify(rollback(world, { app: 'byoa', cycle, count: 50 }));
		expect(told.length).toBeLessThan(50_000);
		expect(rollbackRepair(world, { app: 'byoa', cycle })!.command.verb).toBe('app.requests');
	});

	it('are restored by two commands, and the first says how many it takes', () => {
		const values = () => view(world, 'byoa', { cycle }).found!.guards.find(({ id }) => id === 'values')!;
		expect(values().does!.label).toBe('Apply to the first 5,000');
		expect(rollbackRepair(world, { app: 'byoa', cycle })!.sentence).toBe(
			`Quillpad: 5,000 accounts restored, ${changes - 5_000} to go.`
		);
		press(world, 'byoa', cycle, 'values');
		expect(values().does!.label).toBe('Apply in the application');
		press(world, 'byoa', cycle, 'values');
		expect(view(world, 'byoa', { cycle }).found!.wrong).toBe(0);
	});
});

describe('a job to human resources', () => {
	it('H-340: has no drill, since it keeps no accounts', () => {
		const world = createWorld({ preset: 'hybrid-hr', apps: ['slack'] });
		expect(rollbackApps(world, {}).map(({ key }) => key)).toEqual(['slack']);
		expect(() => view(world, 'wd-wb')).toThrow('Workday Writeback keeps no accounts of its own');
	});
});

describe('a scope that was narrowed by assignment', () => {
	it('C-243: asks for the flag too, as a filter does', () => {
		const world = retitled(25);
		must(world, 'job.setScope', { app: 'byoa', mode: 'assigned' });
		world.advance({ by: 3_600_000 });
		const { cycle } = view(world, 'byoa').cycles[0]!;
		expect(states(world, 'byoa', cycle)).toMatchObject({ keep: 'later' });
	});
});

describe('the drill of S-75', () => {
	it('H-455: finds 21 operations, puts them back step by step, and measures eighteen minutes', () => {
		const world = until('S-75', '09:06');
		const { cycle, actions } = wrongCycle(world, 'snowflake');
		expect(actions).toEqual([{ action: 'disable', count: 21 }]);
		const { attributes } = view(world, 'snowflake', { cycle }).found!;
		expect(attributes.map(({ good, wrong }) => [good, wrong])).toEqual([['21 values: True', 21]]);
		expect(states(world, 'snowflake', cycle)).toEqual({
			stop: 'open',
			keep: 'later',
			threshold: 'later',
			cause: 'later',
			values: 'later',
			start: 'later',
			check: 'later',
			unkeep: 'not needed'
		});
		world.advance({ to: at('09:10'), before: true });
		press(world, 'snowflake', cycle, 'stop');
		press(world, 'snowflake', cycle, 'keep');
		press(world, 'snowflake', cycle, 'threshold');
		world.advance({ to: at('09:20'), before: true });
		press(world, 'snowflake', cycle, 'cause');
		expect(states(world, 'snowflake', cycle)).toMatchObject({ cause: 'done', values: 'open', start: 'open' });
		expect(rehearsal(world, { app: 'snowflake', cycle })).toMatchObject({ of: 21, stay: 21, again: 0 });
		world.advance({ to: at('09:22'), before: true });
		press(world, 'snowflake', cycle, 'start');
		world.advance({ to: at('09:24') });
		expect(states(world, 'snowflake', cycle)).toMatchObject({ values: 'done', check: 'done', unkeep: 'open' });
		press(world, 'snowflake', cycle, 'unkeep');
		expect(states(world, 'snowflake', cycle)).toMatchObject({ keep: 'done', unkeep: 'not needed' });
		const { clock, wrong } = view(world, 'snowflake', { cycle }).found!;
		expect(wrong).toBe(0);
		expect(Math.round((clock!.to! - clock!.from) / 60_000)).toBe(18);
		expect(Math.max(...clock!.moments.map((moment) => moment.wrong))).toBe(21);
	});

	it('C-243: claims no flag that nobody has set', () => {
		const world = until('S-75', '09:24');
		const wrong = view(world, 'snowflake').cycles.find(({ version }) => version === 2)!.cycle;
		expect(states(world, 'snowflake', wrong)).toMatchObject({ check: 'done', keep: 'not needed' });
	});

	it('at a past moment shows what was known then', () => {
		const world = until('S-75', '09:24');
		const cycle = view(world, 'snowflake').cycles.find(({ version }) => version === 2)!.cycle;
		expect(view(world, 'snowflake', { cycle }).found!.clock!.to).not.toBeNull();
		world.seek({ at: at('09:12') });
		expect(view(world, 'snowflake', { cycle }).found).toMatchObject({
			wrong: 21,
			clock: { to: null }
		});
		world.back();
		expect(view(world, 'snowflake', { cycle }).found!.wrong).toBe(0);
	});
});
