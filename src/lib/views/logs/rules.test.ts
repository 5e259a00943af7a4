import { describe, expect, it } from 'vitest';
import { at, changed, must, running } from '../testing.fixture';
import { graph } from '../graph';
import { views } from '../index';
import { noRights, refuseValue, unknownAttribute } from '#lib/tenant/ad/refuse';
import { errorWords, wordsOfCode } from '../errors';
import { createWorld, type World } from '#lib/world';

const day = 24 * 3_600_000;

function latest(world: World, slot: number, kind: 'user' | 'group' = 'user') {
	const { seq } = views.logs(world, { object: { kind, slot }, includeHidden: true }).rows[0]!;
	return views.logRow(world, { seq })!;
}

describe('the row of the log, rule by rule', () => {
	it('C-482, C-504, C-512: where both sides agree the action is Other, and nothing is modified', () => {
		const world = running();
		must(world, 'job.restart', { app: 'byoa' });
		world.advance({ to: at('08:30') });
		const { row, graph } = latest(world, 7);
		expect([row.action, row.status, row.code]).toEqual(['Other', 'Skipped', 'RedundantExport']);
		expect(graph.provisioningAction).toBe('other');
		expect(graph.modifiedProperties).toEqual([]);
		const { description } = graph.provisioningSteps.find(({ name }) => name === 'EntrySynchronizationSkip')!;
		expect(description).toMatch(
			/^The state of the user in both the source and target systems already match\. No change to the User '.*' currently needs to be made\.$/
		);
	});

	it('C-521: a re-enable is an update', () => {
		const world = changed();
		must(world, 'assign', { app: 'byoa', kind: 'user', who: [2] });
		world.advance({ to: at('09:45') });
		const { row, graph } = latest(world, 2);
		expect([row.action, row.mark, graph.provisioningAction]).toEqual(['Update', 'enable', 'update']);
		expect(graph.provisioningSteps.map(({ name }) => name)).toContain('EntryExportUpdate');
	});

	it('C-495: the hard delete of a managed user has steps named by analogy', () => {
		const world = running();
		must(world, 'user.softDelete', { user: 7 });
		must(world, 'user.purge', { user: 7 });
		world.advance({ to: at('09:02') });
		const { graph } = latest(world, 7);
		expect(graph.provisioningAction).toBe('delete');
		expect(graph.provisioningSteps.map(({ name }) => name)).toEqual([
			'EntryImportDelete',
			'EntrySynchronizationScoping',
			'EntrySynchronizationDelete',
			'EntryExportDelete'
		]);
		expect(graph.sourceIdentity.displayName).not.toBe('');
	});

	it('C-498: each clause of the filter with its title, attribute, operator, value and verdict', () => {
		const world = running();
		const clauses = [{ attribute: 'department', operator: 'EQUALS', value: 'Nowhere' }];
		must(world, 'job.saveFilter', { app: 'byoa', filter: { groups: [{ name: 'Few', clauses }] } });
		world.advance({ to: at('08:30') });
		const scoping = latest(world, 7).graph.provisioningSteps.find(({ name }) => name.endsWith('Scoping'))!;
		expect(scoping.details['Scoping filter evaluation passed']).toBe('False');
		expect(JSON.parse(scoping.details.ScopeEvaluationResult!)).toEqual({ "Few.department EQUALS 'Nowhere'": false });
	});

	it('C-020, C-499: until 2021 the source is Azure Active Directory, and the scoping details have their older names', () => {
		const { graph } = latest(running({ era: 2021 }), 24);
		const scoping = graph.provisioningSteps.find(({ name }) => name.endsWith('Scoping'))!;
		expect(scoping.details).toEqual({
			IsActive: 'False',
			Assigned: 'True',
			IsEffectivelyEntitledForProvisioning: 'True',
			IsInProvisioningScopeDisplayName: 'True',
			ScopeEvaluationResult: '{}'
		});
		expect(graph.sourceSystem.displayName).toBe('Azure Active Directory');
		expect(graph.initiatedBy.displayName).toBe('Azure AD Provisioning Service');
		expect(latest(running(), 24).graph.sourceSystem.displayName).toBe('Microsoft Entra ID');
	});

	it('C-479, C-510, C-513 to C-516: times, properties, identities, systems and the initiator', () => {
		const world = running();
		const { graph } = latest(world, 7);
		expect(graph.activityDateTime).toBe(
			new Date(Date.parse(graph.activityDateTime)).toISOString().replace('.000Z', 'Z')
		);
		const properties = graph.modifiedProperties as { oldValue: unknown; newValue: unknown }[];
		expect(properties.every(({ oldValue, newValue }) => oldValue === null && typeof newValue === 'string')).toBe(true);
		expect(graph.sourceIdentity).toMatchObject({ identityType: 'User', id: world.tables.users.get(7)!.id });
		expect(graph.targetIdentity.id).toBe(world.sim.host.link(0, 'user', 7)!.targetId);
		expect(graph.targetSystem.details.ServicePrincipalId).toBe(graph.servicePrincipal.id);
		expect(graph.initiatedBy.initiatorType).toBe('system');
	});

	it('C-507: a manager without a link is named in a step of its own', () => {
		const { graph } = latest(running(), 7);
		const step = graph.provisioningSteps.at(-1)!;
		expect(step).toMatchObject({ provisioningStepType: 'referenceResolution', status: 'warning' });
		expect(step.details.SkipReason).toBe('UnableToResolveReferenceAttributeValue');
	});

	it('C-514, C-277: a group is Group on one side and the schema’s name on the other', () => {
		const world = running({ groupMapping: true });
		const { slot } = views.groups(world, { membership: 'assigned' }).rows.find(({ users }) => users > 1)!;
		must(world, 'assign', { app: 'byoa', kind: 'group', who: [slot] });
		world.advance({ to: at('09:05') });
		const { graph } = latest(world, slot, 'group');
		expect(graph.sourceIdentity.identityType).toBe('Group');
		expect(graph.targetIdentity.identityType).toBe('urn:ietf:params:scim:schemas:core:2.0:Group');
		const scoping = graph.provisioningSteps.find(({ name }) => name.endsWith('Scoping'))!;
		expect(scoping.details).toHaveProperty('Group has the required role');
	});

	it('L-38, C-527: rows disappear after 30 days', () => {
		const world = changed();
		must(world, 'job.stop', { app: 'byoa' });
		world.advance({ by: 31 * day });
		expect(views.logs(world, {})).toMatchObject({ total: 0, of: 0, expired: 5 });
		expect(views.logs(world, { includeExpired: true })).toMatchObject({ total: 5, of: 5, expired: 5 });
	});
});

