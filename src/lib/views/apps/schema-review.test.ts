import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/apps';
import { templateIds } from '#lib/hr/templates';
import { createWorld, type World } from '#lib/world';
import { preview } from '#lib/world/preview';
import { exportSchema, importSchema, type ImportedSchema } from '#lib/world/schema-json';
import { cloudSync, documents } from '#lib/world/schema-json/testing.fixture';
import { views } from '../index';
import { at, must, running } from '../testing.fixture';
import { schemaDoor, schemaOfJob } from './schema-of-job';

type Loose = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a document that is edited as text is

const textOf = (world: World, app = 'byoa') => exportSchema(schemaOfJob(world, app));
const configOf = (world: World, app = 'byoa') =>
	world.sim.host.config(
		world.tables.jobs.get(world.tables.jobsByApp.first(world.tables.appsByKey.first(app)!)!)!.config
	);
function read(text: string): ImportedSchema {
	const imported = importSchema(text);
	if ('error' in imported) throw new Error(imported.error.message);
	return imported;
}
function edited(text: string, change: (users: Loose, schema: Loose) => void): string {
	const schema = JSON.parse(text.replace(/^\ufeff/, '')) as Loose;
	change(schema.synchronizationRules[0].objectMappings[0], schema);
	return JSON.stringify(schema, null, 2);
}
const review = (world: World, text: string) => views.schemaReview(world, { app: 'byoa', text });
const save = (world: World, schema: string, more = {}) =>
	world.do({ verb: 'job.saveSchema', args: { app: 'byoa', schema, ...more } as never });

describe('the schema of a job', () => {
	it('M-030: says of a source attribute whether its empty values flow', () => {
		const world = createWorld({ apps: ['wd-ad'] });
		must(world, 'job.setNullFlow', { app: 'wd-ad', sources: ['BusinessTitle'] });
		const { directories } = JSON.parse(textOf(world, 'wd-ad')) as Loose;
		const flowing = directories.flatMap(({ objects }: Loose) =>
			objects.flatMap(({ attributes }: Loose) => attributes.filter((one: Loose) => one.flowNullValues))
		);
		expect(flowing.map(({ name }: Loose) => name)).toEqual(['BusinessTitle']);
	});

	it('J-017: has rules, mappings, filters and directories of every application, and reads back without a mistake', () => {
		const kinds = catalogue.flatMap(({ id, connector }) => (connector === 'none' ? [] : [id]));
		for (const app of [...kinds, ...templateIds]) {
			const world = createWorld({ apps: [app as 'byoa'] });
			const text = textOf(world, app);
			const { report, mappings } = read(text);
			expect(
				report.problems.filter(({ severity }) => severity === 'error'),
				app
			).toEqual([]);
			const { users, groups } = configOf(world, app);
			const rows = (kind: typeof users | null) => kind?.attributes.map(({ target, source }) => [target, source]);
			expect(rows(mappings.users), app).toEqual(rows(users));
			expect(rows(mappings.groups), app).toEqual(rows(groups));
			expect(mappings.users).toMatchObject({ enabled: users.enabled, create: users.create, filter: users.filter });
			expect(text).not.toContain('tok-');
			expect(views.schemaReview(world, { app, text }).changes, app).toEqual([]);
		}
	});

	it('C-207: the three toggles are the flow types of an object mapping, all on at first', () => {
		const world = running();
		const flowTypes = () => JSON.parse(textOf(world)).synchronizationRules[0].objectMappings[0].flowTypes as string;
		const turned = (create: boolean, update: boolean, remove: boolean) => {
			must(world, 'job.setActions', { app: 'byoa', create, update, delete: remove });
			return flowTypes();
		};
		expect(flowTypes()).toBe('Add, Update, Delete');
		expect(turned(true, true, false)).toBe('Add, Update');
		expect(turned(false, true, false)).toBe('Update');
		expect(turned(false, false, false)).toBe('None');
	});

	it('J-024: goes into another job, since neither id nor version has to match', () => {
		const world = createWorld({ apps: ['byoa', 'slack'] });
		const text = edited(textOf(world), (users) => (users.attributeMappings[0].defaultValue = '-'));
		const before = configOf(world).users;
		must(world, 'job.saveSchema', { app: 'byoa', schema: text });
		expect(configOf(world).users).toEqual({
			...before,
			attributes: before.attributes.map((row, index) => (index === 0 ? { ...row, defaultValue: '-' } : row))
		});
	});
});

