import type { Edge } from './types';

/** In the order in which persons 25 to 41 carry one each (O-16); from 42 on they are drawn per mille. */
export const EDGES: readonly Edge[] = [
	{
		tag: 'noMail',
		perMille: 10,
		why: 'Has no mailbox: mail and proxyAddresses are empty. Applications that require or match an e-mail address refuse this person.'
	},
	{
		tag: 'noDepartment',
		perMille: 10,
		why: 'The department is empty. Dynamic groups on the department miss this person, and applications that require one refuse.'
	},
	{
		tag: 'noSurname',
		perMille: 5,
		why: 'Has one name only. Applications that require a family name refuse this person or invent one.'
	},
	{
		tag: 'initialDomainUpn',
		perMille: 10,
		why: 'Signs in on contoso.onmicrosoft.com. Applications that accept only their own verified domain refuse this person.'
	},
	{
		tag: 'mailNotUpn',
		perMille: 10,
		why: 'The e-mail address differs from the user name. Applications matched by e-mail and by user name disagree about who this is.'
	},
	{
		tag: 'countryNotIso2',
		perMille: 5,
		why: 'The country is written out in English instead of two letters. Rules and applications that compare codes miss it.'
	},
	{
		tag: 'onLeaveDisabled',
		perMille: 5,
		why: 'On leave, and the directory account was disabled by hand, while HR still says Active.'
	},
	{
		tag: 'cityNotInLookup',
		perMille: 10,
		why: 'The office label (HQ-…) is in no lookup table of the applications.'
	},
	{
		tag: 'titleTooLong',
		perMille: 5,
		why: 'The job title has 140 characters. Active Directory holds 128; some applications cut it without a word.'
	},
	{
		tag: 'deptTrailingSpace',
		perMille: 5,
		why: 'The department ends with a blank. It looks right, and equals nothing.'
	},
	{
		tag: 'dupEmployeeId',
		perMille: 5,
		why: 'Carries the employee ID of the person before. Matching by employee ID finds two people.'
	},
	{
		tag: 'phoneExtension',
		perMille: 5,
		why: 'The telephone number ends with an extension, which number parsers stumble over.'
	},
	{
		tag: 'noManager',
		perMille: 5,
		why: 'Has no manager. Direct-report groups and manager mappings have nothing to work with.'
	},
	{
		tag: 'unverifiedSuffix',
		perMille: 5,
		why: 'The user name in Active Directory ends in corp.local, which the tenant has not verified; the tenant uses its initial domain instead.'
	},
	{
		tag: 'badCharInName',
		perMille: 5,
		why: 'The display name contains "<" and a tab. Applications with a strict character set refuse it.'
	},
	{
		tag: 'futureHire',
		perMille: 10,
		why: 'Starts within the next thirty days: hired in HR, not yet at work.'
	},
	{
		tag: 'futureTermination',
		perMille: 10,
		why: 'Leaves within the next thirty days: the last day is known, and has not come.'
	}
];
