import { readCondition, type FactCondition } from '#lib/worker/stop-when';

/** What a fact can be, in words that follow "Stop at". */
export const factWords: readonly (readonly [kind: NonNullable<FactCondition['kind']>, words: string])[] = [
	['row', 'a row of the log'],
	['source.changed', 'a change of a source object'],
	['cycle.started', 'the start of a cycle'],
	['cycle.ended', 'the end of a cycle'],
	['match', 'a matching query'],
	['decide', 'a decision'],
	['request', 'a request'],
	['fail', 'an error'],
	['reference', 'a reference that is written'],
	['membership', 'a membership that is written'],
	['quarantine', 'a quarantine'],
	['quarantine.lifted', 'the end of a quarantine'],
	['job.state', 'a job that is switched off'],
	['mail', 'a mail'],
	['account.changed', 'a change by the application itself'],
	['connect.row', 'an account that Connect writes'],
	['rule.evaluated', 'a dynamic rule that is evaluated']
];

/** They are of no application, and so of none that could be named. */
export const beforeApps: ReadonlySet<string> = new Set(['source.changed', 'connect.row', 'rule.evaluated']);

export const actionWords = [
	['create', 'create'],
	['update', 'update'],
	['enable', 'enable'],
	['disable', 'disable'],
	['delete', 'delete'],
	['staged', 'staged delete'],
	['other', 'other action']
] as const;

export const statusWords = [
	['success', 'successful'],
	['failure', 'failed'],
	['skipped', 'skipped'],
	['warning', 'with a warning']
] as const;

const article = (words: string) => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
const wordOf = (list: readonly (readonly [string, string])[], name: string) =>
	list.find(([one]) => one === name)?.[1] ?? name;

/** "a failed create in Slack": a condition on facts as one says it. */
export function conditionWords({ kind, action, status, app }: FactCondition, appName: (key: string) => string): string {
	const where = app === undefined ? '' : ` in ${appName(app)}`;
	if (action !== undefined || status !== undefined) {
		const what = action === undefined ? 'row' : wordOf(actionWords, action);
		const how = status === undefined ? '' : wordOf(statusWords, status);
		return article((how.startsWith('with') ? `${what} ${how}` : `${how} ${what}`).trim()) + where;
	}
	return (kind === undefined ? 'any fact' : wordOf(factWords, kind)) + where;
}

/** The same of a condition as it is kept: "fact:action=create,app=slack". */
export function stopWords(stop: string, appName: (key: string) => string): string | null {
	const condition = readCondition(stop);
	return condition && conditionWords(condition, appName);
}
