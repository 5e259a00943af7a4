import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Source } from '../mapping';
import { evaluateScope, type ScopingFilter } from '.';

interface Vector {
	id: string;
	filter: ScopingFilter | null;
	source: Source;
	inScope?: boolean;
	expectedError?: 'config';
}

it('all scoping vectors give what they promise', () => {
	const vectors = JSON.parse(readFileSync('tests/fixtures/vectors/scoping-vectors.json', 'utf8')) as Vector[];
	const failures = vectors.flatMap((vector) => {
		const got = evaluateScope(vector.filter, vector.source);
		const fine = vector.expectedError ? 'error' in got : !('error' in got) && got.inScope === vector.inScope;
		return fine ? [] : [`${vector.id}: ${JSON.stringify(vector.filter)}: got ${JSON.stringify(got)}`];
	});
	console.log(`scoping-vectors.json: ${vectors.length - failures.length} of ${vectors.length}`);
	expect(failures).toEqual([]);
});
