import { describe, expect, it } from 'vitest';
import { register } from './index';
import { pagesOf } from './pages';

describe('the source of a rule', () => {
	it('is a page that somebody can look up, and no letters that only the specification knows', () => {
		expect(pagesOf('WD-IN, SKIP')).toBe('workday-inbound-tutorial, skip-out-of-scope-deletions');
		expect(pagesOf('Ricoh user guide; SCIM-SDK')).toBe('Ricoh user guide; SCIM-SDK');
		const letters =
			/(?<![\w-])(?:(?:AG|API|CN|HR|PLAN|SF|WD)-[A-Z]+|CUST|FUN|HOW|KNOWN|LCW|LOGS|ONP|QUA|SKIP|TUT)(?![\w-])/;
		expect(register.filter(({ source }) => letters.test(source)).map(({ id }) => id)).toEqual([]);
	});
});
