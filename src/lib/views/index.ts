import { account } from './apps/account';
import { accounts } from './apps/accounts';
import { adminPage } from './apps/admin-page';
import { app } from './apps/app';
import { assignments } from './apps/assignments';
import { behaviour } from './apps/behaviour';
import { configuration } from './apps/configuration';
import { connectionTest } from './apps/connection-test';
import { discovery, unassignedUsers } from './apps/discovery';
import { gallery } from './apps/gallery';
import { mappingCheck, mappingChoices } from './apps/mapping-editor';
import { mappings, scoping } from './apps/mappings';
import { schemaDocument, schemaReview } from './apps/schema-review';
import { scopeTest } from './apps/scope-test';
import { scimCheck, scimConsole, scimTwin } from './apps/scim-console';
import { signIn } from './apps/sign-in';
import { comparison, upload } from './apps/upload';
import { branchComparison } from './branches/comparison';
import { deletedGroups } from './directory/deleted-groups';
import { group } from './directory/groups';
import { nestedGroups } from './directory/nested-groups';
import { ruleCheck } from './directory/rule-check';
import { user } from './directory/user';
import { sourceAttributes } from './expressions/attributes';
import { expressionForAll } from './expressions/everybody';
import { expression } from './expressions/expression';
import { expressionFunction, expressionFunctions } from './expressions/functions';
import { sourceObjects } from './expressions/source-objects';
import * as errors from './errors';
import { failures } from './failures';
import { rare } from './home/rare';
import * as rareWords from './home/rare-words';
import { frameViews } from './frame';
import { listViews } from './lists';
import { graphConsole } from './graph/console';
import { settings } from './settings/settings';
import { audit } from './health/audit';
import { insights } from './health/insights';
import { mails } from './health/mails';
import { agents } from './hr/agents';
import { hrConnection } from './hr/hr-connection';
import { uploads } from './hr/uploads';
import { valueTrace } from './hr/value-trace';
import { worker } from './hr/worker';
import { workers } from './hr/workers';
import { adAccount } from './hybrid/ad-account';
import { adAccounts } from './hybrid/ad-accounts';
import { adGroups } from './hybrid/ad-groups';
import { adUnits } from './hybrid/ad-units';
import { connect } from './hybrid/connect';
import { connectRun } from './hybrid/connect-run';
import { logRow } from './logs/log-row';
import { logs } from './logs/logs';
import { onDemand } from './logs/on-demand';
import { journey } from './person/journey';
import { planChoices } from './plan/choices';
import { inventory } from './plan/inventory';
import { testSamples } from './plan/samples';
import { accountReports } from './reports/account-reports';
import { eventList } from './stage/event-list';
import { requestEvents } from './stage/request-events';
import { cycles } from './status/cycles';
import { provisioning } from './status/provisioning';
import { troubleshoot } from './troubleshoot/troubleshoot';
import {
	rollback,
	rollbackApps,
	rollbackPeople,
	rollbackRepair,
	rollbackRequests,
	rollbackValues
} from './rollback/rollback';
import type { View } from './view';
import { requests } from './why/requests';
import { why } from './why/why';
import { whyNot } from './why/why-not';
import { whyValue } from './why/why-value';

failures.fill(errors);
rare.fill(rareWords);

/** Everything that a screen can ask of a world, by name. */
export const views = {
	...frameViews,
	...listViews,
	deletedGroups,
	settings,
	account,
	accountReports,
	accounts,
	adAccount,
	adAccounts,
	adGroups,
	adUnits,
	adminPage,
	agents,
	app,
	assignments,
	audit,
	behaviour,
	branchComparison,
	comparison,
	configuration,
	connect,
	connectRun,
	connectionTest,
	cycles,
	discovery,
	eventList,
	expression,
	expressionForAll,
	expressionFunction,
	expressionFunctions,
	gallery,
	graphConsole,
	group,
	hrConnection,
	insights,
	inventory,
	journey,
	logRow,
	logs,
	mails,
	mappingCheck,
	mappingChoices,
	mappings,
	nestedGroups,
	onDemand,
	planChoices,
	provisioning,
	requestEvents,
	requests,
	rollback,
	rollbackApps,
	rollbackPeople,
	rollbackRepair,
	rollbackRequests,
	rollbackValues,
	ruleCheck,
	scopeTest,
	schemaDocument,
	schemaReview,
	scimCheck,
	scimConsole,
	scimTwin,
	scoping,
	signIn,
	sourceAttributes,
	sourceObjects,
	testSamples,
	troubleshoot,
	unassignedUsers,
	upload,
	uploads,
	user,
	valueTrace,
	why,
	whyNot,
	whyValue,
	worker,
	workers
};

export type Views = typeof views;
export type ViewName = keyof Views;
export type ViewArgs<N extends ViewName> = Views[N] extends View<infer A, unknown> ? A : never;
export type ViewData<N extends ViewName> = ReturnType<Views[N]>;

export { NotThere } from './names';
export { inOrder, joined } from './stage/joined';
export type { Page, View } from './view';
