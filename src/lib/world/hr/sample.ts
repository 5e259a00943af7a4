import { LOCALES } from '#lib/content/company/locales';
import type { Preset } from '#lib/content/company/tenant';
import * as effects from '#lib/tenant/sample/effects';
import { companyOf } from '#lib/tenant/sample/employer';
import { workdayId } from '#lib/tenant/sample/hex';
import { landlineOf, onLeave } from '#lib/tenant/sample/in-hr';
import { officeOf } from '#lib/tenant/sample/offices';
import type { DirectoryOptions } from '#lib/tenant/sample/options';
import type { Person } from '#lib/tenant/sample/person';
import { agreesWithHr, presence } from '#lib/tenant/sample/presence';
import type { HrSystem } from '#lib/hr/dates';
import type { Phone, Worker } from '#lib/hr/worker';
import { further } from '../parts';
import type { WorkerRow } from '../tables/hr';

type Fields = Worker['fields'];

/** What HR knows of a person, before a system gives it names; what is null is not there. */
interface Known {
	readonly firstName: string | null;
	readonly lastName: string | null;
	readonly name: string | null;
	readonly userName: string | null;
	readonly mail: string | null;
	readonly company: string | null;
	readonly organisation: string | null;
	readonly title: string | null;
	readonly street: string | null;
	readonly city: string | null;
	readonly country: string | null;
	readonly countryCode: string | null;
	readonly workSpace: string | null;
	readonly postalCode: string | null;
	readonly telephone: string | null;
	readonly mobile: string | null;
	readonly language: string | null;
	readonly leave: string | null;
}

/** One literal a system: a hundred thousand workers are made of it, and fields added one by one are felt. */
const fieldsIn: Readonly<Record<HrSystem, (known: Partial<Known>) => Record<string, string | null | undefined>>> = {
	workday: (known) => ({
		FirstName: known.firstName,
		LastName: known.lastName,
		PreferredNameData: known.name,
		UserID: known.userName,
		EmailAddress: known.mail,
		Company: known.company,
		SupervisoryOrganization: known.organisation,
		BusinessTitle: known.title,
		AddressLineData: known.street,
		Municipality: known.city,
		CountryReferenceTwoLetter: known.country,
		WorkSpaceReference: known.workSpace,
		PostalCode: known.postalCode,
		PrimaryWorkTelephone: known.telephone,
		Mobile: known.mobile,
		LocalReference: known.language
	}),
	successfactors: (known) => ({
		'PerPersonal.firstName': known.firstName,
		'PerPersonal.lastName': known.lastName,
		'PerPersonal.displayName': known.name,
		'User.username': known.userName,
		'PerEmail.emailAddress': known.mail,
		'EmpJob.Division.division': known.company,
		'EmpJob.Department.department': known.organisation,
		'EmpJob.jobTitle': known.title,
		'User.addressLine1': known.street,
		'User.city': known.city,
		'User.country': known.country,
		'EmpJob.Company.CountryOfRegistration.twoCharCountryCode': known.countryCode,
		'User.zipCode': known.postalCode,
		'PerPhone.businessPhone': known.telephone,
		'PerPhone.cellPhone': known.mobile
	})
};

/** Mail and user name are made on the IT side and written back: who is new has neither. */
export function withoutAccount(fields: Fields, system: HrSystem): Fields {
	const after = { ...fields };
	for (const name of Object.keys(named({ mail: '', userName: '' }, system))) delete after[name];
	return after;
}

/** Values under the names of a system; what it has no name for is left out. */
export function named(known: Partial<Known>, system: HrSystem): Fields {
	const fields = fieldsIn[system](known);
	// Hardly anybody is on leave.
	if (known.leave && system === 'workday') fields.LeaveAbsenceType = known.leave;
	for (const name in fields) if (fields[name] === null || fields[name] === undefined) return present(fields);
	return fields as Fields;
}

function present(fields: Readonly<Record<string, string | null | undefined>>): Fields {
	const there: Record<string, string> = {};
	for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined) there[name] = value;
	return there;
}

/** What the sample company's HR holds of a person (HR, AD and the tenant agree). */
export function workerOf(
	person: Person,
	seed: string,
	system: HrSystem,
	data: effects.PersonalData,
	manager = person.manager
): WorkerRow {
	const office = officeOf(person.city);
	const telephone = data.telephoneNumber(person);
	const mobile = data.mobile(person);
	const known: Known = {
		firstName: person.givenName,
		lastName: person.familyName || null,
		name: effects.displayNameOf(person),
		userName: person.userPrincipalName,
		mail: person.mail,
		company: companyOf(person.userPrincipalName),
		organisation: effects.hrDepartmentOf(person),
		title: data.title(person),
		street: office.streetAddress,
		city: person.city,
		country: person.country2,
		countryCode: person.country2,
		workSpace: person.city,
		postalCode: office.postalCode,
		telephone,
		mobile,
		language: (LOCALES[person.locale] as { id: string }).id,
		leave: onLeave(person) ? 'Leave of absence' : null
	};
	return {
		slot: person.index,
		wid: workdayId(seed, person.index),
		workerId: person.workerId,
		type: person.type,
		hireDate: data.hireDate(person),
		lastDay: data.lastDay(person),
		rehired: false,
		rescinded: false,
		fields: named(known, system),
		manager,
		coming: NOTHING,
		landlines: [phoneOf(telephone)],
		mobiles: [phoneOf(mobile)]
	};
}

const NOTHING: readonly never[] = Object.freeze([]);

function phoneOf(telephoneNumber: string): Phone {
	const { number, extension } = landlineOf(telephoneNumber);
	return { number, extension, primary: true };
}

/** Makes the workers of the sample company one after the other, by index. */
export interface SampleWorkers {
	/** Null for whom HR does not know when the sandbox begins. Whoever comes before is there already. */
	ofPerson(person: Person): WorkerRow | null;
	/** Whom only HR still knows, where a company wants them. */
	others(): WorkerRow[];
}

export function sampleWorkers(
	people: readonly Person[],
	preset: Preset,
	system: HrSystem,
	{ seed, start, data = effects.personalData(seed, start) }: DirectoryOptions
): SampleWorkers {
	// A company without Active Directory has everybody in HR, once it has HR at all.
	const isIn = (person: Person) => preset === 'cloud-only' || presence(person, preset).hr;
	return {
		ofPerson(person) {
			if (!isIn(person)) return null;
			const { manager } = person;
			const isAlone = manager !== null && agreesWithHr(preset) && !isIn(people[manager]!);
			return workerOf(person, seed, system, data, isAlone ? null : manager);
		},
		others: () => further.here.formerWorkers(seed, people.length, (known) => named(known, system))
	};
}
