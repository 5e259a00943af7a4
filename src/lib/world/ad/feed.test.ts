import { describe, expect, it } from 'vitest';
import { act, at, hybrid } from '../testing/hybrid';

const lena = {
	employeeID: '1000900',
	givenName: 'Lena',
	sn: 'Fischer',
	userPrincipalName: 'lena.fischer@contoso.com',
	department: 'Sales'
};

describe('the feed of on-premises human resources', () => {
	it('H-431: on-premises HR writes its records in a batch of its own, and says which ones the domain did not take', () => {
		const world = hybrid();
		const { adUsers, adByEmployeeId, mails } = world.tables;
		const leaver = { employeeID: '1000007', enabled: false };
		act(world, '08:05', 'ad.feed', { records: [lena, leaver, { employeeID: '1000901', givenName: 'Nobody' }] });
		world.advance({ to: at('11:59') });
		expect(adByEmployeeId.first('1000900')).toBeUndefined();
		world.advance({ to: at('12:05') });
		expect(adUsers.get(adByEmployeeId.first('1000900')!)!.attrs).toMatchObject({
			cn: 'Lena Fischer',
			department: 'Sales',
			parentDistinguishedName: 'OU=Users,DC=contoso,DC=com'
		});
		expect(adUsers.get(7)!.attrs.enabled).toBe(false);
		expect(adByEmployeeId.first('1000901')).toBeUndefined();
		expect([...mails.all()].map(({ about, text }) => `${about}: ${text}`)).toEqual([
			expect.stringMatching(/^feed: 1 of 3 records were not written\. 1000901: ObjectClassViolation/)
		]);
		world.advance({ to: at('12:45') });
		expect(world.tables.users.get(7)!.attrs.accountEnabled).toBe(false);
		expect(world.tables.usersByEmployeeId.first('1000900')).toBeDefined();
	});

	it('refuses two records of one employee ID, and attributes that the schema does not have', () => {
		const world = hybrid();
		const said = (records: object[]) => {
			const done = world.do({ verb: 'ad.feed', args: { records } } as never);
			return done.ok ? 'done' : done.message;
		};
		expect(said([lena, lena])).toBe('The employee ID 1000900 is in two records.');
		expect(said([{ ...lena, shoeSize: '43' }])).toContain('NoSuchAttribute: shoeSize');
		expect(said([{ ...lena, enabled: 'maybe' }])).toContain('InvalidAttributeSyntax');
		expect(said([lena])).toBe('done');
	});
});
