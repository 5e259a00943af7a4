import { appRules } from './apps';
import { expressionRules } from './expressions';
import { mappingRules } from './mappings';
import { scimRules } from './scim';
import { scopingRules } from './scoping';
import { hrRules } from './hr';
import { hybridRules } from './hybrid';
import { tenantRules } from './tenant';
import { cyclesServiceRules } from './cycles-service';
import { cyclesMatchingRules } from './cycles-matching';
import { cyclesDecisionsRules } from './cycles-decisions';
import { cyclesGroupsRules } from './cycles-groups';
import { cyclesHealthRules } from './cycles-health';
import { cyclesStatusRules } from './cycles-status';
import { catalogueRules } from './catalogue';
import { manualAppRules } from './manual-apps';
import { schemaJsonRules } from './schema-json';
import { simulationRules } from './simulation';
import { pagesOf } from './pages';
import { restatements } from './restated';
import type { RuleEntry } from './types';

export type { RuleEntry, RuleStatus } from './types';

/** One file an area. */
const told: readonly RuleEntry[] = [
	...simulationRules,
	...schemaJsonRules,
	...catalogueRules,
	...manualAppRules,
	...cyclesStatusRules,
	...cyclesHealthRules,
	...cyclesGroupsRules,
	...cyclesDecisionsRules,
	...cyclesMatchingRules,
	...cyclesServiceRules,
	...scimRules,
	...appRules,
	...expressionRules,
	...mappingRules,
	...scopingRules,
	...tenantRules,
	...hrRules,
	...hybridRules
];

/** The whole fidelity register: what we claim of the real service, and what proves it. */
export const register: readonly RuleEntry[] = [...told, ...restatements(told)].map((rule) => ({
	...rule,
	source: pagesOf(rule.source)
}));
