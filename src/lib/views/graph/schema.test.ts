import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { running } from '../testing.fixture';
import { pathsOf, send } from './testing.fixture';

const world = createWorld({ apps: ['byoa'] });
const { job } = pathsOf(world, 'byoa');
type Named = { readonly name: string };
type Listed = { readonly value: readonly (Named & { readonly parameters?: readonly object[] })[] };

interface Schema {
	readonly synchronizationRules: readonly {
		readonly objectMappings: readonly {
			attributeMappings: { targetAttributeName: string }[];
			readonly targetObjectName: string;
		}[];
	}[];
}

describe('the schema by Graph', () => {
	it('J-017, J-018: is read, changed and put back as a whole; the next cycle is an initial one', () => {
		const own = running();
		const path = `${pathsOf(own, 'byoa').job}/schema`;
		const { status, body } = send(own, 'GET', path);
		expect(status).toBe(200);
		const schema = body as Schema;
		const [users] = schema.synchronizationRules[0]!.objectMappings;
		const without = users!.attributeMappings.filter(({ targetAttributeName }) => targetAttributeName !== 'title');
		expect(without.length).toBe(users!.attributeMappings.length - 1);
		users!.attributeMappings = without;
		expect(send(own, 'PUT', path, schema as never)).toMatchObject({ status: 204, body: undefined });
		expect(JSON.stringify(send(own, 'GET', path).body)).not.toContain('"targetAttributeName":"title"');
		own.advance({ cycles: 1 });
		expect([...own.tables.cycles.all()].at(-1)!.kind).toBe('initial');
		expect(send(own, 'DELETE', path).status).toBe(204);
	});

	it('M-030: says of which attributes an empty value flows, and is obeyed in it; a later choice is written into it', () => {
		const own = createWorld({ apps: ['wd-ad'] });
		const { job: path } = pathsOf(own, 'wd-ad');
		const read = () => JSON.stringify(send(own, 'GET', `${path}/schema`).body);
		const flowing = () => [...read().matchAll(/"flowNullValues":true[^}]*?"name":"(\w+)"/g)].map(([, name]) => name);
		const choose = (...sources: string[]) =>
			expect(own.do({ verb: 'job.setNullFlow', args: { app: 'wd-ad', sources } })).toMatchObject({ ok: true });
		choose('BusinessTitle');
		expect(flowing()).toEqual(['BusinessTitle']);
		const other = read()
			.replace('"flowNullValues":true', '"flowNullValues":false')
			.replace(/"flowNullValues":false([^}]*?"name":"Fax")/, '"flowNullValues":true$1');
		expect(send(own, 'PUT', `${path}/schema`, JSON.parse(other))).toMatchObject({ status: 204 });
		expect(own.sim.host.config(own.tables.jobs.get(0)!.config).users.nullFlowSources).toEqual(['Fax']);
		expect(flowing()).toEqual(['Fax']);
		choose('Fax', 'BusinessTitle');
		expect(flowing().sort()).toEqual(['BusinessTitle', 'Fax']);
	});

	it('J-019: a partial change finds nothing there', () => {
		expect(send(world, 'PATCH', `${job}/schema`, {})).toMatchObject({
			status: 404,
			body: { error: { message: expect.stringContaining("Resource not found for the segment 'schema'") as string } }
		});
		expect(send(world, 'POST', `${job}/schema`, {})).toMatchObject({
			status: 405,
			headers: { Allow: 'GET, PUT, DELETE' }
		});
	});

	it('J-018: a wrong schema is refused with its place', () => {
		expect(send(world, 'PUT', `${job}/schema`, { synchronizationRules: 'none' })).toMatchObject({
			status: 400,
			body: { error: { code: 'InvalidSchema' } }
		});
	});
});

describe('the language by Graph', () => {
	it('F-006: the filter operators are listed with their arity and types', () => {
		const { status, body } = send(world, 'GET', `${job}/schema/filterOperators`);
		expect(status).toBe(200);
		expect((body as Listed).value).toHaveLength(14);
		expect((body as Listed).value).toContainEqual({
			name: 'IS TRUE',
			arity: 'Unary',
			multivaluedComparisonType: 'All',
			supportedAttributeTypes: ['Boolean']
		});
	});

	it('the functions are listed with their parameters', () => {
		const { body } = send(world, 'GET', `${job}/schema/functions`);
		const join = (body as Listed).value.find(({ name }) => name === 'Join')!;
		expect(join.parameters).toEqual([
			{ allowMultipleOccurrences: false, name: 'separator', required: true, type: 'String' },
			expect.objectContaining({ allowMultipleOccurrences: true, required: true })
		]);
		expect((body as Listed).value.length).toBeGreaterThan(40);
		const keysOf = (wanted: string) =>
			((body as Listed).value.find(({ name }) => name === wanted)!.parameters as Named[]).map(({ name }) => name);
		expect(keysOf('IIF')).toEqual(['one', 'two', 'three', 'four', 'five']);
		expect(keysOf('Switch')).toEqual(['source', 'switchValue']);
		expect(keysOf('BitAnd')).toEqual(['left', 'right']);
	});

	it('an expression is parsed, and evaluated where there is an object to try it on', () => {
		const parse = (body: object) => send(world, 'POST', `${job}/schema/parseExpression`, body as never).body as object;
		const properties = [
			{ key: 'givenName', value: 'Ada' },
			{ key: 'surname', value: 'Fields' }
		];
		const expression = 'Join(".", [givenName], [surname])';
		expect(parse({ expression, testInputObject: { properties } })).toMatchObject({
			parsingSucceeded: true,
			evaluationSucceeded: true,
			evaluationResult: ['Ada.Fields'],
			parsedExpression: { type: 'Function', name: 'Join' },
			error: null
		});
		const appRoleAssignments = [{ id: '1', value: 'A', displayName: 'A' }];
		const roles = { key: 'appRoleAssignments', value: appRoleAssignments };
		const complex = 'AppRoleAssignmentsComplex([appRoleAssignments])';
		expect(parse({ expression: complex, testInputObject: { properties: [roles] } })).toMatchObject({
			evaluationResult: [JSON.stringify(appRoleAssignments[0])]
		});
		expect(parse({ expression })).toMatchObject({ parsingSucceeded: true, evaluationSucceeded: false, error: null });
		expect(parse({ expression: 'Join(' })).toMatchObject({
			parsingSucceeded: false,
			parsedExpression: null,
			error: { code: 'ExpressionParsingFailed', tenantActionable: true }
		});
		expect(send(world, 'POST', `${job}/schema/parseExpression`, {}).status).toBe(400);
	});
});
