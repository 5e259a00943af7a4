import { describe, expect, it } from 'vitest';
import { createWorld } from '../index';

const save = (attribute: string, operator: string, value?: string) => {
	const world = createWorld({ apps: ['byoa'] });
	const filter = { groups: [{ clauses: [{ attribute, operator, ...(value !== undefined && { value }) }] }] };
	const done = world.do({ verb: 'job.saveFilter', args: { app: 'byoa', filter } });
	const saved = world.sim.host.config(world.tables.jobs.get(0)!.config).users.filter;
	return { done, isSaved: saved !== null };
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
