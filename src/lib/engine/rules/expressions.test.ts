import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expressionRules } from './expressions';
import { mappingRules } from './mappings';
import { scopingRules } from './scoping';

const rules = [...expressionRules, ...mappingRules, ...scopingRules];

it('every rule of expressions, mappings and scoping filters names a test that is there, and has an id of its own', () => {
	const tests = ['src/lib/engine/mapping', 'src/lib/engine/scoping', 'src/lib/world/rules']
		.flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => `${folder}/${String(path)}`))
		.filter((path) => path.endsWith('.test.ts'))
		.map((path) => readFileSync(path, 'utf8'))
		.join('\n');
	const missing = rules.filter(({ test, status }) => (test ? !tests.includes(test) : status !== 'not modelled'));
	expect(missing.map(({ id }) => id)).toEqual([]);
	expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
