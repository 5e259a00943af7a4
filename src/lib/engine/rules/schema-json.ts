import { entry, type RuleEntry } from './types';

const SCHEMA = 'synchronization-synchronizationschema';
const SOURCE = 'synchronization-attributemappingsource';
const EXPORT = 'export-import-provisioning-configuration';

const tree = 'J-004 to J-008: a tree of attributes, constants as text, and functions without their empty slots';
const spellings = 'J-004, J-005, J-006, J-007, J-027: are read in every spelling';
const everyTree = 'every published expression survives being stored, by its tree alone';
const named = 'J-001, J-002, J-003, J-025, J-026: is named with its place';
const whole = 'J-017: gives both mappings with their rows, filter and actions, and no finding';
const mistakes = 'J-017, J-027, J-028: finds each mistake of the list of checks';

/** The exported form of a job's configuration. */
export const schemaJsonRules: readonly RuleEntry[] = [
	entry('J-001', 'Metadata values are texts; enumerations are JSON inside of them.', SCHEMA, 'modelled', named),
	entry('J-002', 'The default object mappings inside the metadata stay an opaque text.', SCHEMA, 'modelled', named),
	entry('J-003', 'Metadata that was cut short and is no JSON is imported all the same.', SCHEMA, 'modelled', named),
	entry('J-004', 'An attribute source has its name, and the name in brackets as text.', SOURCE, 'modelled', tree),
	entry('J-005', 'Constants inside functions are texts, numbers too.', SOURCE, 'modelled', tree),
	entry('J-006', 'A constant of a row may have no text; its name is its value.', SOURCE, 'modelled', spellings),
	entry(
		'J-007',
		'A function has its name, the whole call as text, and its arguments by key.',
		SOURCE,
		'modelled',
		tree
	),
	entry('J-008', 'Arguments that are left empty are absent from the parameters.', SOURCE, 'modelled', tree),
	entry('J-009', 'Repeatable parameters repeat their key.', SOURCE, 'modelled', everyTree),
	entry('J-010', 'The order of members does not count.', SOURCE, 'modelled', everyTree),
	entry(
		'J-011',
		'A comparison in IIF is spread over the parameters one, two and three.',
		SOURCE,
		'modelled',
		'J-011: a comparison of IIF is spread over three parameters'
	),
	entry('J-012', 'The parameter keys of the functions that exports show.', SOURCE, 'modelled', everyTree),
	entry('J-013', 'Switch has the keys source and, for each value, switchValue.', '', 'assumed', everyTree),
	entry('J-014', 'Parameter keys are compared in any letter case.', '', 'assumed', everyTree),
	entry(
		'J-015',
		'Where tree and text disagree, a complete tree wins.',
		'',
		'assumed',
		'J-015: the tree wins over a text that says something else'
	),
	entry(
		'J-016',
		'parseExpression answers tree, result and error.',
		SCHEMA,
		'modelled',
		'an expression is parsed, and evaluated where there is an object to try it on'
	),
	entry(
		'J-017',
		'An export holds rules, mappings, filters and both directories, no secrets or settings.',
		EXPORT,
		'modelled',
		whole
	),
	entry(
		'J-018',
		'Import replaces the whole schema.',
		EXPORT,
		'modelled',
		'J-018, J-020: takes the place of the whole one, and the next cycle is an initial one'
	),
	entry(
		'J-019',
		'There is no partial update of a schema: PATCH answers 404. A part alone is read, and said to be one.',
		EXPORT,
		'simplified',
		'J-019: a partial change finds nothing there'
	),
	entry(
		'J-020',
		'A running cycle ends with the old schema; the next one is an initial cycle.',
		EXPORT,
		'modelled',
		'J-018, J-020: takes the place of the whole one, and the next cycle is an initial one'
	),
	entry(
		'J-021',
		'A filter in an imported schema that leaves somebody out disables that user.',
		EXPORT,
		'modelled',
		'J-021: a filter in it that leaves somebody out disables that user'
	),
	entry(
		'J-022',
		'Import is pasting the whole text into the schema editor and saving.',
		EXPORT,
		'modelled',
		'J-022: says where the text is no JSON, trailing commas by name'
	),
	entry(
		'J-023',
		'Restore default mappings resets mappings and filters and runs everybody again.',
		EXPORT,
		'modelled',
		'J-026: is exported again with all that is not simulated, and with what was changed since'
	),
	entry(
		'J-024',
		'An export may go into another job: its id and version do not have to match.',
		EXPORT,
		'modelled',
		'J-024: goes into another job, since neither id nor version has to match'
	),
	entry('J-025', 'Annotations are no configuration.', '', 'assumed', named),
	entry(
		'J-026',
		'What nobody knows is kept and written again.',
		'',
		'assumed',
		'J-026: is written again letter by letter, byte order mark included'
	),
	entry('J-027', 'Enumerations are read in any letter case.', '', 'assumed', spellings),
	entry('J-028', 'Directories and objects are matched by name within the document only.', '', 'assumed', mistakes)
];
