import { describe, expect, it } from 'vitest';
import { guestUserPrincipalName } from './guest';
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

	it('A-025: calls a guest by the home address on the initial domain', () => {
		const name = guestUserPrincipalName('sam@adatum.com', 'contoso.onmicrosoft.com');
		expect(name).toBe('sam_adatum.com#EXT#@contoso.onmicrosoft.com');
	});
});
