import { CAST } from '#lib/content/company/cast';
import { EDGES } from '#lib/content/company/edges';
import { DEPARTMENTS } from '#lib/content/company/departments';
import { LOCALES } from '#lib/content/company/locales';
import type { CastRow, EdgeTag, Name } from '#lib/content/company/types';
import { NumbersByText } from '../names/numbers-by-text';
import { stream } from './hash';
import { aliasOfNames, freeAlias, mailOf, nameForm, NONE, placeNames, roman, type PlaceNames } from './naming';
import type { Person } from './person';

const CAST_SIZE = CAST.length;

/** The two accounts of one name in the two verified domains (O-16). */
const BOB_LANG: ReadonlyMap<number, string> = new Map([
	[42, 'contoso.com'],
	[43, 'fabrikam.com']
]);

/** Both people themselves and their reports inherit from it, so the cast needs a locale of the generator's table. */
// prettier-ignore
const CAST_LOCALES: Readonly<Record<string, number>> = {
	US: 0, GB: 1, DE: 2, ES: 4, PL: 6, NO: 7, IN: 9, JP: 10, SG: 11, AE: 12
};

const department = weighted(DEPARTMENTS.map(({ name, weight }) => [name, weight]));
const locale = weighted(LOCALES.map(({ weight }, index) => [index, weight]));

function weighted<T>(entries: readonly (readonly [T, number])[]): (draw: number) => T {
	const wheel = entries.flatMap(([value, weight]) => Array<T>(weight).fill(value));
	return (draw) => wheel[draw % wheel.length] as T;
}

/** Who exists before a person decides about manager, department and user name: only lower indexes (O-04). */
export interface PeopleSource {
	readonly people: readonly Person[];
	/** Draws the next `count` people and returns just them. */
	next(count: number): readonly Person[];
}

export function peopleSource(seed: string): PeopleSource {
	const people: Person[] = [];
	const taken = new NumbersByText();
	const draw = drawer(seed, people, taken);
	return {
		people,
		next(count) {
			const from = people.length;
			for (let index = from; index < from + count; index++) {
				people.push(index < CAST_SIZE ? castMember(CAST[index] as CastRow) : draw(index));
				if (index < CAST_SIZE) taken.set(taken.place((people[index] as Person).userPrincipalName), 1);
			}
			return people.slice(from);
		}
	};
}

/** A pure function of seed and size (O-01); the first 25 are the cast, and a smaller company is a prefix (O-03). */
export function generatePeople(seed: string, size: number): readonly Person[] {
	return peopleSource(seed).next(size);
}

function castMember(row: CastRow): Person {
	const [index, givenName, familyName, displayName, dept, , city, , country2, manager, workerId, upn, mail, type] = row;
	return {
		index,
		givenName,
		middleName: '',
		familyName,
		displayName,
		organisation: index === 17 ? 'Customer Support' : dept === 'Executive' ? 'Sales' : (dept as string),
		department: dept,
		locale: CAST_LOCALES[country2] ?? ([0, 1, 9][index % 3] as number),
		country2,
		city,
		manager,
		workerId,
		userPrincipalName: upn,
		mail,
		type,
		edge: null,
		daysEmployed: null
	};
}

/** O-10. */
const managerOf = (index: number): number =>
	index < 185 ? 5 + ((index - 25) % 20) : 25 + Math.floor((index - 185) / 8);

function edgeOf(index: number, draw: number): EdgeTag | null {
	if (index - CAST_SIZE < EDGES.length) return (EDGES[index - CAST_SIZE] as { tag: EdgeTag }).tag;
	let left = draw % 1000;
	for (const { tag, perMille } of EDGES) {
		if (left < perMille) return tag;
		left -= perMille;
	}
	return null;
}

function drawer(seed: string, people: readonly Person[], taken: NumbersByText): (index: number) => Person {
	const of = (name: string) => stream(seed, name);
	const [dept, dept2, loc, loc2] = [of('dept'), of('dept2'), of('loc'), of('loc2')];
	const [given, middle, family, family2] = [of('given'), of('middle'), of('family'), of('family2')];
	const [form, type, edge, entity, city, hire] = [
		of('form'),
		of('type'),
		of('edge'),
		of('ent'),
		of('city'),
		of('hire')
	];

	return (index) => {
		const parent = managerOf(index);
		const boss = people[parent] as Person;
		const organisation = dept(index) % 1000 < 40 ? department(dept2(index)) : boss.organisation;
		const localeIndex = loc(index) % 1000 < 600 ? boss.locale : locale(loc2(index));
		const place = LOCALES[localeIndex] as (typeof LOCALES)[number];
		const tag = edgeOf(index, edge(index));
		const worker = type(index) % 1000 < 120 ? 'C' : 'E';
		const bobLang = BOB_LANG.get(index);

		const shape = nameForm(index, form(index));
		const names = placeNames[localeIndex] as PlaceNames;
		const first = given(index) % 16;
		const last = family(index) % 16;
		const between = shape.middle ? middle(index) % 16 : NONE;
		const after = shape.hyphen ? (last + 1 + (family2(index) % 15)) % 16 : NONE;

		const givenName = bobLang ? 'Bob' : roman(place.givenNames[first] as Name);
		const middleName = bobLang || between === NONE ? '' : roman(place.givenNames[between] as Name);
		const fullFamily = bobLang ? 'Lang' : names.familyName(last, after);
		const familyName = tag === 'noSurname' ? '' : fullFamily;

		const domain =
			bobLang ??
			(tag === 'initialDomainUpn'
				? 'contoso.onmicrosoft.com'
				: tag === 'unverifiedSuffix'
					? 'corp.local'
					: entity(index) % 1000 < 150
						? 'fabrikam.com'
						: 'contoso.com');
		const wanted =
			bobLang || !familyName
				? aliasOfNames(givenName, familyName, domain)
				: names.alias(first, between, last, after, domain);
		const free = freeAlias(wanted, domain, taken);

		return {
			index,
			givenName,
			middleName,
			familyName,
			displayName: bobLang
				? `${givenName} ${fullFamily}`
				: !familyName && place.familyNames[last]?.romanised === null
					? givenName
					: names.displayName(first, between, last, after),
			organisation,
			department: tag === 'noDepartment' ? null : tag === 'deptTrailingSpace' ? `${organisation} ` : organisation,
			locale: localeIndex,
			country2: place.country,
			city: tag === 'cityNotInLookup' ? `HQ-${place.country}` : (place.cities[city(index) % 3] as string),
			manager: tag === 'noManager' ? null : parent,
			workerId:
				tag === 'dupEmployeeId'
					? (people[index - 1] as Person).workerId
					: String((worker === 'E' ? 1000000 : 2000000) + index),
			userPrincipalName: free.userPrincipalName,
			mail: mailOf(tag, free, domain, givenName, fullFamily),
			type: worker,
			edge: tag,
			daysEmployed: hire(index) % 5700
		};
	};
}
