import type { ConfigRow } from '#lib/engine/job/records';
import { employmentPaths, type EmploymentPath } from '#lib/hr/employments';
import type { JobTemplate } from '#lib/hr/templates';
import { readingKeys, unreadOf } from '#lib/hr/workday-api';
import type { Reading } from '#lib/hr/worker';
import type { AppRow } from '../tables/rows';
import { hasLookahead } from './source';

/** What the integration account and the connection's settings let a job see, at a moment. */
export function readingOf(template: JobTemplate, config: ConfigRow, app: AppRow, at: number): Reading {
	const base = { system: template.system ?? 'workday', at, lookahead: hasLookahead(config) };
	if (base.system === 'successfactors') return { ...base, ...pathsOf(config) };
	const { settings } = app;
	const only = typeof settings.constrainedTo === 'string' ? { only: settings.constrainedTo } : {};
	return { ...base, ...only, unread: unreadOf(config.secrets, missingDomains(app)) };
}

/** H-028, H-029: domains of Workday that the integration account is not in. */
export function missingDomains({ settings }: AppRow): readonly string[] {
	return Array.isArray(settings.missingDomains) ? (settings.missingDomains as string[]) : [];
}

function pathsOf({ secrets, users }: ConfigRow): Pick<Reading, 'employment' | 'startDate' | 'preHires'> {
	const path = (key: string) => employmentPaths.find((one) => one === secrets[key]);
	const employment: EmploymentPath = path(readingKeys.employment) ?? 'first';
	const startDate = path(readingKeys.startDate) ?? 'first';
	// H-090: the primary matching attribute, and an index in the path of the start date.
	const [primary] = users.attributes
		.filter(({ matchingPrecedence }) => matchingPrecedence)
		.sort((a, b) => a.matchingPrecedence! - b.matchingPrecedence!);
	const isById = primary !== undefined && readsPersonId(primary.source);
	return { employment, startDate, preHires: isById && (startDate === 'first' || startDate === 'last') };
}

function readsPersonId(source: ConfigRow['users']['attributes'][number]['source']): boolean {
	const name = 'PerPerson.personIdExternal';
	return source.type === 'Direct'
		? source.attribute === name
		: source.type === 'Expression' && source.expression.includes(name);
}
