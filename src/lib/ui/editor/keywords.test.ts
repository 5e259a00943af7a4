import { expect, it } from 'vitest';
import { keywords as known } from '#lib/engine/mapping/language/tree';
import { keywords } from './keywords';

it('colours the same words that the parser knows', () => {
	expect(keywords).toEqual(known);
});
