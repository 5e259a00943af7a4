import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { views } from '../index';
import { createWorld, type World } from '#lib/world';

function detailsOf(world: World, slot: number, place = 0) {
	const { seq } = views.logs(world, { object: { kind: 'user', slot }, includeHidden: true }).rows[place]!;
	return views.logRow(world, { seq })!;
}

describe('one row of the provisioning log', () => {
	it('C-477, C-518: has the fields of a live row, and no others', () => {
		const world = changed();
		const { graph } = detailsOf(world, 7);
		const fields = (value: object) => Object.keys(value).sort().join(' ');
		expect(fields(graph)).toBe(
			'activityDateTime changeId cycleId durationInMilliseconds id initiatedBy jobId modifiedProperties ' +
				'provisioningAction provisioningStatusInfo provisioningSteps servicePrincipal sourceIdentity sourceSystem ' +
				'targetIdentity targetSystem tenantId'
		);
		expect(fields(graph.provisioningSteps[0]!)).toBe('description details name provisioningStepType status');
		expect(fields(graph.modifiedProperties[0] as object)).toBe('displayName newValue oldValue');
		expect(fields(graph.sourceIdentity)).toBe('details displayName id identityType');
		expect(fields(graph.sourceIdentity.details)).toBe('DisplayName id odatatype');
		expect(fields(graph.sourceSystem)).toBe('details displayName id');
		expect(fields(graph.targetSystem.details)).toBe('ApplicationId ServicePrincipalDisplayName ServicePrincipalId');
		expect(fields(graph.servicePrincipal)).toBe('displayName id');
		expect(graph.initiatedBy).toEqual({
			id: '',
			displayName: 'Azure AD Provisioning Service',
			initiatorType: 'system'
		});
		expect(graph.targetIdentity.identityType).toMatch(/^urn:ietf:params:scim:schemas:.*User$/);
	});

	it('C-501, C-500: a create is import, scoping, the matching’s result and export', () => {
		const world = running();
		const { graph } = detailsOf(world, 7);
		expect(graph.provisioningAction).toBe('create');
		const steps = graph.provisioningSteps.slice(0, 4);
		expect(steps.map(({ name, provisioningStepType }) => [name, provisioningStepType])).toEqual([
			['EntryImportAdd', 'import'],
			['EntrySynchronizationScoping', 'scoping'],
			['EntrySynchronizationAdd', 'matching'],
			['EntryExportAdd', 'export']
		]);
		const [received, , , created] = graph.provisioningSteps;
		const upn = received!.details.userPrincipalName;
		expect(received!.description).toBe(`Received User '${upn}' change of type (Add) from Microsoft Entra ID`);
		expect(created!.description).toBe(`User '${upn}' was created in customappsso`);
		expect(graph.targetIdentity.id).not.toBe('');
	});

	it('C-496: imports the mapped attributes with accountEnabled, IsSoftDeleted and appRoleAssignments', () => {
		const { graph } = detailsOf(running(), 7);
		expect(graph.provisioningSteps[0]!.details).toMatchObject({ accountEnabled: 'True', IsSoftDeleted: 'False' });
		expect(graph.provisioningSteps[0]!.details).toHaveProperty('appRoleAssignments');
		const gone = detailsOf(changed(), 2);
		expect(gone.graph.provisioningSteps[0]!.details.IsSoftDeleted).toBe('True');
	});

	it('C-497: an update shows the account as it was found, with the value that is about to change', () => {
		const { graph } = detailsOf(changed(), 7);
		const found = graph.provisioningSteps[1]!;
		expect(found).toMatchObject({ name: 'EntryImport', provisioningStepType: 'matching' });
		expect(found.details).toHaveProperty('userName');
		expect(graph.modifiedProperties).toEqual([
			expect.objectContaining({ newValue: 'Harbour', oldValue: expect.any(String) })
		]);
	});

	it('C-498, C-503, C-505: a skipped object names its reason, the scoping details tell which', () => {
		const { graph, troubleshooting } = detailsOf(running(), 24);
		const scoping = graph.provisioningSteps.find(({ name }) => name === 'EntrySynchronizationScoping')!;
		expect(scoping.details).toEqual({
			'Active in the source system': 'False',
			'Assigned to the application': 'True',
			'User has the required role': 'True',
			'Scoping filter evaluation passed': 'True',
			ScopeEvaluationResult: '{}'
		});
		const skip = graph.provisioningSteps.at(-1)!;
		expect(skip).toMatchObject({ name: 'EntrySynchronizationSkip', status: 'skipped', provisioningStepType: 'export' });
		expect(skip.details.SkipReason).toBe('NotEffectivelyEntitled');
		expect(graph.modifiedProperties).toEqual([]);
		expect(graph.provisioningStatusInfo).toEqual({ status: 'skipped', errorInformation: null });
		expect(troubleshooting).toMatchObject({ rule: 'C-505' });
	});

	it('C-520, C-478: a disable is named so; ids are one per row, one per cycle', () => {
		const world = changed();
		const disabled = detailsOf(world, 2).graph;
		const updated = detailsOf(world, 7).graph;
		expect(disabled.provisioningAction).toBe('disable');
		expect(disabled.cycleId).toBe(updated.cycleId);
		expect(disabled.id).not.toBe(updated.id);
		expect(disabled.jobId).toBe(updated.jobId);
		expect(disabled.activityDateTime).toMatch(/^2026-03-02T09:00:\d\d(\.\d+)?Z$/);
	});

	it('C-478: a row keeps the id of its job when the configuration has been deleted', () => {
		const world = changed();
		const before = detailsOf(world, 7).graph;
		expect(before.jobId).toMatch(/^scim\./);
		must(world, 'job.delete', { app: 'byoa' });
		expect(detailsOf(world, 7).graph).toEqual(before);
	});

	it('C-484 to C-487, C-511: a failure carries the target’s own text, a recommendation and what was attempted', () => {
		const world = createWorld({ apps: ['byoa'] });
		must(world, 'app.set', { app: 'byoa', settings: { faults: [{ kind: 'conflict', only: 'create' }] } });
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [7] });
		world.advance({ to: at('08:10') });
		must(world, 'job.start', { app: 'byoa' });
		world.advance({ to: at('08:12') });
		const { graph, troubleshooting, row } = detailsOf(world, 7);
		expect(row.status).toBe('Failure');
		expect(graph.provisioningStatusInfo.errorInformation).toMatchObject({
			errorCode: row.code,
			errorCategory: 'nonServiceFailure',
			additionalDetails: null
		});
		expect(graph.provisioningSteps.at(-1)!.description).toMatch(/^Failed to create User '/);
		expect(graph.modifiedProperties.length).toBeGreaterThan(0);
		expect(graph.targetIdentity.id).toBe('');
		expect(troubleshooting!.recommendation).not.toBe('');
	});

	it('adds what became of references in the same cycle as a further step', () => {
		const world = running();
		const manager = world.tables.users.get(7)!.attrs.manager as number;
		expect(typeof manager).toBe('number');
		const { graph } = detailsOf(world, 7);
		const step = graph.provisioningSteps.find(({ name }) => name === 'EntryReferenceResolution');
		const isLinked = world.sim.host.link(0, 'user', manager) !== null;
		expect(step?.status ?? 'none').toBe(isLinked ? 'success' : 'warning');
	});

	it('is the same again, and is not there before it was written', () => {
		const world = changed();
		const before = world.fingerprint();
		const { seq } = views.logs(world, {}).rows[0]!;
		const first = views.logRow(world, { seq });
		expect(views.logRow(world, { seq })).toEqual(first);
		expect(world.fingerprint()).toBe(before);
		expect(structuredClone(first)).toEqual(first);
		world.seek({ at: at('08:30') });
		expect(views.logRow(world, { seq })).toBeNull();
	});
});
