/** Who is in the directories besides the persons, where a company wants more than one guest. */
export { otherAccounts } from '#lib/tenant/ad/others';
export { otherUsers } from '#lib/tenant/entra/others';
export { formerWorkers } from './hr/former';
