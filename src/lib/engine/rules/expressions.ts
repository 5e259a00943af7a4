import { functions } from '../mapping';
import { assumed, entry, modelled, type RuleEntry } from './types';

const REFERENCE = 'functions-for-customizing-application-data';
const KNOWN = 'known-issues';
const GRAPH = 'graph synchronization resource types';
const CUSTOMIZE = 'customize-application-attributes';

const values: readonly RuleEntry[] = [
	assumed(
		'V-001',
		'Integers have 64 bits and never pass through a double; dates have 100 ns.',
		'V-001: integers keep all their digits'
	),
	modelled(
		'V-002',
		'An attribute that is missing from the source is null; an empty list counts as null where it is asked for.',
		REFERENCE,
		'V-002: an attribute that is missing is null, and an empty list counts as null where it is asked'
	),
	modelled(
		'V-003',
		'A source attribute brings its own kind; dates arrive as text.',
		REFERENCE,
		'V-003, V-004: every kind brings its own text'
	),
	modelled(
		'V-004',
		'Booleans are printed True and False, dates as M/d/yyyy h:mm:ss tt in UTC.',
		REFERENCE,
		'V-003, V-004: every kind brings its own text'
	),
	assumed(
		'V-005',
		'A number may be written as an integer, its digits, or &H and hex digits.',
		'V-005: a number is an integer, its digits, or &H and hex digits'
	),
	assumed(
		'V-006',
		'A condition may be a boolean, a number or one of their texts.',
		'V-006: a condition is a boolean, a number or one of their texts'
	),
	assumed(
		'V-007',
		'A text that CDate can read is accepted where a date is expected.',
		'V-007: a text that CDate reads is a date where one is expected'
	),
	assumed(
		'V-008',
		'Where one value is expected, a list of one is its element and a longer list is an error.',
		'V-008: a list of one is its element, a longer one is an error'
	)
];

/** The grammar's ids begin with E here, because the rules of dynamic groups are called G as well. */
const grammar: readonly RuleEntry[] = [
	assumed(
		'EG-001',
		'A bare attribute or constant is an expression too.',
		'G-001, G-002: a call, an attribute, a text, a number or a keyword is an expression'
	),
	modelled(
		'EG-002',
		'Arguments are attributes in brackets, texts in double quotes and nested calls; numbers and keywords occur.',
		REFERENCE,
		'G-001, G-002: a call, an attribute, a text, a number or a keyword is an expression'
	),
	modelled(
		'EG-003',
		'A backslash escapes a backslash or a double quote; before anything else it stays.',
		REFERENCE,
		'G-003: a backslash escapes only itself and the double quote'
	),
	assumed(
		'EG-004',
		'Attribute names may contain brackets and quotes.',
		'G-004: brackets and quotes may stand within an attribute name, blanks around it do not count'
	),
	assumed(
		'EG-005',
		'White space is free between all tokens.',
		'G-005: blanks, tabs and line breaks are free between tokens, other white space is not'
	),
	modelled(
		'EG-006',
		'An empty slot omits its parameter.',
		REFERENCE,
		'G-006: says which parameter is missing or too many, and where'
	),
	modelled(
		'EG-007',
		'The syntax is case-sensitive; a lenient reading is offered for published expressions.',
		REFERENCE,
		'G-007: names and keywords are exact, and the right spelling is offered'
	),
	modelled(
		'EG-008',
		'Directory extension names are case-sensitive; other attribute names fall back to another letter case.',
		CUSTOMIZE,
		'G-008: attribute names fall back to another letter case, extension names do not'
	),
	modelled(
		'EG-009',
		'Conditions compare with six operators; there is no AND, OR, NOT, arithmetic or concatenation.',
		REFERENCE,
		'G-009: a comparison is an argument, is not chained, and knows six operators'
	),
	modelled(
		'EG-010',
		'An expression has at most 10,000 characters.',
		KNOWN,
		'G-010: takes 10,000 characters and not one more'
	),
	modelled(
		'EG-011',
		'SelectUniqueValue must be the outermost call.',
		REFERENCE,
		'G-011: SelectUniqueValue stands outermost'
	),
	modelled(
		'EG-012',
		'IIF, Switch, Coalesce and SelectUniqueValue evaluate no more than they need.',
		REFERENCE,
		'G-012: IIF, Switch, Coalesce and SelectUniqueValue evaluate no more than they need'
	),
	modelled(
		'EG-013',
		'An expression is stored as a tree with its canonical text.',
		GRAPH,
		'G-013: prints the canonical form, empty slots kept'
	),
	modelled(
		'EG-020',
		'A comparison with an attribute that is null or empty is False, whatever the operator.',
		REFERENCE,
		'G-020: with an attribute that is null or empty every comparison is False'
	),
	assumed(
		'EG-021',
		'Numbers compare as numbers, dates as instants, the rest as text by code unit.',
		'G-021: numbers compare as numbers, dates as instants, the rest as text by code unit'
	)
];

