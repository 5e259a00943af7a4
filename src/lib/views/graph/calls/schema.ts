import type { Json } from '#lib/engine/base';
import {
	CompiledExpression,
	compileExpression,
	evaluateExpression,
	functions,
	storedKeys,
	toStored,
	type Parameter
} from '#lib/engine/mapping';
import { operators } from '#lib/engine/scoping/operators';
import { GraphError, noContent, ok, withContext } from '../answer';
import { schemaDoor } from '../../apps/schema-of-job';
import { bodyObject, jobOfPath, type Asked, type Call } from '../call';

const path = '/servicePrincipals/{sp}/synchronization/jobs/{job}/schema';

const onlyBoolean = new Set(['IS TRUE', 'IS FALSE']);
const whole = new Set(['Greater_Than', 'Greater_Than_OR_EQUALS', '&', '!&']);

function typesOf(name: string): string[] {
	if (onlyBoolean.has(name)) return ['Boolean'];
	if (whole.has(name)) return ['Integer'];
	return name.endsWith('NULL') ? ['Integer', 'String', 'Binary', 'Boolean'] : ['Integer', 'String'];
}

const typeNames: { readonly [kind in Parameter['kind']]: string } = {
	text: 'String',
	number: 'Integer',
	boolean: 'Boolean',
	date: 'DateTime',
	list: 'String',
	any: 'String',
	keyword: 'String'
};

/** The object that an expression is tried on. */
function sourceOf(testInputObject: Json | undefined): Record<string, Json> {
	const { properties } = (testInputObject ?? {}) as { readonly properties?: readonly Json[] };
	const source: Record<string, Json> = {};
	for (const property of Array.isArray(properties) ? properties : []) {
		const { key, value } = (property ?? {}) as { readonly key?: Json; readonly value?: Json };
		if (typeof key === 'string') source[key] = value ?? null;
	}
	return source;
}

function parsed(asked: Asked): Json {
	const { world } = asked;
	const { expression, testInputObject } = bodyObject(asked);
	if (typeof expression !== 'string')
		throw new GraphError(400, 'RequestMissingRequiredParameter', 'The body has to have an expression.');
	const error = (code: string, message: string) => ({ code, message, tenantActionable: true });
	const compiled = compileExpression(expression);
	if (!(compiled instanceof CompiledExpression))
		return {
			parsingSucceeded: false,
			parsedExpression: null,
			evaluationSucceeded: false,
			evaluationResult: [],
			error: error('ExpressionParsingFailed', `${compiled.message} (position ${compiled.at})`)
		};
	const parsedExpression = toStored(compiled.tree) as unknown as Json;
	if (testInputObject === undefined || testInputObject === null)
		return { parsingSucceeded: true, parsedExpression, evaluationSucceeded: false, evaluationResult: [], error: null };
	const { now, tenant } = world.sim.host;
	const source = sourceOf(testInputObject);
	const result = evaluateExpression(expression, {
		source: source as never,
		now,
		defaultDomain: tenant.defaultDomain,
		random: () => 0.5
	});
	const failed = 'error' in result ? error('ExpressionEvaluationFailed', result.message) : null;
	const values: readonly Json[] = 'value' in result && result.value !== null ? [result.value as Json].flat() : [];
	return {
		parsingSucceeded: true,
		parsedExpression,
		evaluationSucceeded: failed === null,
		// V-004: a list of texts, objects as their JSON.
		evaluationResult: values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
		error: failed
	};
}

export const schema: readonly Call[] = [
	{
		method: 'GET',
		path,
		title: 'Get schema',
		run(asked) {
			const { app } = jobOfPath(asked);
			const found = schemaDoor.read(asked.world, app.key) as { readonly [name: string]: Json };
			const of = `servicePrincipals('${asked.params.sp}')/synchronization/jobs('${asked.params.job}')/schema/$entity`;
			return ok(withContext(asked.version, of, found));
		}
	},
	{
		method: 'PUT',
		path,
		title: 'Replace schema',
		run(asked) {
			const { app } = jobOfPath(asked);
			// What was read is sent back: its context is no part of the schema.
			const { '@odata.context': _, ...body } = bodyObject(asked);
			try {
				return noContent(schemaDoor.replace(asked.world, app.key, body));
			} catch (error) {
				throw new GraphError(400, 'InvalidSchema', error instanceof Error ? error.message : String(error));
			}
		}
	},
	{
		method: 'DELETE',
		path,
		title: 'Delete schema (back to the default)',
		run: (asked) => noContent({ verb: 'job.restoreDefaults', args: { app: jobOfPath(asked).app.key } })
	},
	{
		method: 'GET',
		path: `${path}/filterOperators`,
		title: 'List filter operators',
		run(asked) {
			jobOfPath(asked);
			const value = operators.map(({ name, needsValue }) => ({
				name,
				arity: needsValue ? 'Binary' : 'Unary',
				multivaluedComparisonType: 'All',
				supportedAttributeTypes: typesOf(name)
			}));
			return ok(withContext(asked.version, 'filterOperators', { value }));
		}
	},
	{
		method: 'GET',
		path: `${path}/functions`,
		title: 'List functions',
		run(asked) {
			jobOfPath(asked);
			const value = functions
				.filter(({ profile }) => profile !== 'cloudSync')
				.map((entry) => ({
					name: entry.name,
					parameters: storedKeys(entry).map(({ key, parameter }) => ({
						allowMultipleOccurrences: parameter.repeats ?? false,
						name: key,
						required: parameter.required,
						type: typeNames[parameter.kind]
					}))
				}));
			return ok(withContext(asked.version, 'functions', { value }));
		}
	},
	{
		method: 'POST',
		path: `${path}/parseExpression`,
		title: 'Parse expression',
		sample: () => ({
			expression: 'Join(".", [givenName], [surname])',
			targetAttributeDefinition: null,
			testInputObject: {
				definition: null,
				properties: [
					{ key: 'givenName', value: 'Ada' },
					{ key: 'surname', value: 'Fields' }
				]
			}
		}),
		run(asked) {
			jobOfPath(asked);
			const body = parsed(asked) as { readonly [name: string]: Json };
			return ok(withContext(asked.version, 'microsoft.graph.parseExpressionResponse', body));
		}
	}
];
