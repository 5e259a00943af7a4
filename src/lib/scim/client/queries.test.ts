import { describe, expect, it } from 'vitest';
import { parseFilter } from '../filter/parse';
import { HandedRequest } from '../handed';
import { checkManager, checkMember, match, page, type Connection } from './index';

const connection: Connection = { token: 't', dialect: 'legacy' };
const targets = [
	'userName',
	'externalId',
	'name.familyName',
	'emails[type eq "work"].value',
	'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
	'not an attribute'
];
const values = ['ada@contoso.com', '', 'O\'Neill "Jo"', 'back\\slash', 'Zoë\n', '" or userName pr or userName eq "'];

/** The text of a query's filter, and what is handed over beside it. */
function both(request: unknown) {
	const { address } = request as HandedRequest;
	return { text: address.query!.find(([name]) => name === 'filter')![1], handed: address.filter };
}

describe('the filter of a query', () => {
	it.each(targets)('is handed over as its text reads: %s', (target) => {
		for (const value of values) {
			const { text, handed } = both(match(connection, 'User', target, value));
			if (handed) expect(handed).toEqual(parseFilter(text));
		}
	});

	it('of a reference is handed over too', () => {
		for (const value of values)
			for (const request of [checkManager(connection, 'a"b', value), checkMember(connection, 'g1', value)]) {
				const { text, handed } = both(request);
				expect(handed).toEqual(parseFilter(text));
			}
	});

	it('is handed over for what every job matches by, and for nothing that only its text tells', () => {
		const isHanded = targets.map((target) => both(match(connection, 'User', target, 'x')).handed !== undefined);
		expect(isHanded).toEqual([true, true, true, false, true, false]);
		expect((page(connection, 'User', 1, 100) as HandedRequest).address.filter).toBeUndefined();
	});
});
