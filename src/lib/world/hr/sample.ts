import { LOCALES } from '#lib/content/company/locales';
import type { Preset } from '#lib/content/company/tenant';
import * as effects from '#lib/tenant/sample/effects';
import { companyOf } from '#lib/tenant/sample/employer';
import { formerWorkers } from '#lib/tenant/sample/extras';
import { guid, workdayId } from '#lib/tenant/sample/identifiers';
import { officeOf } from '#lib/tenant/sample/offices';
import type { Person } from '#lib/tenant/sample/person';
import { agreesWithHr, presence } from '#lib/tenant/sample/presence';
import { eachPerson, type Steps } from '#lib/tenant/sample/steps';
import type { HrSystem } from '#lib/hr/dates';
import type { Worker } from '#lib/hr/worker';

type Fields = Worker['fields'];

/** What HR knows of a person, before a system gives it names; what is null is not there. */
interface Known {
	readonly [name: string]: string | null;
}

const names: Readonly<Record<HrSystem, Readonly<Record<string, string>>>> = {
	workday: {
		firstName: 'FirstName',
		lastName: 'LastName',
		name: 'PreferredNameData',
		userName: 'UserID',
		mail: 'EmailAddress',
		company: 'Company',
		organisation: 'SupervisoryOrganization',
		title: 'BusinessTitle',
		street: 'AddressLineData',
		city: 'Municipality',
		country: 'CountryReferenceTwoLetter',
		workSpace: 'WorkSpaceReference',
		postalCode: 'PostalCode',
		telephone: 'PrimaryWorkTelephone',
		mobile: 'Mobile',
		language: 'LocalReference',
		leave: 'LeaveAbsenceType'
	},
	successfactors: {
		firstName: 'PerPersonal.firstName',
		lastName: 'PerPersonal.lastName',
		name: 'PerPersonal.displayName',
		userName: 'User.username',
		mail: 'PerEmail.emailAddress',
		company: 'EmpJob.Division.division',
		organisation: 'EmpJob.Department.department',
		title: 'EmpJob.jobTitle',
		street: 'User.addressLine1',
		city: 'User.city',
		country: 'User.country',
		countryCode: 'EmpJob.Company.CountryOfRegistration.twoCharCountryCode',
		postalCode: 'User.zipCode',
		telephone: 'PerPhone.businessPhone',
		mobile: 'PerPhone.cellPhone'
	}
};

const namesOf = (system: HrSystem) => Object.entries(names[system]);
const nameList: Readonly<Record<HrSystem, readonly (readonly [string, string])[]>> = {
	workday: namesOf('workday'),
	successfactors: namesOf('successfactors')
};

/** Values under the names of a system; what it has no name for is left out. */
export function named(known: Known, system: HrSystem): Fields {
	const fields: Record<string, string> = {};
	for (const [key, name] of nameList[system]) {
		const value = known[key];
		if (value !== null && value !== undefined) fields[name] = value;
	}
	return fields;
}

/** What the sample company's HR holds of a person (org-seed 6: HR, AD and the tenant agree). */
export function workerOf(
	person: Person,
	seed: string,
	start: number,
	system: HrSystem,
	data = effects.personalData(seed, start)
): Worker {
	const office = officeOf(person.city);
	const telephone = data.telephoneNumber(person);
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
		mobile: data.mobile(person),
		language: (LOCALES[person.locale] as { id: string }).id,
		leave: effects.onLeave(person) ? 'Leave of absence' : null
	};
	return {
		wid: workdayId(seed, person.index),
		workerId: person.workerId,
		type: person.type,
		hireDate: data.hireDate(person),
		lastDay: data.lastDay(person),
		rehired: false,
		rescinded: false,
		fields: named(known, system),
		manager: person.manager,
		coming: [],
		landlines: [{ ...effects.landlineOf(telephone), primary: true }],
		mobiles: [{ ...effects.landlineOf(data.mobile(person)), primary: true }]
	};
}

/** Whom HR holds when the sandbox begins, by index; null for those it does not know yet. */
export function* sampleWorkers(
	people: readonly Person[],
	preset: Preset,
	options: { readonly seed: string; readonly start: number; readonly extras: boolean; readonly system: HrSystem }
): Steps<readonly (Worker | null)[]> {
	const { seed, start, extras, system } = options;
	// A company without Active Directory has everybody in HR, once it has HR at all.
	const isIn = (person: Person) => preset === 'cloud-only' || presence(person, preset).hr;
	const data = effects.personalData(seed, start);
	const workers = yield* eachPerson(people, (person) => {
		if (!isIn(person)) return null;
		const worker = workerOf(person, seed, start, system, data);
		if (!agreesWithHr(preset) || person.manager === null || isIn(people[person.manager]!)) return worker;
		return { ...worker, manager: null };
	});
	if (!extras) return workers;
	const former = formerWorkers(seed, people.length).map((one, n) =>
		formerWorker(one, guid(seed, 'hr:former', n), system)
	);
	return [...workers, ...former];
}

function formerWorker(
	{ givenName, surname, workerId, hireDate, lastDay }: ReturnType<typeof formerWorkers>[number],
	id: string,
	system: HrSystem
): Worker {
	const name = `${givenName} ${surname}`;
	const known = { firstName: givenName, lastName: surname, name, userName: workerId };
	return {
		wid: id.replaceAll('-', ''),
		workerId,
		type: 'E',
		hireDate,
		lastDay,
		rehired: false,
		rescinded: false,
		fields: named(known, system),
		manager: null,
		coming: [],
		landlines: [],
		mobiles: []
	};
}
