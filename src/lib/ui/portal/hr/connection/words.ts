import type { ViewData } from '#lib/views';

export type Job = NonNullable<ViewData<'hrConnection'>>['jobs'][number];

/** The JSONPath expressions of the guide, and what each of them reads (H-158 to H-162). */
export const employmentOptions = [
	{ value: 'first', label: 'results[0]: the first employment, as shipped' },
	{ value: 'last', label: 'results[-1:]: the last employment' },
	{ value: 'active', label: 'emplStatus is A, U or P: the active employment' },
	{ value: 'home', label: 'assignmentClass is ST: the employment at home' },
	{ value: 'host', label: 'assignmentClass is GA: the global assignment' }
] as const;

export const startOptions = employmentOptions.slice(0, 3);

/** H-029, H-353: what writeback cannot write for want of a permission, and how Workday answers; null: nothing. */
export function refusedWords({ reads, domains }: Pick<Job, 'reads' | 'domains'>): string | null {
	if (reads) return null;
	const refused = new Set(domains.filter(({ missing }) => missing).flatMap(({ opens }) => opens));
	if (refused.size === 0) return null;
	const what = [...refused].map((one) => (one === 'Update_Workday_Account' ? 'the user name' : 'mail and telephone'));
	return `As things stand Workday refuses ${what.join(', and ')} with InsufficientRights: ${[...refused].join(' and ')} may not be called.`;
}

/** What follows from the URL and the expressions for the attributes that are read. */
export function readWords({ version, xpaths, empty }: Job): string {
	const api = version === null ? 'v21.1, since the URL names no version' : `v${version.toFixed(1)}`;
	if (empty.length === 0) return `Web Services ${api}. Every attribute of the shipped list is read.`;
	const why =
		version !== null && version >= 30 && xpaths === 'v21.1' ? ', for which the expressions are not written' : '';
	return `Web Services ${api}${why}. These come back empty, without an error: ${empty.join(', ')}.`;
}
