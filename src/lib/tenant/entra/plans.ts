import type { ServicePlan } from './user';

const MAILBOX_PLAN: readonly ServicePlan[] = Object.freeze([
	Object.freeze({ servicePlanId: 'p-exo', service: 'exchange', capabilityStatus: 'Enabled' as const })
]);
export const NO_PLAN: readonly ServicePlan[] = Object.freeze([]);

/** Two of three people have a mailbox licence; which two, the rules on assigned plans rely on (G-132, G-133). */
export const plansOf = (index: number) => (index % 3 === 0 ? NO_PLAN : MAILBOX_PLAN);
