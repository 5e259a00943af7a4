import type { ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';

export type FunctionData = ViewData<'expressionFunctions'>[number];

/** The names that an expression may use. */
export interface Vocabulary {
	readonly functions: readonly FunctionData[];
	readonly attributes: readonly { readonly name: string; readonly multivalued: boolean }[];
}

let functions: Promise<readonly FunctionData[]> | null = null;

/** The register does not change while the page is open. */
export function functionRegister(): Promise<readonly FunctionData[]> {
	functions ??= engine.query<readonly FunctionData[]>('expressionFunctions', {}).catch((error: unknown) => {
		functions = null;
		throw error;
	});
	return functions;
}

export async function vocabulary(app: string | null = null, object: 'users' | 'groups' = 'users'): Promise<Vocabulary> {
	const [register, attributes] = await Promise.all([
		functionRegister(),
		engine.query<Vocabulary['attributes']>('sourceAttributes', { app, object })
	]);
	return { functions: register, attributes };
}
