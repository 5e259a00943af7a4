import { describe, expect, it } from 'vitest';
import { guestUserPrincipalName, isGuestName, mappedUserPrincipalName } from './guest';
import { withoutDiacritics } from './diacritics';

describe('names', () => {
	it.each([
		['Sørensen-Ærø', 'Soerensen-AEroe'],
		['Łukasz Żółkiewski', 'Lukasz Zolkiewski'],
		['Größmann', 'Grossmann'],
		['I\u0307brahim', 'Ibrahim'],
		['Ольга đ þ Ελένη', 'Ольга đ þ Ελένη']
	])('H-218: takes the listed diacritics off %s and leaves the rest', (name, plain) => {
		expect(withoutDiacritics(name)).toBe(plain);
	});

	it('C-088: shows a guest to mappings by the home address, A-025', () => {
		const name = guestUserPrincipalName('sam@adatum.com', 'contoso.onmicrosoft.com');
		expect(name).toBe('sam_adatum.com#EXT#@contoso.onmicrosoft.com');
		expect(mappedUserPrincipalName(name)).toBe('sam@adatum.com');
		expect(isGuestName(name)).toBe(true);
	});

	it('C-088: keeps the underscores of an alias, of a guest and of a member', () => {
		expect(mappedUserPrincipalName('a_b_adatum.com#EXT#@contoso.onmicrosoft.com')).toBe('a_b@adatum.com');
		expect(mappedUserPrincipalName('john_smith@contoso.com')).toBe('john_smith@contoso.com');
	});
});
