/** Scoping filters: which source objects a job looks after. */
import * as compiling from './compile';
import { compileScope } from './compile';
import { scoping } from './late';
import type { ScopeError, ScopeVerdict, ScopingFilter } from './types';
import type { Source } from '../mapping';
import * as regex from '../mapping/regex';
import { patterns } from '../mapping/regex/late';

patterns.fill(regex);
scoping.fill(compiling);

export { compileScope } from './compile';
export { clauseLabel } from './label';
export { operators as scopeOperators } from './operators';
export type {
	Clause,
	ClauseGroup,
	ClauseVerdict,
	CompiledScope,
	GroupVerdict,
	ScopeError,
	ScopingFilter,
	ScopeSchema,
	ScopeVerdict
} from './types';

/** Evaluates a filter for one source object, or says why it cannot be saved. Never throws. */
export function evaluateScope(filter: ScopingFilter | null, source: Source): ScopeVerdict | ScopeError {
	const scope = compileScope(filter);
	if ('error' in scope) return scope;
	const several = scope.attributes.find((name) => name.startsWith('extension_') && Array.isArray(source[name]));
	if (several !== undefined) return { error: 'config', message: `${several} has several values` };
	return scope.evaluate(source);
}
