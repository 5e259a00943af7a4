import { describe, expect, it } from 'vitest';
import { EDGES } from '#lib/content/company/edges';
import * as effects from './effects';
import { landlineOf } from './in-hr';
import { whySpecial } from '../testing/special';
import { generatePeople } from './generate';
import type { Person } from './person';

const SEED = 'contoso-2026';
const people = generatePeople(SEED, 500);
const data = effects.personalData(SEED);
const at = (index: number) => people[index] as Person;

describe('what an edge does to a person', () => {
	it('O-16: has every edge at least once among 500', () => {
		const present = new Set(people.map(({ edge }) => edge));
		for (const { tag } of EDGES) expect(present).toContain(tag);
		expect(people.slice(25, 42).map(({ edge }) => edge)).toEqual(EDGES.map(({ tag }) => tag));
	});

	it('O-05: says of everybody with an edge, and of the cast, why this person is special', () => {
		for (const person of people) {
			const special = person.index < 25 || person.edge !== null || person.index === 42 || person.index === 43;
			expect(whySpecial(person) !== null).toBe(special);
		}
	});

	it('O-22: disables the future hire and those on leave, 8 of 500 and 65 of 10,000', () => {
		const disabled = people.filter(effects.disabledAtStart).map(({ index }) => index);
		expect(disabled).toEqual([24, 31, 91, 116, 249, 362, 416, 482]);
		expect(generatePeople(SEED, 10_000).filter(effects.disabledAtStart)).toHaveLength(65);
	});

	it('gives a title of 140 characters to those whose title is too long, as person 33', () => {
		expect(data.title(at(33))).toHaveLength(140);
		expect(people.filter((person) => data.title(person).length > 128).map(({ index }) => index)).toEqual([
			33, 227, 308
		]);
	});

	it('writes telephone numbers with the country’s code, seven digits and sometimes an extension', () => {
		expect(data.telephoneNumber(at(6))).toBe('+1 (206) 291-8163 x8125');
		expect(data.telephoneNumber(at(8))).toMatch(/^\+34 \d{7}$/);
		expect(data.telephoneNumber(at(36))).toMatch(/ x1234$/);
		expect(data.mobile(at(8))).not.toBe(data.telephoneNumber(at(8)));
	});

	it('hands HR the national part of a number and the extension apart, as S-61 needs it', () => {
		expect(landlineOf(data.telephoneNumber(at(6)))).toEqual({ number: '2062918163', extension: '8125' });
		expect(landlineOf('+34 5550199')).toEqual({ number: '5550199', extension: null });
		expect(landlineOf('+44 1234567 x1234')).toEqual({ number: '1234567', extension: '1234' });
	});

	it('lets people of the cast start in 2019, later hires in the past, and future hires within thirty days', () => {
		expect(data.hireDate(at(0))).toBe('2019-05-06');
		expect(data.hireDate(at(24))).toBe('2026-03-16');
		for (const person of people.slice(25)) {
			expect(data.hireDate(person) > '2026-03-02').toBe(person.edge === 'futureHire');
			expect(data.hireDate(person) <= '2026-04-01').toBe(true);
		}
		const leavers = people.map((person) => data.lastDay(person)).filter((day) => day !== null);
		expect(leavers).toHaveLength(6);
		for (const day of leavers) expect(day > '2026-03-02' && day <= '2026-04-01').toBe(true);
	});

	it('counts dates from the virtual start, except those of the cast', () => {
		const earlier = effects.personalData(SEED, Date.UTC(2020, 2, 2, 8));
		expect(earlier.hireDate(at(24))).toBe('2026-03-16');
		expect(earlier.hireDate(at(40)) > '2020-03-02' && earlier.hireDate(at(40)) <= '2020-04-01').toBe(true);
	});

	it('gives two people one press address, and somebody without a mailbox none', () => {
		expect(effects.proxyAddressesOf(at(44))).toContain('smtp:press@contoso.com');
		expect(effects.proxyAddressesOf(at(45))).toContain('smtp:press@contoso.com');
		expect(effects.proxyAddressesOf(at(15))).toEqual([]);
	});

	it('writes the country out for Elena Petrova and for the edge', () => {
		expect(effects.countryOf(at(18))).toBe('Bulgaria');
		expect(effects.countryOf(at(30)).length).toBeGreaterThan(2);
		expect(effects.displayNameOf(at(39))).toMatch(/\t<temp>$/);
	});
});
