import { DAY, HOUR } from '#lib/views/timeline/words';

export const beginnings = [
	{ value: 'job', label: 'The first start of the job' },
	{ value: 'shown', label: 'The moment that is shown' },
	{ value: 'start', label: 'The beginning of the session' }
] as const;
export type Beginning = (typeof beginnings)[number]['value'];

export const ends = [
	{ value: 'now', label: 'The end of the branch', ms: 0 },
	{ value: '2h', label: '2 hours later', ms: 2 * HOUR },
	{ value: '1d', label: 'A day later', ms: DAY },
	{ value: '7d', label: 'A week later', ms: 7 * DAY }
] as const;
export type End = (typeof ends)[number]['value'];

export function untilOf(end: string, branchEnd: number): number {
	return branchEnd + (ends.find(({ value }) => value === end)?.ms ?? 0);
}
