import type { Fact, TableName } from '#lib/engine/base';
import { userDecisions } from '#lib/engine/steps/decision-table';
import { unpackRow } from '#lib/engine/steps/log-row';
import { ScopeGuard } from '#lib/engine/steps/scope';
import type { World } from '#lib/world';
import { historyOf, isNamed } from '../folds/history';
import { quarantineWords } from '../quarantine-words';
import { pastVerb, rowVerbs, skipWords } from '../words';
import { failures } from '../failures';
import { cycleOfFact } from './unit';

const cycleStarts = ['', 'The initial cycle of', 'An incremental cycle of', 'A run on demand of'];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const changeTypes = ['', 'Add', 'Update', 'Delete'];

/** What a fact says, in words: who or what, and the reason. The time stands beside it. */
export function sentenceOf(world: World, fact: Fact, cycle: number | null = cycleOfFact(fact)): string {
	const who = subjectName(world, fact);
	const app = appNameOf(world, fact, cycle);
	const text = world.detailText(fact);
	switch (fact.kind) {
		case 'world.began':
			return 'The company began.';
		case 'command':
			return commandSentence(text);
		case 'source.changed':
			if (fact.subject.table === 'agents') return agentSentence(world, fact.subject.slot, text);
			return changeSentence(who, text, systemOfTable[fact.subject.table]);
		case 'connect.started':
			return `Connect sync began ${fact.detail === 1 ? 'a full' : 'a delta'} cycle.`;
		case 'connect.row':
			return connectSentence(who, text);
		case 'connect.ended':
			return `Connect sync ended its cycle: ${text}.`;
		case 'cycle.started':
			return `${cycleStarts[fact.guards] ?? 'A cycle of'} ${app} began.`;
		case 'cycle.ended':
			return text === 'Succeeded'
				? `The cycle of ${app} ended.`
				: `The cycle of ${app} ended with failures of single objects.`;
		case 'cycle.aborted':
			return `The cycle of ${app} stopped: ${text}.`;
		case 'cycle.passed':
			return `${fact.detail} users were read and left alone: not assigned to ${app}.`;
		case 'import':
			return `The service read ${who}: a change of type ${changeTypes[fact.detail]}.`;
		case 'scope':
			return scopeSentence(who, app, fact.guards, text);
		case 'match':
			return (
				['No account in ' + app + ' matches ' + who + '.', `One account in ${app} matches ${who}.`][fact.detail] ??
				`${fact.detail} accounts in ${app} match ${who}.`
			);
		case 'decide':
			return decisionSentence(who, fact.rule);
		case 'request':
			return requestSentence(app, fact.detail);
		case 'fail':
			return `${app || 'The target'} refused ${who}: ${text.replace(/\.$/, '')}.`;
		case 'row':
			return rowSentence(world, fact, who, app);
		case 'reference':
			return `The manager of ${who} was written: ${historyOf(world.sim).name('users', fact.detail, fact.seq)}.`;
		case 'reference.unresolved':
			return `The manager of ${who} was not written: ${historyOf(world.sim).name('users', fact.detail, fact.seq)} is not linked.`;
		case 'membership':
			return `${historyOf(world.sim).name('users', fact.detail, fact.seq)} was ${fact.guards & 1 ? 'added to' : 'removed from'} ${who} in ${app}.`;
		case 'membership.unresolved':
			return `${historyOf(world.sim).name('users', fact.detail, fact.seq)} was not added to ${who} in ${app}: no account is linked.`;
		case 'quarantine':
			return `${app} went into quarantine: ${quarantineWords[text] ?? text}.`;
		case 'quarantine.lifted':
			return `${app} left quarantine.`;
		case 'job.state':
			return jobSentence(app, fact.guards, text);
		case 'mail':
			return `A mail was sent: ${text}.`;
		case 'audit':
			return `The audit log noted: ${text}.`;
		case 'escrow.dropped':
			return `An escrow of ${app || 'the job'} is four weeks old and was dropped: ${text}.`;
		case 'account.changed':
			return `In ${app}: ${text}.`;
		case 'rule.evaluated':
			return `The rule of ${who} was evaluated: ${fact.detail} memberships changed.`;
		case 'warning':
			return `Two users share one account in ${app}: the last writer wins.`;
		default:
			return text || fact.kind;
	}
}

