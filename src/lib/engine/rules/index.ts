import { appRules } from './apps';
import { expressionRules } from './expressions';
import { mappingRules } from './mappings';
import { scimRules } from './scim';
import { scopingRules } from './scoping';
import { hrRules } from './hr';
import { tenantRules } from './tenant';
import type { RuleEntry } from './types';

export type { RuleEntry, RuleStatus } from './types';

/** The whole fidelity register: what we claim of the real service, and what proves it. One file an area. */
export const register: readonly RuleEntry[] = [
	...scimRules,
	...appRules,
	...expressionRules,
	...mappingRules,
	...scopingRules,
	...tenantRules,
	...hrRules
];
