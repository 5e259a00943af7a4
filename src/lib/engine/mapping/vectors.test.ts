import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateExpression, type Evaluation, type Rendered, type Source } from '.';

interface Expectation {
	source: Source;
	context?: { now?: string; existing?: string[]; defaultDomain?: string };
	expected?: Rendered;
	expectedPattern?: string;
	expectedError?: 'parse' | 'eval';
	expectedFlow?: 'ignore' | 'ignoreObject';
}
interface Vector extends Expectation {
	id: string;
	expression: string;
	profile?: 'cloudSync';
	lenientExpected?: string;
}
interface RealWorld {
	id: string;
	expression: string;
	cases: Expectation[];
}

function fixture<Type>(name: string): Type {
	return JSON.parse(readFileSync(`tests/fixtures/vectors/${name}.json`, 'utf8')) as Type;
}

/** Undefined when the evaluation is what the vector wants. */
function difference(got: Evaluation, wanted: Expectation): string | undefined {
	const fine =
		wanted.expectedError !== undefined
			? 'error' in got && got.error === wanted.expectedError
			: wanted.expectedFlow !== undefined
				? 'flow' in got && got.flow === wanted.expectedFlow
				: wanted.expectedPattern !== undefined
					? 'value' in got && typeof got.value === 'string' && new RegExp(wanted.expectedPattern).test(got.value)
					: 'value' in got && JSON.stringify(sorted(got.value)) === JSON.stringify(sorted(wanted.expected));
	return fine ? undefined : `wanted ${JSON.stringify({ ...wanted, source: undefined })}, got ${JSON.stringify(got)}`;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)));
}

describe('the shared vectors', () => {
	it('all expression vectors give what they promise', () => {
		const vectors = fixture<Vector[]>('expression-vectors');
		const failures = vectors.flatMap((vector) => {
			const { id, expression, source, context, profile } = vector;
			const wrong = difference(evaluateExpression(expression, { source, ...context, profile }), vector);
			return wrong ? [`${id}: ${expression.slice(0, 200)}: ${wrong}`] : [];
		});
		console.log(`expression-vectors.json: ${vectors.length - failures.length} of ${vectors.length}`);
		expect(failures).toEqual([]);
	});

	it('G-007: names in another case are read in lenient mode only', () => {
		const lenient = fixture<Vector[]>('expression-vectors').filter((vector) => vector.lenientExpected !== undefined);
		expect(lenient.length).toBeGreaterThan(0);
		for (const { expression, source, lenientExpected } of lenient) {
			expect(evaluateExpression(expression, { source, lenient: true })).toEqual({ value: lenientExpected });
			expect(evaluateExpression(expression, { source })).toMatchObject({ error: 'parse' });
		}
	});

	it('all published expressions give what they promise', () => {
		const expressions = fixture<RealWorld[]>('real-world-expressions');
		const cases = expressions.flatMap(({ id, expression, cases }) =>
			cases.map((wanted) => ({ id, expression, wanted }))
		);
		const failures = cases.flatMap(({ id, expression, wanted }) => {
			const wrong = difference(evaluateExpression(expression, { source: wanted.source, ...wanted.context }), wanted);
			return wrong ? [`${id}: ${expression}: ${wrong}`] : [];
		});
		console.log(
			`real-world-expressions.json: ${cases.length - failures.length} of ${cases.length} cases, ${expressions.length} expressions`
		);
		expect(failures).toEqual([]);
	});
});
