import { describe, expect, it } from 'vitest';
import { register } from './index';
import { pagesOf } from './pages';

describe('the source of a rule', () => {
	it('is a page that somebody can look up, and no letters that only the specification knows', () => {
		expect(pagesOf('WD-IN, SKIP')).toBe('workday-inbound-tutorial, skip-out-of-scope-deletions');
		expect(pagesOf('Ricoh user guide; SCIM-SDK')).toBe('Ricoh user guide; SCIM-SDK');
		expect(pagesOf('seed 2017-07 config; S3, S4')).toBe(
			'provisioning of gallery applications (July 2017); FAQ about SaaS provisioning (February 2016), ' +
				'deployment plan (October 2019)'
		);
		expect(pagesOf('compat, 7644 §3.5.2; refcode issue 10')).toBe(
			'application-provisioning-config-problem-scim-compatibility, RFC 7644 §3.5.2; ' +
				'AzureAD/SCIMReferenceCode issue 10'
		);
		expect(pagesOf('S0, S1 for JIT; details sim')).toContain('(November 2024) for JIT; details: our own choice');
		expect(pagesOf('field: ssoready tests')).toBe('field: ssoready tests');
		const letters =
			/(?<![\w-])(?:(?:AG|API|CN|HR|PLAN|SF|WD)-[A-Z]+|CUST|FUN|HOW|KNOWN|LCW|LOGS|ONP|QUA|S[0-4]|SKIP|TUT|compat|refcode|seed 20\S+|sim)(?![\w-])/;
		expect(register.filter(({ source }) => letters.test(source)).map(({ id }) => id)).toEqual([]);
	});
});
