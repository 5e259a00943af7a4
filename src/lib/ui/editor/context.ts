import type { ViewData } from '#lib/views';

export type FunctionData = ViewData<'expressionFunctions'>[number];

/** What an expression is written for: the editor completes and judges it by this. */
export interface EditorContext {
	/** The application whose users it is tried with; null: the directory alone. */
	readonly app: string | null;
	readonly object: 'users' | 'groups';
	readonly target: string | null;
	/** Who was chosen to try it with. */
	readonly chosen: number | null;
}
