import { describe, expect, it } from 'vitest';
import { suggestionsAt } from './suggest';

/** `|` is the caret. */
const at = (text: string) => suggestionsAt(text.replace('|', ''), text.indexOf('|'));
const offered = (text: string) => at(text)?.texts ?? [];

describe('what the rule editor offers at the caret', () => {
	it('offers properties where an expression begins', () => {
		expect(offered('|')).toContain('user.department');
		expect(offered('user.dep|')).toEqual(['user.department']);
		expect(offered('user.city -eq "x" -and (user.mailN|')).toEqual(['user.mailNickName']);
		expect(at('user.city -eq "x" -and user.dep|')).toMatchObject({ at: 23, end: 31, kind: 'property' });
	});

	it('offers the operators that the property has', () => {
		expect(offered('user.accountEnabled |')).toEqual(['-eq', '-ne']);
		expect(offered('user.proxyAddresses -a|')).toEqual(['-any', '-all']);
		expect(offered('user.employeeHireDate -|')).toContain('-ge');
		expect(offered('user.department -g|')).toEqual([]);
	});

	it('offers values by type and operator', () => {
		expect(offered('user.accountEnabled -eq |')).toEqual(['true', 'false', 'null']);
		expect(offered('user.department -in |')).toEqual(['[""]']);
		expect(offered('user.department -startsWith |')).toEqual(['""']);
		expect(offered('user.employeeHireDate -ge |')).toEqual(['system.now']);
	});

	it('offers -and and -or after a complete expression', () => {
		expect(offered('user.city -eq "x" |')).toEqual(['-and', '-or']);
		expect(offered('user.city -in ["x","y"] -o|')).toEqual(['-or']);
	});

	it('knows what _ and a plan have inside -any, and what the user has after it', () => {
		expect(offered('user.assignedPlans -any (|')).toContain('assignedPlan.servicePlanId');
		expect(offered('user.proxyAddresses -any (|')).toEqual(['_']);
		expect(offered('(user.proxyAddresses -any (_ -eq "x")) -and user.dep|')).toEqual(['user.department']);
	});

	it('offers nothing inside a text', () => {
		expect(at('user.city -eq "Lon|')).toBeNull();
	});
});
