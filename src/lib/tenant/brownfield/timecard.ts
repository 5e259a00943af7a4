import {
	TIMECARD_ACTIVE,
	TIMECARD_INACTIVE,
	TIMECARD_MOJIBAKE,
	TIMECARD_OTHER_NAME,
	TIMECARD_STRANGERS
} from '#lib/content/company/brownfield';
import { aliasOf } from '../sample/effects';
import type { Person } from '../sample/person';
import type { BrownfieldAccount } from './account';

/** The twenty rows of Northgate Timecard that concern the cast; its employee number is the WorkerID behind a zero. */
export function timecardRows(people: readonly Person[]): readonly BrownfieldAccount[] {
	const of = (index: number) => people[index] as Person;
	const known = TIMECARD_ACTIVE.map((index) => row(of(index), of(index).mail as string, true));
	return [
		...known,
		row(of(TIMECARD_INACTIVE), of(TIMECARD_INACTIVE).mail as string, false),
		row(of(TIMECARD_OTHER_NAME.belongsTo), TIMECARD_OTHER_NAME.email, true),
		...TIMECARD_STRANGERS.map(strangersRow)
	];
}

function row(person: Person, email: string, active: boolean): BrownfieldAccount {
	const damaged = person.index === TIMECARD_MOJIBAKE.index;
	return {
		...blank(email, active),
		givenName: person.givenName,
		familyName: damaged ? TIMECARD_MOJIBAKE.lastName : person.familyName,
		displayName: person.displayName,
		department: person.department,
		employeeNumber: `0${person.workerId}`,
		belongsTo: person.index
	};
}

function strangersRow(email: string, n: number): BrownfieldAccount {
	const [givenName = '', familyName = ''] = aliasOf(email).split('.');
	return { ...blank(email, true), givenName, familyName, employeeNumber: String(9000001 + n).padStart(8, '0') };
}

const blank = (email: string, active: boolean): BrownfieldAccount => ({
	app: 'timecard',
	userName: email,
	email,
	givenName: '',
	familyName: '',
	displayName: aliasOf(email),
	title: null,
	department: null,
	employeeNumber: null,
	active,
	variant: 'cast',
	belongsTo: null,
	protected: false,
	lockedOut: false,
	elsewhere: null
});
