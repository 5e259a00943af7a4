import { assumed, entry, type RuleEntry } from './types';

const SCOPING = 'define-conditional-rules-for-provisioning-user-accounts';
const GRAPH = 'synchronization-filter';

const modelled = (id: string, claim: string, test: string, source = SCOPING) =>
	entry(id, claim, source, 'modelled', test);

const structure =
	'F-001, F-002: no filter, no group and an empty group pass everything; clauses are joined by AND, groups by OR';
const equals = 'F-010, F-011: EQUALS knows booleans by their words and integers by their value';
const words = 'F-012, F-013: IS TRUE and IS FALSE take booleans and their words';
const present = 'F-014, F-015: a blank, 0 and false are values';
const patterns = 'F-016, F-017, F-024: patterns are searched for, not anchored, with the case of .NET';
const greater = 'F-018, F-019, F-027: greater than compares integers, integer texts included';
const bits = 'F-022, F-023, X-034: & is a bit test for an integer value, and a search in any other one';
const text = 'F-005: text is compared letter by letter, numbers and booleans by their text';

/** Scoping filters. */
export const scopingRules: readonly RuleEntry[] = [
	modelled('F-001', 'Without a filter every object passes; a filter is a set of groups of clauses.', structure),
	modelled('F-002', 'Clauses are joined by AND, groups by OR.', structure),
	modelled('F-003', 'A filter looks at one source object at a time, before the mappings.', structure),
	modelled(
		'F-004',
		'For an attribute that is null or empty every clause but IS NULL is false.',
		'F-004: every clause but IS NULL is false for an attribute that is null or empty'
	),
	modelled('F-005', 'Text comparison is case-sensitive, without trimming or normalisation.', text),
	assumed(
		'F-006',
		'Operator names are read without regard to case.',
		'F-006: operator names are read in any case, unary ones ignore a value'
	),
	modelled('F-010', 'EQUALS: the whole value; booleans by their words, integers by their value.', equals),
	modelled('F-011', 'NOT EQUALS: there is a value, and it is another one.', equals),
	modelled('F-012', 'IS TRUE: the boolean true.', words),
	modelled('F-013', 'IS FALSE: the boolean false; absent is not false.', words),
	modelled('F-014', 'IS NULL: absent, null, empty text or an empty list.', present),
	modelled('F-015', 'IS NOT NULL: there is a value.', present),
	modelled('F-016', 'REGEX MATCH: a .NET pattern matches somewhere.', patterns),
	modelled('F-017', 'NOT REGEX MATCH: there is a value in which the pattern matches nowhere.', patterns),
	modelled('F-018', 'Greater_Than compares integers.', greater),
	modelled('F-019', 'Greater_Than_OR_EQUALS compares integers.', greater),
	modelled('F-020', 'Includes: the value occurs in the attribute.', text),
	assumed('F-021', 'ENDS_WITH is case-sensitive.', text),
	assumed('F-022', '& with an integer value tests bits; with another value the attribute must occur in it.', bits),
	assumed('F-023', '!& is the opposite for attributes that have a value.', bits),
	assumed('F-024', 'Patterns are not anchored.', patterns),
	modelled(
		'F-025',
		'Attributes with several values satisfy no clause.',
		'F-025: several values satisfy no clause, and the verdict warns'
	),
	modelled(
		'F-026',
		'Unsupported attributes, operators and values are refused when the filter is saved.',
		'F-026: refuses attributes that the schema knows as dates, and extensions with several values'
	),
	assumed('F-027', 'An attribute that is no integer is not greater than anything.', greater),
	modelled(
		'F-029',
		'A stored filter has three sets of groups; only leaving the first deprovisions.',
		'F-029: who does not pass an early set is not read: there is no new account, and the one there was stays',
		GRAPH
	),
	{
		id: 'F-030',
		claim: 'Cloud sync to AD puts a fixed clause set in front of the filter of groups.',
		source: 'how-to-attribute-mapping-entra-to-active-directory',
		status: 'not modelled',
		reason:
			'Microsoft Entra Cloud Sync is not part of the company: Connect synchronizes it, and agents serve the jobs from human resources.'
	},
	assumed('F-031', 'Attributes are looked up as in expressions.', 'F-031: attributes are looked up as in expressions')
];
