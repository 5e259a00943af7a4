import { describe, expect, it } from 'vitest';
import { createWorld } from '#lib/world';
import { pathsOf, send } from './testing.fixture';

const world = createWorld({ apps: ['byoa'] });
const { job } = pathsOf(world, 'byoa');
type Listed = { readonly value: readonly { readonly name: string; readonly parameters?: readonly object[] }[] };

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
		expect(parse({ expression })).toMatchObject({ parsingSucceeded: true, evaluationSucceeded: false, error: null });
		expect(parse({ expression: 'Join(' })).toMatchObject({
			parsingSucceeded: false,
			parsedExpression: null,
			error: { code: 'ExpressionParsingFailed', tenantActionable: true }
		});
		expect(send(world, 'POST', `${job}/schema/parseExpression`, {}).status).toBe(400);
	});
});