describe('error codes', () => {
	it('C-533 to C-554: each published code has a text, a recommendation and its rule', () => {
		const rules = new Set<string>();
		for (const [code, { rule, text, recommendation }] of Object.entries(errorWords)) {
			expect(text, code).toMatch(/\.$/);
			expect(recommendation, code).toMatch(/\.$/);
			expect(`${text}${recommendation}`, code).not.toMatch(/!|please|simply|successfully/i);
			rules.add(rule);
		}
		for (let number = 533; number <= 554; number++) expect(rules).toContain(`C-${number}`);
	});

	it('H-106, H-200 to H-207, H-281: tells each code of human resources, and the causes of a bad response apart', () => {
		const bad = (reason: string) => wordsOfCode('SystemForCrossDomainIdentityManagementBadResponse', reason)!;
		const causes: readonly (readonly [string, { readonly detail: string } | null])[] = [
			['H-106', refuseValue('title', '')],
			['H-201', refuseValue('userPrincipalName', 'josé@contoso.com')],
			['H-202', refuseValue('company', 'x'.repeat(65))],
			['H-204', refuseValue('sAMAccountName', 'a/b')]
		];
		for (const [rule, refusal] of causes) expect(bad(refusal!.detail).rule).toBe(rule);
		expect(bad('OperationsError-SvcErr: No superior reference has been configured').rule).toBe('H-207');
		expect(bad('ObjectClassViolation: sn is missing').rule).toBe('H-200');
		expect(wordsOfCode(noRights.code)).toMatchObject({ rule: 'H-281' });
		expect(wordsOfCode(unknownAttribute('x').code)).toMatchObject({ rule: 'H-110' });
	});

	it('C-488, C-508: knows a code with the application’s name before it, and reasons of our own', () => {
		expect(wordsOfCode('ContosoEntryConflict')?.rule).toBe('C-533');
		expect(wordsOfCode('SimScopingFilter')?.rule).toBe('C-508');
		expect(wordsOfCode('NeverHeardOf')).toBeNull();
	});
});

describe('the log of an API-driven job', () => {
	const world = createWorld({ apps: ['api-entra', 'byoa'] });
	const app = 'api-entra';
	must(world, 'job.setNotificationMail', { app, address: 'iam@contoso.com' });
	must(world, 'job.start', { app });
	must(world, 'api.post', {
		app,
		records: [{ externalId: '9000001', displayName: 'New One', userPrincipalName: 'n1@contoso.com', active: true }]
	});
	world.advance({ to: at('08:05') });
	const shown = () => {
		const { rows, of, late } = views.logs(world, { app, includeHidden: true });
		return { rows: rows.length, of, late };
	};
	const listed = () => {
		const { body } = graph(world, { method: 'GET', path: '/v1.0/auditLogs/provisioning' });
		return (JSON.parse(body!) as { value: unknown[] }).value.length;
	};

	it('H-409: shows what was processed ten minutes later, and says until then that it will', () => {
		const { late } = shown();
		expect(shown()).toEqual({ rows: 0, of: 0, late: { rows: 1, at: expect.any(Number) as number } });
		expect(late!.at).toBeGreaterThan(at('08:10'));
		expect(listed()).toBe(0);
		world.advance({ to: late!.at - 1 });
		expect(shown().rows).toBe(0);
		world.advance({ to: late!.at });
		expect(shown()).toEqual({ rows: 1, of: 1, late: null });
		expect(listed()).toBe(1);
	});
});
