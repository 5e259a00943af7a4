import { describe, expect, it } from 'vitest';
import { hrCompany } from '#lib/world/testing/hybrid';
import { changed, must, running } from '../testing.fixture';
import { views } from '../index';

describe('the expression bench', () => {
	it('says where an expression cannot be read, by offset, line and column', () => {
		const { remarks, result, trace } = views.expression(running(), { text: 'Join(" ",\n  [givenName', chosen: 7 });
		expect(remarks).toHaveLength(1);
		expect(remarks[0]).toMatchObject({ severity: 'error', line: 2 });
		expect([result, trace]).toEqual([null, null]);
	});

	it('gives the result for one user with every intermediate value, and what was not evaluated', () => {
		const world = running();
		const text = 'IIF([department]="Nowhere", ToUpper([surname]), Append([givenName], "!"))';
		const { result, trace, values, chosen } = views.expression(world, { app: 'byoa', text, chosen: 7 });
		const { givenName, department } = world.tables.users.get(7)!.attrs;
		expect(result).toEqual({ value: `${String(givenName)}!` });
		expect(chosen!.slot).toBe(7);
		expect(values.department).toBe(JSON.stringify(department));
		const [, taken, other] = trace!.children;
		expect(taken).toMatchObject({ parameter: 'valueIfTrue', outcome: { skipped: 'the condition is False' } });
		expect(other!.outcome).toMatchObject({ value: `${String(givenName)}!` });
	});

	it('G-008: warns of names that no object has, and leaves the known ones alone', () => {
		const { remarks } = views.expression(running(), { text: 'Join(" ", [GIVENNAME], [nickName])' });
		expect(
			remarks.map(({ severity, message, start, end }) => [severity, message.includes('nickName'), start, end])
		).toEqual([['warning', true, 23, 33]]);
	});

	it('G-008: warns of an extension in another letter case, which the evaluation does not find either', () => {
		const world = running();
		must(world, 'user.edit', { user: 7, attribute: 'extension_1_Cost', value: '42' });
		const of = (name: string) => views.expression(world, { app: 'byoa', text: `[${name}]`, chosen: 7 });
		expect(of('extension_1_Cost')).toMatchObject({ remarks: [], result: { value: '42' } });
		expect(of('extension_1_cost')).toMatchObject({ remarks: [{ severity: 'warning' }], result: { value: null } });
	});

	it('warns of a function that only cloud sync knows, as the reference says of it', () => {
		const { remarks } = views.expression(running(), { text: 'Append(Trim("a "), "b")' });
		expect(remarks).toMatchObject([{ severity: 'warning', start: 7, end: 17 }]);
		expect(remarks[0]!.message).toBe('Trim is known to cloud sync only: a provisioning job may refuse it.');
	});

	it('M-080: reads a manager as the id, where the directory keeps a place', () => {
		const world = running();
		const manager = world.tables.users.get(7)!.attrs.manager as number;
		const { id } = world.tables.users.get(manager)!;
		const { result, values } = views.expression(world, { app: 'byoa', text: '[manager]', chosen: 7 });
		expect(result).toEqual({ value: id });
		expect(values.manager).toBe(JSON.stringify(id));
	});

	it('offers what the directory keeps, and not where a row stands in it', () => {
		const names = views.sourceAttributes(running(), {}).map(({ name }) => name);
		expect(names).toContain('manager');
		expect(names).not.toContain('slot');
	});

	it('evaluates for everybody: nulls and errors are counted, and what differs from the application', () => {
		const world = changed();
		const ask = (text: string, only: 'all' | 'differences' = 'all') =>
			views.expressionForAll(world, { app: 'byoa', text, target: 'displayName', only, count: 100 });
		const same = ask('[displayName]');
		expect(same).toMatchObject({ of: 26, total: 26, nulls: 0, errors: 0, differences: 0, linked: 2 });
		const upper = ask('ToUpper([displayName])', 'differences');
		expect(upper).toMatchObject({ total: 2, of: 26, differences: 2 });
		expect(upper.rows[1]!.text).toBe(upper.rows[1]!.now!.toUpperCase());
		expect(ask('IIF([nothing]="a","b",)').nulls).toBe(26);
		expect(ask('CDate([displayName])').errors).toBe(26);
		expect(ask('IgnoreFlowIfNullOrEmpty([nothing])').flows).toBe(26);
		expect(ask('Join(').unreadable).toContain('expected');
	});

	it('V-004: a boolean of the application is no difference from the text True', () => {
		const active = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")';
		const world = changed();
		const { differences, linked } = views.expressionForAll(world, { app: 'byoa', text: active, target: 'active' });
		expect([differences, linked]).toEqual([0, 2]);
	});

	it('makes the reference of every function from the register, with examples that run', () => {
		const world = running();
		const all = views.expressionFunctions(world, {});
		expect(all).toHaveLength(53);
		for (const { name } of all) {
			const page = views.expressionFunction(world, { name });
			expect(page.examples.length, name).toBeGreaterThan(0);
			expect(page.signature, name).toContain(`${name}(`);
		}
		const { examples } = views.expressionFunction(world, { name: 'switch' });
		expect(examples[0]).toMatchObject({ gives: '"Australia/Brisbane"', source: '{"state":"QLD"}', kind: 'value' });
		expect(() => views.expressionFunction(world, { name: 'Nope' })).toThrow('The language has no function Nope.');
	});
});

