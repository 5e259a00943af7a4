import { describe, expect, it } from 'vitest';
import { RULE_EXAMPLES } from './rule-examples';
import { VIRTUAL_START } from './tenant';
import { entraUsers } from '#lib/tenant/testing/entra-users';
import { generatePeople } from '#lib/tenant/sample/generate';
import { entraId } from '#lib/tenant/sample/identifiers';
import { compileRule } from '#lib/tenant/dynamic/rule';
import { population } from '#lib/tenant/testing/population';
import type { RuleContext } from '#lib/tenant/dynamic/compile';

const seed = 'contoso-2026';
const people = generatePeople(seed, 25);
const users = entraUsers(people, 'cloud-only', { seed });
const slots = new Map(users.map((user) => [user?.objectId as string, user?.slot as number]));
const context: RuleContext = { now: VIRTUAL_START, slotOf: (id) => slots.get(id), groupsOf: () => [] };

const GUEST = 25;
const ALL = Array.from({ length: 26 }, (_, slot) => slot);
const but = (...without: number[]) => ALL.filter((slot) => !without.includes(slot));
const SALES = [3, 5, 6, 7, 8, 9];

/** The members, or the rule that refuses the text. */
const EXPECTED: Readonly<Record<string, readonly number[] | string>> = {
	'G-101': SALES,
	'G-102': SALES,
	'G-103': [...SALES, 20, 21],
	'G-104': [5, 6, 7, 8, 9],
	'G-105': [...SALES, 15, 16, 20, 21],
	'G-106': [0, 1, 2, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, GUEST],
	'G-107': but(...SALES),
	'G-108': [17, GUEST],
	'G-109': but(17, GUEST),
	'G-110': but(17, GUEST),
	'G-111': [15],
	'G-112': but(15),
	'G-113': [4, 8, 10, 11, 12, 13, 14],
	'G-114': [8, 10, 11, 12, 13, 14],
	'G-115': [5, 6, 8],
	'G-116': [1, 4, 13],
	'G-117': [1, 4, 13],
	'G-118': [16, GUEST],
	'G-119': [GUEST],
	'G-120': but(14, 21, GUEST),
	'G-121': [14, 21],
	'G-122': but(GUEST),
	'G-123': [24],
	'G-124': [],
	'G-125': [],
	'G-126': [1, 4, 7, 8, 9, 11, 12, 13, 20, 24],
	'G-127': [1, 4, 13, 18, 19],
	'G-128': [1, 4, 13],
	'G-129': [0],
	'G-130': [5, 6],
	'G-131': but(15, GUEST),
	'G-132': [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 17, 19, 20, 22, 23],
	'G-133': [0, 3, 6, 9, 12, 15, 18, 21, 24, GUEST],
	'G-134': [11, 12, 14],
	'G-135': [5, 6],
	'G-136': [24],
	'G-137': but(24, GUEST),
	'G-138': [9],
	'G-139': [20],
	'G-140': [],
	'G-141': [5, 6],
	'G-142': [10],
	'G-143': 'G-008',
	'G-144': 'G-009',
	'G-145': 'G-010',
	'G-146': 'G-010',
	'G-147': 'G-011',
	'G-148': 'G-040'
};

describe('the facts of the examples, on the cast and the guest', () => {
	it.each(RULE_EXAMPLES)('$id: $text', ({ id, text }) => {
		const compiled = compileRule(text.replace(/<id of (\d+)>/, (_, slot) => entraId(seed, Number(slot))));
		expect('rule' in compiled ? population(compiled.rule, users, context) : compiled.error.rule).toEqual(EXPECTED[id]);
	});

	it('cover every example of the language', () => {
		expect(RULE_EXAMPLES.map(({ id }) => id)).toEqual(Object.keys(EXPECTED));
	});
});
