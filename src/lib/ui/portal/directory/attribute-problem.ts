import type { Writing } from './user-attributes';
import { userNameProblem } from './user-draft';

/** Why a value cannot be kept, in the words of whoever would refuse it. */
export function attributeProblem(name: string, text: string, writing: Writing = 'text'): string | undefined {
	const value = text.trim();
	if (name === 'userPrincipalName') return userNameProblem(value);
	if (name === 'displayName' && !value) return 'A user needs a display name.';
	if (writing === 'date' && value && !isDate(value))
		return `"${value}" is not a calendar date: write it like 2026-03-16.`;
	if (name === 'usageLocation' && value && !/^[A-Za-z]{2}$/.test(value))
		return 'A usage location has two letters: US, DE, JP.';
	return value.length > 4000 ? `At most 4,000 characters: this has ${value.length}.` : undefined;
}

/** A day that exists, with or without a time: 30 February does not. */
function isDate(text: string): boolean {
	const parts = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/.exec(text);
	if (!parts) return false;
	const [year, month, day] = parts.slice(1, 4).map(Number) as [number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && !Number.isNaN(Date.parse(text));
}
