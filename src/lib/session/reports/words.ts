import type { RowResult } from '#lib/world/plan';

export const resultWords: { readonly [state in RowResult['state']]: string } = {
	passed: 'Pass',
	failed: 'Fail',
	blocked: 'Not run'
};
