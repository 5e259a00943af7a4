import { describe, expect, it } from 'vitest';
import { isoText } from './render';

describe('times in answers', () => {
	it.each([0, 1, 999, 86_399_999, 86_400_000, 1_772_439_031_200, 1_772_439_031_200.8, -1, 951_782_400_123])(
		'are as Date writes them: %d',
		(at) => expect(isoText(at)).toBe(new Date(at).toISOString())
	);
});
