import { describe, expect, it } from 'vitest';
import { AddressHolders } from './holders';

describe('who holds an address', () => {
	it('is who asked first, whether as a primary address or not', () => {
		const holders = new AddressHolders();
		expect(holders.holder('SMTP:ada@contoso.com', 1)).toBe(1);
		expect(holders.holder('smtp:ada@contoso.com', 2)).toBe(1);
		expect(holders.holder('smtp:Ada@contoso.com', 3)).toBe(3);
		expect(holders.holder('smtp:ada@contoso.co', 4)).toBe(4);
	});

	it('is found again among many', () => {
		const holders = new AddressHolders();
		for (let n = 0; n < 20_000; n++) holders.holder(`SMTP:person.${n}@contoso.com`, n);
		for (let n = 0; n < 20_000; n++) expect(holders.holder(`smtp:person.${n}@contoso.com`, -1)).toBe(n);
	});
});
