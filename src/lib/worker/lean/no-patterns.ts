/** Our handlers look at the address themselves (apps/msw.ts): no pattern of MSW is ever matched. */
export function matchPattern(): never {
	throw new Error('No handler has a pattern.');
}