const nullsAndErrors: readonly RuleEntry[] = [
	assumed('N-001', 'Most functions give null for null.', 'N-001: null in, null out'),
	assumed(
		'N-002',
		'Append, Switch, Replace and the separator of Join take null as empty text.',
		'N-002, N-004: null counts as empty text, and Join skips it'
	),
	modelled(
		'N-003',
		'Left and Word give empty text for null.',
		REFERENCE,
		'N-003, N-005: null gives empty text, False, True or 0'
	),
	modelled(
		'N-004',
		'Join skips null and empty text without leaving a separator.',
		REFERENCE,
		'N-002, N-004: null counts as empty text, and Join skips it'
	),
	assumed(
		'N-005',
		'Null is False for IsPresent, IsString and CBool, True for IsNull, IsNullOrEmpty and Not, 0 for Count, InStr and Contains.',
		'N-003, N-005: null gives empty text, False, True or 0'
	),
	assumed(
		'N-006',
		'Null is an evaluation error for CDate, DateAdd, DateDiff, Item and numeric parameters.',
		'N-006: null is an error where a date, an item or a number is needed'
	),
	modelled(
		'E-001',
		'Syntax, names, slots and length are checked before any object is looked at.',
		GRAPH,
		'E-001: an error has its place in lines and columns'
	),
	modelled(
		'E-002',
		'An error that depends on values fails the object; the message names function, argument and value.',
		GRAPH,
		'E-002: an evaluation error names the function, the argument and the value, and points at it'
	),
	modelled(
		'E-003',
		'Several application roles fail with the service’s known words.',
		'public issues',
		'E-003: several roles fail in the service’s own words'
	),
	assumed(
		'E-004',
		'Ignore signals pass through IIF, Switch and IgnoreFlowIfNullOrEmpty only.',
		'E-004: flow signals pass through IIF, Switch and IgnoreFlowIfNullOrEmpty, and nothing else'
	)
];

const onInput = 'D-004, D-006, D-008: the letters of a custom format, on input';
const datesAndPatterns: readonly RuleEntry[] = [
	assumed(
		'D-001',
		'CDate reads ISO dates and month-first dates, and nothing else.',
		'fn:CDate: reads the listed forms and nothing else'
	),
	assumed(
		'D-002',
		'No offset means UTC; all arithmetic is in UTC.',
		'fn:CDate: reads the listed forms and nothing else'
	),
	modelled(
		'D-003',
		'A directory number counts 100 ns steps since 1601.',
		REFERENCE,
		'fn:DateFromNum, fn:NumFromDate: directory numbers'
	),
	modelled(
		'D-004',
		'Date formats are .NET custom formats of the invariant culture.',
		REFERENCE,
		'D-004: the letters of a custom format, on output'
	),
	modelled(
		'D-005',
		'A format of one letter is a .NET standard format.',
		REFERENCE,
		'D-005: a format of one letter is a standard format'
	),
	modelled(
		'D-006',
		'Parts that the input format leaves out come from the present date, or are the first.',
		REFERENCE,
		onInput
	),
	modelled(
		'D-007',
		'The formats that the documentation uses.',
		REFERENCE,
		'all expression vectors give what they promise'
	),
	entry(
		'D-008',
		'DateTimeStyles change white space and the default date; the others change nothing, because the service runs in UTC.',
		REFERENCE,
		'simplified',
		onInput
	),
	modelled(
		'R-001',
		'Patterns are .NET’s: case-sensitive, the dot leaves out a line feed, $ also stands before a last line feed.',
		REFERENCE,
		'R-001: is case-sensitive, leaves a line feed out of the dot, and ends before a final line feed'
	),
	modelled(
		'R-002',
		'Patterns are read after the escapes of the text.',
		REFERENCE,
		'all expression vectors give what they promise'
	),
	entry(
		'R-003',
		'Unnamed groups are numbered before named ones, classes know all alphabets; balancing groups are refused.',
		REFERENCE,
		'simplified',
		'R-003: numbers unnamed groups before named ones'
	),
	modelled(
		'R-004',
		'An empty match is replaced like any other.',
		REFERENCE,
		'R-004: replaces empty matches like all others'
	)
];

const ofFunctions: readonly RuleEntry[] = functions.map(({ name, description, documented }) => ({
	id: `fn:${name}`,
	claim: description,
	source: documented,
	status: documented ? 'modelled' : 'assumed',
	test: 'gives what its examples say'
}));

const notModelled: readonly RuleEntry[] = [
	{
		id: 'EG-009-cloud',
		claim: 'Cloud sync also knows %variables% and & for joining texts.',
		source: 'cloud sync',
		status: 'not modelled',
		reason:
			'Microsoft Entra Cloud Sync is not part of the company: Connect synchronizes it, and agents serve the jobs from human resources.'
	}
];

/** The expression language of attribute mappings. */
export const expressionRules: readonly RuleEntry[] = [
	...values,
	...grammar,
	...nullsAndErrors,
	...datesAndPatterns,
	...ofFunctions,
	...notModelled
];
