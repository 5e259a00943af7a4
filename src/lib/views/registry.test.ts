import { describe, expect, it } from 'vitest';
import { changed } from './testing.fixture';
import { views, type ViewName } from './index';

const args: { readonly [name in ViewName]: object } = {
	account: { account: 0 },
	accountReports: { app: 'byoa' },
	accounts: { app: 'byoa' },
	adAccount: { account: 0 },
	adAccounts: {},
	adGroups: {},
	adUnits: {},
	adminPage: { app: 'byoa' },
	agents: {},
	app: { app: 'byoa' },
	apps: {},
	assignments: { app: 'byoa' },
	audit: {},
	behaviour: { app: 'byoa' },
	branchComparison: { a: 0, b: 0 },
	comparison: { app: 'byoa' },
	configuration: { app: 'byoa' },
	connect: {},
	connectRun: { run: 0 },
	counts: {},
	connectionTest: { app: 'byoa' },
	cycles: { app: 'byoa' },
	deletedGroups: {},
	settings: {},
	deletedUsers: {},
	discovery: { app: 'byoa' },
	eventList: {},
	expression: { text: 'Join(" ", [givenName], [nothing])', chosen: 7 },
	expressionForAll: { app: 'byoa', text: 'ToUpper([displayName])', target: 'displayName' },
	expressionFunction: { name: 'Switch' },
	expressionFunctions: {},
	gallery: {},
	graphConsole: {},
	group: { group: 0 },
	groups: {},
	hrConnection: {},
	home: {},
	insights: {},
	inventory: {},
	journey: { user: 7 },
	logRow: { seq: 18 },
	logs: {},
	mails: {},
	map: {},
	names: {},
	nestedGroups: { app: 'byoa' },
	onDemand: { cycle: 0 },
	mappingCheck: { app: 'byoa', attributes: [{ target: 'title', source: { type: 'None' } }] },
	mappingChoices: { app: 'byoa' },
	mappings: { app: 'byoa' },
	planChoices: {},
	provisioning: { app: 'byoa' },
	requestEvents: { from: 0, to: 1e15 },
	requests: { seq: 18 },
	rollback: { app: 'byoa', cycle: 1 },
	rollbackApps: {},
	rollbackFiles: { app: 'byoa', cycle: 1 },
	rollbackPeople: { app: 'byoa' },
	rollbackRehearsal: { app: 'byoa', cycle: 99 },
	ruleCheck: { rule: 'user.department -eq "IT"' },
	scopeTest: { app: 'byoa', filter: null },
	schemaDocument: { app: 'byoa' },
	schemaReview: { app: 'byoa', text: '{"synchronizationRules": []}' },
	scimCheck: { app: 'byoa', method: 'GET', path: '/Users' },
	scimConsole: { app: 'byoa' },
	scimTwin: { app: 'byoa', method: 'POST', path: '/Users', headers: {}, body: '{}' },
	scoping: { app: 'byoa' },
	signIn: { app: 'byoa', user: 7 },
	sourceAttributes: {},
	sourceObjects: { app: 'byoa', search: 'a' },
	testSamples: { rows: [] },
	timeline: {},
	troubleshoot: { app: 'byoa' },
	unassignedUsers: { app: 'byoa' },
	upload: { app: 'byoa', csv: '' },
	uploads: {},
	user: { user: 7 },
	users: {},
	valueTrace: { user: 7, attribute: 'department' },
	why: { seq: 18 },
	whyNot: { slot: 7, app: 'byoa' },
	whyValue: { table: 'users', slot: 7, name: 'department' },
	worker: { worker: 7 },
	workers: {}
};

describe('every view', () => {
	it('gives data that can be cloned, and changes nothing', () => {
		const world = changed();
		const state = () => [world.fingerprint(), world.clock, world.sim.ledger.here, world.sim.ledger.texts.count];
		const before = state();
		for (const [name, given] of Object.entries(args)) {
			const data = views[name as ViewName](world, given as never);
			expect(structuredClone(data), name).toEqual(data);
			expect(state(), name).toEqual(before);
		}
	});

	it('refuses arguments that its schema does not take', () => {
		const world = changed();
		expect(() => views.logs(world, { count: 1_000_000 })).toThrow();
		expect(() => views.user(world, { user: -1 })).toThrow();
	});
});
