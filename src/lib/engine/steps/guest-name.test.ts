import { expect, it } from 'vitest';
import { guestName } from './scope';

it('C-088: shows a guest to mappings by the home address, with the underscores of its alias', () => {
	expect(guestName('sam_adatum.com#EXT#@contoso.onmicrosoft.com')).toBe('sam@adatum.com');
	expect(guestName('a_b_adatum.com#EXT#@contoso.onmicrosoft.com')).toBe('a_b@adatum.com');
});