describe('a schema that is saved', () => {
	it('J-018, J-020: takes the place of the whole one, and the next cycle is an initial one', () => {
		const world = running();
		const text = edited(textOf(world), (users) => {
			users.attributeMappings = users.attributeMappings.filter((row: Loose) => row.targetAttributeName !== 'title');
			users.flowTypes = 'Add, Update';
		});
		expect(save(world, text)).toMatchObject({ ok: true });
		expect(configOf(world).users.attributes.map(({ target }) => target)).not.toContain('title');
		expect(configOf(world).users).toMatchObject({ create: true, update: true, delete: false });
		expect(world.tables.jobs.get(0)!.watermark).toBeNull();
		world.advance({ to: at('09:30') });
		expect([...world.tables.cycles.all()].map(({ kind }) => kind)).toEqual(['initial', 'initial', 'incremental']);
	});

	it('J-021: a filter in it that leaves somebody out disables that user', () => {
		const world = running();
		const text = edited(textOf(world), (users) => {
			const clause = {
				operatorName: 'EQUALS',
				sourceOperandName: 'department',
				targetOperand: { values: ['Nowhere'] }
			};
			users.scope = { groups: [{ name: 'None', clauses: [clause] }] };
		});
		const told = preview(world, {
			app: 'byoa',
			commands: [{ verb: 'job.saveSchema', args: { app: 'byoa', schema: text } }]
		});
		expect(told).toMatchObject({ refused: null, cycle: { kind: 'initial' }, counts: { disable: 2 } });
		expect(configOf(world).users.filter).toBeNull();
	});

	it('J-026: is exported again with all that is not simulated, and with what was changed since', () => {
		const world = running();
		const foreign = `\ufeff${edited(textOf(world), (users, schema) => {
			schema.somethingNew = { kept: true };
			users.attributeMappings[1].colour = 'blue';
		})}`;
		must(world, 'job.saveSchema', { app: 'byoa', schema: foreign });
		expect(textOf(world)).toBe(foreign);
		must(world, 'job.setActions', { app: 'byoa', create: true, update: true, delete: false });
		const again = JSON.parse(textOf(world).slice(1)) as Loose;
		const expected = JSON.parse(foreign.slice(1)) as Loose;
		expected.synchronizationRules[0].objectMappings[0].flowTypes = 'Add, Update';
		expect(again).toEqual(expected);
		must(world, 'job.restoreDefaults', { app: 'byoa' });
		expect(textOf(world)).not.toContain('somethingNew');
	});

	it('J-026: keeps the rows that the application does not have, and writes them again', () => {
		const world = running();
		const text = edited(textOf(world), (users) =>
			users.attributeMappings.push({ targetAttributeName: 'ShoeSize', source: { type: 'Constant', name: '38' } })
		);
		const { without, remarks, changes, errors } = review(world, text);
		expect({ without, changes, errors }).toEqual({
			without: { users: ['ShoeSize'], groups: [] },
			changes: [],
			errors: 1
		});
		expect(remarks[0]).toMatchObject({ severity: 'error', rule: 'M-070' });
		const undeclared = edited(text, (_users, schema) => delete schema.directories);
		expect(review(world, undeclared).errors).toBe(0);
		must(world, 'job.saveSchema', { app: 'byoa', schema: undeclared, without });
		expect(configOf(world).users.attributes.map(({ target }) => target)).not.toContain('ShoeSize');
		expect(textOf(world)).toBe(undeclared);
	});

	it('M-070, M-074: lists after an import what a mapping names that was added since, so that it is taken again', () => {
		const world = running();
		const [source, target] = ['employeeHireDate', 'nickName'];
		const text = edited(textOf(world), (_users, { directories }) => {
			for (const { objects } of directories)
				objects[0].attributes = objects[0].attributes.filter(({ name }: Loose) => name !== source && name !== target);
		});
		must(world, 'job.saveSchema', { app: 'byoa', schema: text });
		const attributes = [...configOf(world).users.attributes, { target, source: { type: 'Direct', attribute: source } }];
		must(world, 'job.saveMapping', { app: 'byoa', attributes });
		expect(review(world, textOf(world))).toMatchObject({ errors: 0, changes: [] });
		const { directories } = JSON.parse(textOf(world)) as Loose;
		const last = directories.map(({ objects }: Loose) => objects[0].attributes.at(-1).name as string);
		expect(last).toEqual([source, target]);
		must(world, 'job.saveMapping', { app: 'byoa', attributes: attributes.slice(0, -1) });
		expect(textOf(world)).toBe(text);
	});

	it('J-017: says also what was mapped since of the groups, or of the users, that a document had not', () => {
		for (const [kind, object] of ['users', 'groups'].entries()) {
			const world = running();
			const { attributes } = configOf(world)[object as 'users' | 'groups']!;
			const text = edited(textOf(world), (_users, schema) => {
				schema.colour = 'blue';
				schema.synchronizationRules[0].objectMappings.splice(kind, 1);
				for (const { objects } of schema.directories) objects.splice(kind, 1);
			});
			must(world, 'job.saveSchema', { app: 'byoa', schema: text });
			expect(textOf(world)).toBe(text);
			must(world, 'job.saveMapping', { app: 'byoa', object, attributes });
			must(world, 'job.setGroupMapping', { app: 'byoa', enabled: true });
			const again = textOf(world);
			expect(again).toContain('"colour": "blue"');
			expect(review(world, again)).toMatchObject({ errors: 0, changes: [] });
			const { users, groups } = configOf(world);
			must(world, 'job.restoreDefaults', { app: 'byoa' });
			must(world, 'job.saveSchema', { app: 'byoa', schema: again });
			expect(configOf(world)).toMatchObject({ users, groups });
			expect(textOf(world)).toBe(again);
		}
	});

	it('M-001: gives a row that took no part its turn when its target is mapped, and does not write the target twice', () => {
		const world = running();
		const [unknown, target] = ['Guess([mail])', 'nickName'];
		const text = edited(textOf(world), (users) =>
			users.attributeMappings.push({ targetAttributeName: target, source: { type: 'Function', expression: unknown } })
		);
		must(world, 'job.saveSchema', { app: 'byoa', schema: text });
		expect(textOf(world)).toContain(unknown);
		const row = { target, source: { type: 'Direct', attribute: 'mailNickname' } };
		must(world, 'job.saveMapping', { app: 'byoa', attributes: [row, ...configOf(world).users.attributes] });
		expect(textOf(world)).not.toContain(unknown);
		expect(review(world, textOf(world))).toMatchObject({ errors: 0, changes: [] });
	});

	it('J-022: is refused with its place, and nothing is changed', () => {
		const world = running();
		const before = world.fingerprint();
		expect(save(world, '{"synchronizationRules": [}')).toMatchObject({
			ok: false,
			message: 'Line 1, column 27: This is not JSON: "}" does not begin a value.'
		});
		expect(save(world, '{"directories": []}')).toMatchObject({
			ok: false,
			message: '$: there is no list synchronizationRules: this is not a synchronizationSchema.'
		});
		const long = edited(textOf(world), (users) => (users.attributeMappings[0].defaultValue = 'x'.repeat(5000)));
		expect(save(world, long)).toMatchObject({ ok: false });
		const place = '$.synchronizationRules[0].objectMappings[0].attributeMappings[0]';
		expect(review(world, long).remarks[0]).toMatchObject({ severity: 'error', rule: 'J-022', path: place });
		expect(() => schemaDoor.replace(world, 'byoa', long)).toThrow(`${place}: userName: Too big`);
		expect(world.fingerprint()).toBe(before);
		for (const document of Object.values(documents)) save(world, JSON.stringify(document));
	});

	it('J-018: goes with one undo', () => {
		const world = running();
		const before = world.fingerprint();
		const { here: index } = world.sim.ledger;
		must(world, 'job.saveSchema', { app: 'byoa', schema: edited(textOf(world), (users) => (users.enabled = false)) });
		expect(configOf(world).users.enabled).toBe(false);
		world.seek({ index });
		expect(configOf(world).users.enabled).toBe(true);
		expect(world.fingerprint()).toBe(before);
	});

	it('J-018: Microsoft Graph reads and replaces it', () => {
		const world = running();
		const schema = schemaDoor.read(world, 'byoa') as Loose;
		schema.synchronizationRules[0].objectMappings[0].enabled = false;
		expect(world.do(schemaDoor.replace(world, 'byoa', schema))).toMatchObject({ ok: true });
		expect(configOf(world).users.enabled).toBe(false);
		expect(() => schemaDoor.replace(world, 'byoa', { synchronizationRules: 'none' })).toThrow('$.synchronizationRules');
	});
});

