import { describe, expect, it } from 'vitest';
import type { AttributeMapping } from '#lib/engine/mapping';
import type { JsonObject } from '#lib/scim/types';
import { createWorld, type World } from '#lib/world';
import { must, requestsOfCycle } from './played.fixture';

const app = 'byoa';
const type = 'WindowsAzureActiveDirectoryRole';

/** What is written until the next cycle has ended. */
const written = (world: World) =>
	requestsOfCycle(world).flatMap(({ body }) => (body ? [JSON.parse(body) as JsonObject] : []));

/** Zoe, with one role at first, in an application with one mapping more. */
function withMapping(row: AttributeMapping, dialect: 'legacy' | 'compliant' = 'legacy'): World {
	const world = createWorld({ apps: [app] });
	const { attributes } = world.sim.host.config(world.tables.jobs.get(0)!.config).users;
	must(world, 'job.saveMapping', { app, attributes: [...attributes, row] });
	if (dialect === 'compliant') {
		const value = `${world.sim.apps.of(0).app.baseUrl}?aadOptscim062020`;
		must(world, 'job.setSecret', { app, key: 'BaseAddress', value });
	}
	must(world, 'assign', { app, kind: 'user', who: [7], role: 'Reader' });
	world.advance({ by: 600_000 });
	must(world, 'job.start', { app });
	return world;
}

const byFunction = (name: string): AttributeMapping => ({
	target: 'roles',
	source: { type: 'Expression', expression: `${name}([appRoleAssignments])` }
});

/** From now on the second role alone. */
function changeRole(world: World): void {
	must(world, 'unassign', { app, kind: 'user', who: [7] });
	must(world, 'assign', { app, kind: 'user', who: [7], role: 'Editor' });
	world.advance({ by: 1_000_000 });
}

const rolesOf = (world: World) => [...world.tables.accounts.all()][0]!.resource.data.roles;
const text = '{"id":null,"value":"Editor","displayName":"Editor"}';

describe('several roles on the wire', () => {
	it('M-065, M-063, M-066: AppRoleAssignmentsComplex creates with objects, adds texts, and removes nothing', () => {
		const world = withMapping(byFunction('AppRoleAssignmentsComplex'));
		const reader = { primary: false, type, displayName: 'Reader', value: 'Reader' };
		expect(written(world)[0]!.roles).toEqual([reader]);
		changeRole(world);
		const change = { op: 'Add', path: 'roles', value: [{ value: text }] };
		expect(written(world).map(({ Operations }) => Operations)).toEqual([[change]]);
		expect(rolesOf(world)).toMatchObject([{ value: 'Reader' }, { value: text }]);
		must(world, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Captain' });
		expect(JSON.stringify(written(world))).not.toContain('roles');
	});

	it('M-063: with the compliance flag what is added looks as in a create', () => {
		const world = withMapping(byFunction('AppRoleAssignmentsComplex'), 'compliant');
		written(world);
		changeRole(world);
		const editor = { primary: false, type, displayName: 'Editor', value: 'Editor' };
		expect(written(world)[0]!.Operations).toEqual([{ op: 'add', path: 'roles', value: [editor] }]);
		expect(rolesOf(world)).toMatchObject([{ value: 'Reader' }, { value: 'Editor' }]);
	});

	it('M-067, M-068: AssertiveAppRoleAssignmentsComplex replaces all roles by objects, in creates and updates alike', () => {
		const world = withMapping(byFunction('AssertiveAppRoleAssignmentsComplex'));
		const role = (name: string) => ({ primary: false, type, display: name, value: name });
		expect(written(world)[0]!.roles).toEqual([role('Reader')]);
		changeRole(world);
		expect(written(world)[0]!.Operations).toEqual([{ op: 'Replace', path: 'roles', value: [role('Editor')] }]);
		expect(rolesOf(world)).toMatchObject([{ value: 'Editor' }]);
	});

	it('M-062: SingleAppRoleAssignment creates with one primary role and changes it where it is', () => {
		const target = 'roles[primary eq "True"].value';
		const world = withMapping({ ...byFunction('SingleAppRoleAssignment'), target });
		expect(written(world)[0]!.roles).toEqual([{ primary: true, type, value: 'Reader' }]);
		changeRole(world);
		expect(written(world)[0]!.Operations).toEqual([{ op: 'Replace', path: target, value: 'Editor' }]);
		expect(rolesOf(world)).toEqual([{ primary: true, type, value: 'Editor' }]);
	});
});