/** "Unassign Ada Fields from Slack" as it is told afterwards. */
export function commandSentence(text: string): string {
	const [verb = ''] = text.split(' ', 1);
	return verb === 'Microsoft' ? `${text}.` : `You ${pastVerb(verb)}${text.slice(verb.length)}.`;
}

const systemOfTable: { readonly [table in TableName]?: string } = { adUsers: 'Active Directory', workers: 'HR' };

const changes: readonly (readonly [start: string, words: (who: string, rest: string, where: string) => string])[] = [
	['assigned to ', (who, rest) => `${who} was assigned to ${rest}.`],
	['unassigned from ', (who, rest) => `${who} was unassigned from ${rest}.`],
	['member of ', (who, rest) => `${who} became a member of ${rest}.`],
	['no longer member of ', (who, rest) => `${who} is no longer a member of ${rest}.`],
	['uploaded', (who) => `${who} was uploaded.`],
	['created', (who, _rest, where) => `${who} was created in ${where}.`],
	['sign-in blocked', (who) => `Sign-in of ${who} was blocked.`],
	['sign-in unblocked', (who) => `Sign-in of ${who} was unblocked.`],
	['soft-deleted', (who) => `${who} was moved to the recycle bin.`],
	['hard-deleted', (who) => `${who} was deleted permanently.`],
	['restored', (who) => `${who} was restored from the recycle bin.`],
	['members', (who) => `The members of ${who} changed.`]
];

/** What HR tells of a whole record: "rehired from 2026-03-02", "UserID written back". */
const ofRecord = /hired |last day|rescinded|a new|assignment|written/;

export function changeSentence(who: string, text: string, where = 'Entra ID'): string {
	for (const [start, words] of changes) if (text.startsWith(start)) return words(who, text.slice(start.length), where);
	if (ofRecord.test(text)) return `${who} in ${where}: ${text}.`;
	return `${who}: ${text} changed in ${where}.`;
}

const agentChanges: { readonly [change: string]: string } = {
	installed: 'was installed',
	active: 'was started',
	inactive: 'was stopped',
	'does not answer': 'no longer answers',
	'not registered with the domain': 'is no longer registered with the domain',
	'registered with the domain': 'is registered with the domain again',
	removed: 'was removed'
};

function agentSentence({ tables }: World, slot: number, change: string): string {
	const agent = tables.agents.get(slot);
	return `The provisioning agent ${agent ? `${agent.name} ` : ''}${agentChanges[change] ?? change}.`;
}

const connectVerbs: { readonly [operation: string]: string } = {
	create: 'created in',
	link: 'linked with an existing user of',
	update: 'updated in',
	delete: 'removed from'
};

/** "update code": what Connect did with one account of Active Directory. */
function connectSentence(who: string, text: string): string {
	const [operation = '', ...code] = text.split(' ');
	const verb = connectVerbs[operation];
	if (verb) return `Connect sync: ${who} was ${verb} Entra ID.`;
	if (operation === 'staged') return `Connect sync held the removal of ${who} back.`;
	return `Connect sync could not write ${who} to Entra ID: ${code.join(' ').replace(/\.$/, '')}.`;
}

export function scopeReasons(guards: number, failedClause: string): string[] {
	const reasons: string[] = [];
	if (!(guards & ScopeGuard.active)) reasons.push('not active in the source system');
	if (!(guards & (ScopeGuard.assigned | ScopeGuard.syncAll))) reasons.push('not assigned');
	else if (!(guards & ScopeGuard.role)) reasons.push('without the required role');
	if (!(guards & ScopeGuard.filter))
		reasons.push(failedClause ? `${failedClause} does not hold` : 'outside the scoping filter');
	return reasons;
}

