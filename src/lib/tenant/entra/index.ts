export { entraUsers } from './build';
export { connectAttributes, immutableIdOf, tenantUserPrincipalName } from './from-ad';
export { blankUser, userPrincipalNameReplaced, type EntraUser, type ServicePlan } from './user';
