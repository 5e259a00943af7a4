import { describe, expect, it } from 'vitest';
import type { ObjectMapping } from '#lib/engine/job/records';
import { createWorld } from '../index';
import { exportSchema } from '../schema-json';

const save = (attribute: string, operator: string, value?: string) => {
	const world = createWorld({ apps: ['byoa'] });
	const filter = { groups: [{ clauses: [{ attribute, operator, ...(value !== undefined && { value }) }] }] };
	const done = world.do({ verb: 'job.saveFilter', args: { app: 'byoa', filter } });
	const saved = world.sim.host.config(world.tables.jobs.get(0)!.config).users.filter;
	return { done, isSaved: saved !== null };
};

/** The schema of a job without its directories, against which names would be checked. */
const schemaOf = (users: ObjectMapping) => {
	const side = (name: string) => ({ id: name, name, objects: { users: { name: 'user', attributes: [] } } });
	const ends = { source: side('Workday'), target: side('Active Directory') };
	const text = exportSchema({ id: 'j', version: 'v', ruleId: 'r', ...ends, mappings: { users, groups: null } });
	return JSON.stringify({ ...(JSON.parse(text) as object), directories: undefined });
};

describe('a scoping filter that is saved', () => {
	it('F-026: is refused by the command itself when it cannot be read or looks at what filters do not support', () => {
		for (const [attribute, operator, value] of [
			['department', 'REGEX MATCH', '('],
			['department', 'STARTS_WITH', 'S'],
			['userType', 'EQUALS', 'Member'],
			['employeeHireDate', 'IS NOT NULL']
		] as const)
			expect(save(attribute, operator, value)).toMatchObject({ done: { ok: false }, isSaved: false });
		expect(save('department', 'REGEX MATCH', '^S')).toMatchObject({ done: { ok: true }, isSaved: true });
	});
});

describe('a mapping that is saved', () => {
	it('E-001: is refused by the command itself when an expression cannot be read or a target stands there twice', () => {
		const world = createWorld({ apps: ['byoa'] });
		const config = () => world.sim.host.config(world.tables.jobs.get(0)!.config);
		const before = config();
		const { attributes } = before.users;
		const named = (expression: string) =>
			attributes.map((row) =>
				row.target === 'displayName' ? { ...row, source: { type: 'Expression', expression } } : row
			);
		const save = (rows: readonly object[]) =>
			world.do({ verb: 'job.saveMapping', args: { app: 'byoa', attributes: rows } as never });
		for (const rows of [named('Join(" ", [givenName]'), named('NoSuchFunction()'), [...attributes, attributes[0]!]])
			expect(save(rows)).toMatchObject({ ok: false });
		expect(config()).toBe(before);
		expect(save(named('Join(" ", [givenName], [surname])'))).toMatchObject({ ok: true });
	});
});

describe('a schema that is saved', () => {
	it('M-030: keeps which mappings let null flow, since the document has no word for it', () => {
		const world = createWorld({ apps: ['wd-ad'] });
		const config = () => world.sim.host.config(world.tables.jobs.get(0)!.config);
		const attributes = config().users.attributes.map((row) =>
			row.target === 'title' ? { ...row, flowNullValues: true } : row
		);
		const save = (verb: 'job.saveMapping' | 'job.saveSchema', args: object) =>
			expect(world.do({ verb, args: { app: 'wd-ad', ...args } as never })).toMatchObject({ ok: true });
		save('job.saveMapping', { attributes });
		save('job.setNullFlow' as never, { sources: ['BusinessTitle'] });
		save('job.saveSchema', { schema: schemaOf(config().users) });
		expect(
			config()
				.users.attributes.filter((row) => row.flowNullValues)
				.map(({ target }) => target)
		).toEqual(['title']);
		expect(config().users.nullFlowSources).toEqual(['BusinessTitle']);
	});
});