describe('the review of a schema', () => {
	it('J-022: gives each remark with its place in the text', () => {
		const world = running();
		const text = `\ufeff${JSON.stringify(cloudSync, null, 2)}`;
		const { remarks, without, acts } = review(world, text);
		const kept = remarks.find(({ path }) => path.endsWith('containerFilter'))!;
		expect(text.slice(kept.start, kept.end)).toContain('OU=Cloud');
		expect(text.split('\n')[kept.line - 1]!.slice(kept.column - 1)).toMatch(/^\{/);
		expect(without.users).toEqual(['OnPremisesObjectIdentifier', 'DisplayName']);
		expect(acts).toBe(1);
		expect(remarks[0]).toMatchObject({ severity: 'error', rule: 'M-050' });
		expect(review(world, '{ "a": 1,\n}')).toMatchObject({
			errors: 1,
			remarks: [{ severity: 'error', line: 1, column: 9 }]
		});
	});

	it('M-050: tells what would change too where no target is there, and nothing where no mapping is', () => {
		const world = running();
		const strangers = edited(textOf(world), (users, schema) => {
			delete schema.directories;
			users.attributeMappings = [{ targetAttributeName: 'ShoeSize', source: { name: 'mail' }, matchingPriority: 1 }];
			schema.synchronizationRules[0].objectMappings.length = 1;
		});
		expect(review(world, strangers)).toMatchObject({ acts: 0, errors: 1 });
		expect(review(world, strangers).changes.length).toBeGreaterThan(10);
		expect(review(world, '{"name":"User","attributes":[]}').changes).toEqual([]);
	});

	it('J-018: tells rows, filter and actions that are added, changed or removed', () => {
		const world = running();
		const text = edited(textOf(world), (users) => {
			users.flowTypes = 'Add';
			users.scope = { groups: [{ clauses: [{ operatorName: 'IS TRUE', sourceOperandName: 'accountEnabled' }] }] };
			users.attributeMappings[1].source = { type: 'Constant', name: 'fixed' };
			users.attributeMappings = users.attributeMappings.filter((row: Loose) => row.targetAttributeName !== 'title');
			users.attributeMappings.push({ targetAttributeName: 'nickName', source: { name: 'mailNickname' } });
		});
		const changes = review(world, text).changes.map(({ what, change, after }) => `${change} ${what}: ${after}`);
		expect(changes).toEqual([
			'changed Target Object Actions: Create',
			'changed Source Object Scope: accountEnabled IS TRUE',
			expect.stringMatching(/^changed \w+: constant "fixed"/),
			'added nickName: [mailNickname]',
			'removed title: '
		]);
	});
});
