import { describe, expect, it } from 'vitest';
import { PRESETS, VIRTUAL_START } from '#lib/content/company/tenant';
import { compileRule } from '../dynamic';
import { population } from '../testing/population';
import { generatePeople } from '../sample/generate';
import { entraUsers } from '../testing/entra-users';
import { groupsOneByOne } from './build';

describe('the dynamic groups of the sample company', () => {
	it.each(PRESETS)('have from the beginning whom their rules take in (%s)', (preset) => {
		for (const [seed, size] of [
			['contoso-2026', 25],
			['contoso-2026', 10_000],
			['another', 500]
		] as const) {
			const people = generatePeople(seed, size);
			const options = { seed, extras: true };
			const users = entraUsers(people, preset, options);
			const context = { now: VIRTUAL_START, slotOf: () => undefined, groupsOf: () => [] };
			for (const { group, members } of groupsOneByOne(people, users, preset, options)) {
				if (group.membershipRule === null) continue;
				const compiled = compileRule(group.membershipRule);
				if ('error' in compiled) throw new Error(compiled.error.message);
				expect(members.users, group.displayName).toEqual(population(compiled.rule, users, context));
			}
		}
	});
});