function scopeSentence(who: string, app: string, guards: number, failedClause: string): string {
	const reasons = scopeReasons(guards, failedClause);
	if (reasons.length > 0) return `${who} is out of scope of ${app}: ${reasons.join(', ')}.`;
	return `${who} is in scope of ${app}: active, ${guards & ScopeGuard.syncAll ? 'and all users and groups are synced' : 'and assigned with a role'}.`;
}

const decisions: { readonly [action: string]: string } = {
	create: 'create an account',
	update: 'update the account',
	enable: 'enable the account',
	disable: 'disable the account and keep the link',
	delete: 'delete the account',
	staged: 'hold the removal back',
	skip: 'skip',
	fail: 'fail',
	nothing: 'do nothing'
};
const groupRules: { readonly [rule: string]: string } = {
	'C-197': 'create',
	'C-198': 'update',
	'C-199': 'delete',
	'C-200': 'delete'
};

export function decisionSentence(who: string, rule: string): string {
	const action = groupRules[rule] ?? userDecisions.find((row) => row.rule === rule)?.action ?? 'nothing';
	return `Decided for ${who}: ${decisions[action]}.`;
}

/** What a person or the service did to a job, by the guards of its fact. */
function jobSentence(app: string, what: number, text: string): string {
	switch (what) {
		case 0:
			return text === 'Off' ? `Provisioning to ${app} was switched off.` : `Provisioning to ${app} stopped. ${text}.`;
		case 1:
			return `Provisioning to ${app} was switched on.`;
		case 2:
			return `Provisioning to ${app} was restarted: ${text.replace('Restart: ', '')}.`;
		case 3:
			return `The removals that ${app} holds back were allowed.`;
		default:
			return `The configuration of ${app} was saved: ${text}.`;
	}
}

function requestSentence(app: string, detail: number): string {
	const status = detail % 1000;
	const method = methods[Math.floor(detail / 1000)]!;
	return status === 0 ? `${app} did not answer a ${method} in time.` : `${app} answered a ${method} with ${status}.`;
}

function rowSentence(world: World, fact: Fact, who: string, app: string): string {
	const { action, status, code } = unpackRow(fact.detail);
	const reason = world.text(code);
	if (action === 'staged') return `${who} would have been removed from ${app}: the removal is held back.`;
	if (status === 'skipped') return `Skipped: ${who} ${skipWords[reason] ?? reason}.`;
	if (status === 'failure')
		return `${who} ${rowVerbs[action].not} in ${app}: ${reasonBefore(world, fact) ?? failures.here.wordsOfCode(reason)?.text ?? reason}`;
	return `${who} ${rowVerbs[action].done} in ${app}.`;
}

/** The target's own text, from the fact before a failed row. */
function reasonBefore(world: World, row: Fact): string | null {
	const fail = world.sim.ledger.facts.fact(row.cause);
	if (fail.kind !== 'fail') return null;
	const [code, ...text] = world.detailText(fail).split(': ');
	return `${text.join(': ').replace(/\.$/, '')} (${code}).`;
}

/** The name of a fact's subject at that time. */
export function subjectName(world: World, fact: Fact): string {
	const { table, slot } = fact.subject;
	return isNamed(table) ? historyOf(world.sim).name(table, slot, fact.seq) : '';
}

export function appNameOf(world: World, fact: Fact, cycle: number | null): string {
	const history = historyOf(world.sim);
	const { table, slot } = fact.subject;
	if (table === 'apps') return history.app(slot, fact.seq)?.name ?? '';
	if (table === 'jobs') return history.app(history.appOfJob(slot))?.name ?? '';
	if (table === 'discoveries') return history.app(history.appOfDiscovery(slot))?.name ?? '';
	if (table === 'cycles') return history.app(history.appOfCycle(slot))?.name ?? '';
	return cycle === null ? '' : (history.app(history.appOfCycle(cycle))?.name ?? '');
}
