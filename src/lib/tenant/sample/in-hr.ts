import type { Person } from './person';

/** On leave in HR; of those, the cast member's directory account was left alone (O-22). */
export const onLeave = (person: Person): boolean => person.index === 18 || person.edge === 'onLeaveDisabled';

/** A number as HR keeps it: the national part, digits only, and the extension apart (hybrid-hr, S-61). */
export function landlineOf(telephoneNumber: string): { number: string; extension: string | null } {
	// Nearly every number is the code of a country and seven digits.
	const code = telephoneNumber.length - 8;
	if (code < 5 && telephoneNumber.charCodeAt(code) === 32)
		return { number: telephoneNumber.slice(code + 1), extension: null };
	const [, national = '', extension = null] = /^\+\d+ ([^x]*)(?:x(\d+))?$/.exec(telephoneNumber) ?? [];
	return { number: national.replace(/\D/g, ''), extension };
}