describe('the mapping editor', () => {
	it('M-070: offers the targets of the application as mappings address them', () => {
		const { targets, sources, operators } = views.mappingChoices(running(), { app: 'byoa' });
		const named = (name: string) => targets.find((target) => target.name === name);
		expect(named('userName')).toMatchObject({ type: 'String', required: true, isUnique: true });
		expect(named('emails[type eq "home"].value')).toMatchObject({ type: 'String' });
		expect(named('active')).toMatchObject({ type: 'Boolean' });
		expect(named('urn:ietf:params:scim:schemas:extension:quillpad:2.0:User:deskNumber')).toMatchObject({
			type: 'Integer'
		});
		expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['IsSoftDeleted', 'department', 'manager']));
		expect(operators).toHaveLength(14);
	});

	it('finds nothing wrong with the default mappings of any application', () => {
		const world = running({ apps: ['byoa', 'slack', 'salesforce', 'servicenow', 'google', 'zoom'] });
		for (const { key } of world.tables.apps.all())
			for (const object of ['users', 'groups'] as const) {
				const rows = views.mappings(world, { app: key })[object]?.rows ?? [];
				if (rows.length === 0) continue;
				const attributes = rows.map(({ mapping }) => mapping);
				const errors = views.mappingCheck(world, { app: key, object, attributes: attributes as never });
				expect(
					errors.filter(({ severity }) => severity === 'error'),
					`${key} ${object}`
				).toEqual([]);
			}
	});

	it('M-001, E-001: says which mapping is wrong and why', () => {
		const world = running();
		const complaints = views.mappingCheck(world, {
			app: 'byoa',
			attributes: [
				{ target: 'userName', source: { type: 'Direct', attribute: 'userPrincipalName' }, matchingPrecedence: 1 },
				{ target: 'userName', source: { type: 'Expression', expression: 'Join(' } }
			]
		});
		expect(complaints.map(({ mapping, rule, severity }) => [mapping, rule, severity])).toEqual([
			[1, 'M-001', 'error'],
			[1, 'E-001', 'error']
		]);
	});
});

describe('a job from human resources', () => {
	it('reads workers, offers their attributes, and finds nothing wrong with the shipped mappings', () => {
		const world = hrCompany();
		const { sources, targets } = views.mappingChoices(world, { app: 'wd-ad' });
		expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['WorkerID', 'StatusHireDate']));
		expect(targets.map(({ name }) => name)).toEqual(expect.arrayContaining(['sAMAccountName', 'extensionAttribute15']));
		const attributes = views.mappings(world, { app: 'wd-ad' }).users!.rows.map(({ mapping }) => mapping);
		const errors = views.mappingCheck(world, { app: 'wd-ad', attributes: attributes as never });
		expect(errors.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('evaluates for every worker beside the accounts of Active Directory', () => {
		const world = hrCompany();
		world.advance({ by: 30 * 60_000 });
		const [first] = views.sourceObjects(world, { app: 'wd-ad', search: 'vega' });
		const chosen = first!.slot;
		const { result } = views.expression(world, { app: 'wd-ad', text: '[PreferredNameData]', chosen });
		expect(result).toEqual({ value: first!.name });
		const all = views.expressionForAll(world, { app: 'wd-ad', text: '[WorkerID]', target: 'employeeID' });
		expect(all).toMatchObject({ errors: 0, nulls: 0, differences: 0 });
		expect(all.linked).toBeGreaterThan(20);
	});

	it('counts what a scoping filter of a job from Workday leaves out', () => {
		const groups = [{ name: 'One', clauses: [{ attribute: 'PreferredNameData', operator: 'IS NULL' }] }];
		const test = views.scopeTest(hrCompany(), { app: 'wd-ad', filter: { groups } });
		expect(test).toMatchObject({ refused: null, passes: 0 });
		expect(test.leave).toBe(test.of);
	});
});

describe('the scoping editor', () => {
	const filter = (attribute: string, operator: string, value?: string) => ({
		groups: [{ name: 'One', clauses: [{ attribute, operator, ...(value !== undefined && { value }) }] }]
	});

	it('counts those who pass and those who would leave, with the clause that puts them out', () => {
		const world = changed();
		const test = views.scopeTest(world, { app: 'byoa', filter: filter('department', 'EQUALS', 'Harbour') });
		expect(test).toMatchObject({ refused: null, of: 2, passes: 1, passesNow: 2, leave: 1, enter: 0 });
		expect(test.leaving).toEqual([
			{ slot: 24, name: expect.any(String), because: 'department EQUALS Harbour', hasAccount: false }
		]);
	});

	it('counts those who would come back', () => {
		const world = changed();
		must(world, 'job.saveFilter', { app: 'byoa', filter: filter('department', 'EQUALS', 'Harbour') });
		expect(views.scopeTest(world, { app: 'byoa', filter: null })).toMatchObject({ passesNow: 1, leave: 0, enter: 1 });
	});

	it('F-026: says why a filter cannot be saved', () => {
		const world = running();
		const refused = (attribute: string, operator: string, value?: string) =>
			views.scopeTest(world, { app: 'byoa', filter: filter(attribute, operator, value) }).refused;
		expect(refused('displayName', 'SOUNDS LIKE', 'x')).toContain('SOUNDS LIKE');
		expect(refused('displayName', 'REGEX MATCH', '(')).toContain('pattern');
		expect(refused('department', 'EQUALS')).not.toBeNull();
	});
});
