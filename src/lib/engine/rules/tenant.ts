import type { RuleEntry } from './types';

const MEMBERSHIP = 'users/groups-dynamic-membership';
const EFFICIENT = 'users/groups-dynamic-rule-more-efficient';
const TROUBLE = 'users/groups-troubleshooting';
const CREATE = 'users/groups-create-rule';
const MEMBER_OF = 'users/groups-dynamic-rule-member-of';
const HOW = 'app-provisioning/how-provisioning-works';

/** The directory's own rules: dynamic membership, guests' names, and the company that stands in for a real one. */
export const tenantRules: readonly RuleEntry[] = [
	{
		id: 'G-001',
		claim: 'A single expression is a property, an operator and a value; parentheses around it are optional.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-001: takes a single expression with and without parentheses'
	},
	{
		id: 'G-002',
		claim: 'The leading hyphen of an operator is optional.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-002: takes operators without their hyphen'
	},
	{
		id: 'G-003',
		claim: 'A rule holds at most 3,072 characters.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-003: refuses a rule of more than 3,072 characters and takes one of exactly so many'
	},
	{
		id: 'G-005',
		claim: 'Precedence from high to low: comparison, -not, -and, -or, -any and -all.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-005: binds comparison before not, not before and, and before or'
	},
	{
		id: 'G-006',
		claim: 'Comparing texts and matching patterns ignore letter case.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-006: ignores letter case in comparison and in patterns, and keeps accents'
	},
	{
		id: 'G-007',
		claim:
			'Property names are documented as case-sensitive, yet published examples vary: any case is accepted, with a hint.',
		source: MEMBERSHIP,
		status: 'assumed',
		test: 'G-007: takes property names in any letter case'
	},
	{
		id: 'G-008',
		claim: 'An unknown property is refused with "Attribute not supported".',
		source: TROUBLE,
		status: 'modelled',
		test: 'G-008, G-009, G-010: says what the portal says'
	},
	{
		id: 'G-009',
		claim:
			'An operator that the property’s type does not have is refused with "Operator isn\'t supported on attribute".',
		source: TROUBLE,
		status: 'modelled',
		test: 'G-008, G-009, G-010: says what the portal says'
	},
	{
		id: 'G-010',
		claim: 'A missing logical operator or an invalid pattern gives "Query compilation error".',
		source: TROUBLE,
		status: 'modelled',
		test: 'G-008, G-009, G-010: says what the portal says'
	},
	{
		id: 'G-011',
		claim: 'Null is compared with -eq and -ne only and without quotes; "null" in quotes is a text.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-011: reads quoted "null" as a text, and null without quotes as nothing'
	},
	{
		id: 'G-012',
		claim: '-match searches for the pattern anywhere in the text.',
		source: `${MEMBERSHIP}, ${EFFICIENT}`,
		status: 'modelled',
		test: 'G-012: searches anywhere unless the pattern is anchored'
	},
	{
		id: 'G-013',
		claim: '-contains looks for a part of a text; it does not test membership of a collection.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-013: looks for a part of a text with -contains, not for a member of a collection'
	},
	{
		id: 'G-014',
		claim: '-in and -notIn compare with a list, as a chain of -eq or of -ne would.',
		source: `${MEMBERSHIP}, ${EFFICIENT}`,
		status: 'modelled',
		test: 'G-014: reads -in and -notIn as a chain of -eq and -ne'
	},
	{
		id: 'G-015',
		claim: '-ge and -le exist for employeeHireDate only, with a date or with system.now and so many days.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-015: counts days from now in both directions'
	},
	{
		id: 'G-016',
		claim: '-any asks for one element that satisfies the condition, -all for every one; -all over nothing is true.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-016: is true of -all over nothing and false of -any'
	},
	{
		id: 'G-017',
		claim: '_ stands for each value of a text collection.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-017: lets _ stand for each text of a collection'
	},
	{
		id: 'G-018',
		claim: 'A plain positive operator on a collection asks any element, a plain negative one all of them.',
		source: '',
		status: 'assumed',
		test: 'G-018: asks any element for a plain positive operator and all for a negative one'
	},
	{
		id: 'G-019',
		claim: 'An empty attribute makes positive operators false and negative ones true.',
		source: '',
		status: 'assumed',
		test: 'G-019: makes positive operators false and negative ones true of an empty attribute'
	},
	{
		id: 'G-020',
		claim: 'The list of properties that rules may ask, extension attributes among them.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-020: knows extension attributes of both kinds'
	},
	{
		id: 'G-021',
		claim: 'The employee type and the manager are not among those properties.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-021: does not know the employee type and the manager'
	},
	{
		id: 'G-030',
		claim: 'Members of a dynamic group cannot be added or removed by hand.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-030: the members of a dynamic group cannot be added or removed by hand'
	},
	{
		id: 'G-033',
		claim:
			'The status is Not started, Evaluating, Processing, Update complete, Processing error or Update paused. ' +
			'Here it is Evaluating or Update complete, since nothing fails and nobody pauses.',
		source: CREATE,
		status: 'simplified',
		test: 'G-031, G-032: tells when dynamic rules look at a changed user, and when a new rule is evaluated'
	},
	{
		id: 'G-036',
		claim: 'There is no "process now": a blank at the end of the rule has it evaluated again.',
		source: TROUBLE,
		status: 'modelled',
		test: 'G-036: a blank at the end of a rule has it evaluated again'
	},
	{
		id: 'G-037',
		claim: 'Processing can be paused and resumed by a Groups Administrator, not by an owner without the role.',
		source: CREATE,
		status: 'not modelled',
		reason: 'There are no roles of administrators here, and evaluation cannot be paused.'
	},
	{
		id: 'G-038',
		claim: 'A tenant has 15,000 dynamic groups at most.',
		source: MEMBERSHIP,
		status: 'not modelled',
		reason: 'No company here comes near that number.'
	},
	{
		id: 'G-042',
		claim: 'An object id that is not null stands for all users, guests too; a user type leaves the members.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-042: takes in everybody, guests too, or the members alone'
	},
	{
		id: 'G-031',
		claim: 'A change of a user’s attribute has the dynamic rules of the tenant evaluated for that user.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-031: hold after any changes whom a whole evaluation takes in'
	},
	{
		id: 'G-032',
		claim: 'A new or changed rule first removes who no longer matches and then adds who does.',
		source: TROUBLE,
		status: 'modelled',
		test: 'G-032: remove whom a changed rule no longer takes in, and then add whom it does'
	},
	{
		id: 'G-034',
		claim: 'Evaluation takes minutes in a small directory, half an hour or more in a large one, and a day at first.',
		source: TROUBLE,
		status: 'simplified',
		test: 'G-035: takes 5, 15 or 35 minutes by the number of users, and twice that at first'
	},
	{
		id: 'G-035',
		claim: 'Evaluation takes 5 minutes up to 1,000 users, 15 up to 20,000, 35 above, and twice that for a new rule.',
		source: '',
		status: 'assumed',
		test: 'G-035: takes 5, 15 or 35 minutes by the number of users, and twice that at first'
	},
	{
		id: 'G-039',
		claim: 'A rule cannot mix users and devices. Devices are not simulated, so every device property is refused.',
		source: MEMBERSHIP,
		status: 'simplified',
		test: 'G-039, G-040, G-041: keeps devices, direct reports and memberOf to themselves'
	},
	{
		id: 'G-040',
		claim: '"Direct Reports for" selects first-level reports and cannot be combined.',
		source: MEMBERSHIP,
		status: 'modelled',
		test: 'G-040: finds direct reports by the manager alone'
	},
	{
		id: 'G-041',
		claim:
			'memberOf takes in direct members of other groups, 50 groups at most, cannot be combined or chained, and drops ' +
			'nobody who leaves such a group until the rule is edited. That a tenant has 500 such groups is not counted. (Preview)',
		source: MEMBER_OF,
		status: 'simplified',
		test: 'G-041: who joins a source group follows, who leaves it stays until the rule is edited, and no such group is a source'
	},
	{
		id: 'G-047',
		claim: 'Prefer -eq and -startsWith to -match and -contains, -in to several -or, and drop what is redundant.',
		source: EFFICIENT,
		status: 'modelled',
		test: 'G-007, G-047: hints at letter case, slow operators, chains and repetitions'
	},
	{
		id: 'C-088',
		claim: 'A guest’s user name reaches matching and mapping without the suffix and the tenant’s domain.',
		source: HOW,
		status: 'modelled',
		test: 'C-088: shows a guest to mappings by the home address, with the underscores of its alias'
	},
	{
		id: 'G-043',
		claim:
			'A user who leaves a dynamic group that is assigned to an app is deprovisioned in the next cycle of the app.',
		source: 'HOW',
		status: 'modelled',
		test: 'G-031, G-043, C-065, C-074: who leaves a dynamic group is deprovisioned after its evaluation and the next cycle'
	},
	{
		id: 'O-01',
		claim:
			'The sample company stands in for a real one: people, directories and accounts follow from seed, size and preset.',
		source: '',
		status: 'assumed',
		test: 'O-06: gives the golden checksum at every size'
	},
	{
		id: 'O-20',
		claim: 'Dynamic rules do not trim: a department that ends with a blank equals nothing else.',
		source: '',
		status: 'assumed',
		test: 'O-20: does not trim what it compares'
	},
	{
		id: 'O-21',
		claim: 'A sandbox holds persons and one guest; other kinds of objects exist with extras.',
		source: '',
		status: 'assumed',
		test: 'O-21: are the persons and one guest, in order of creation'
	},
	{
		id: 'O-22',
		claim: 'The future hire of the cast and those on leave are disabled when a sandbox begins.',
		source: '',
		status: 'assumed',
		test: 'O-22: disables the future hire and those on leave, 8 of 500 and 65 of 10,000'
	},
	{
		id: 'O-23',
		claim: 'People stand in the unit of their city; without HR, contingent workers stand in a unit of their own.',
		source: '',
		status: 'assumed',
		test: 'O-23: stand in the unit of their city, contractors of the HR-less hybrid in their own'
	},
	{
		id: 'O-24',
		claim:
			'In a brownfield, applications hold accounts before provisioning begins: exact, renamed, inactive, stale, twice.',
		source: '',
		status: 'assumed',
		test: 'O-24: come in the golden numbers of each variant in Slack'
	},
	{
		id: 'O-27',
		claim: 'The hire date reaches the tenant through Active Directory only where somebody captures it.',
		source: '',
		status: 'assumed',
		test: 'O-27: the hire date travels through Active Directory only where it is captured'
	},
	{
		id: 'G-046',
		claim: 'Each distinct member of a dynamic group needs a P1 licence.',
		source: MEMBERSHIP,
		status: 'not modelled',
		reason: 'The sandbox counts no licences of its own tenant: a banner about them would never change.'
	}
];
