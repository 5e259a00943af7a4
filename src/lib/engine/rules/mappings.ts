import { assumed, entry, modelled, type RuleEntry } from './types';

const CUSTOMIZE = 'customize-application-attributes';
const GRAPH = 'synchronization-attributemapping';
const NULL_FLOW = 'clear-attribute-values';
const KNOWN = 'known-issues';
const REFERENCE = 'functions-for-customizing-application-data';
const WORKDAY = 'workday-expression-mapping-functions-guide';

const nullFlow =
	'M-030 to M-034, C-218, C-219: null clears only inbound, with both switches on, and never uses the default';
const order = 'M-050, M-051: come in the order of precedence, and null means none';

/** How attribute mappings are applied to an object, and what saving them refuses. */
export const mappingRules: readonly RuleEntry[] = [
	modelled(
		'M-001',
		'A mapping is direct, constant, an expression, or none.',
		CUSTOMIZE,
		'M-001: flow an attribute, a constant or the result of an expression'
	),
	modelled(
		'M-002',
		'Type None leaves the target alone but fills it with the default value while it is empty.',
		CUSTOMIZE,
		'M-002, C-215: type None writes its default only into an empty target attribute'
	),
	modelled(
		'M-003',
		'The result of a mapping is the target value; on creation null takes the default.',
		CUSTOMIZE,
		'M-010, M-011, C-214: the default value stands in for null, not for empty text or an ignore signal'
	),
	modelled(
		'M-004',
		'A mapping never lets null flow by itself.',
		KNOWN,
		'M-004: a null result is left out, an empty list of an attribute as well'
	),
	assumed('M-005', 'Empty text is a value and flows.', 'M-005: an empty text is a value and flows'),
	modelled(
		'M-010',
		'The default value is used on creation only.',
		CUSTOMIZE,
		'M-010, C-216: neither null nor the default value is written'
	),
	assumed(
		'M-011',
		'The default value does not replace empty text or an ignore signal.',
		'M-010, M-011, C-214: the default value stands in for null, not for empty text or an ignore signal'
	),
	modelled(
		'M-012',
		'A required target attribute without a value fails the object on creation.',
		GRAPH,
		'M-012: a required target attribute without a value fails the object'
	),
	modelled(
		'M-020',
		'Only during object creation: never written on update.',
		CUSTOMIZE,
		'M-020, C-211: a mapping that applies only during creation writes nothing'
	),
	assumed(
		'M-021',
		'Stored schemas know three more flow types that only add; a single value is written only where there is none.',
		'M-021: a flow type that only adds writes a single value where there is none, and clears nothing'
	),
	modelled(
		'M-022',
		'FlowWhenChanged writes what differs, FlowAlways writes always.',
		GRAPH,
		'M-022, C-213: only what differs is written, or everything with FlowAlways'
	),
	modelled(
		'M-023',
		'Exact case decides whether letter case alone is a change.',
		REFERENCE,
		'M-023: letter case alone is a change only for attributes with exact case'
	),
	modelled(
		'M-030',
		'Clearing a target value needs null flow on the source attribute and on the mapping.',
		NULL_FLOW,
		nullFlow
	),
	modelled('M-031', 'Null flow exists for inbound jobs and single-valued attributes only.', NULL_FLOW, nullFlow),
	modelled('M-032', 'With null flow, null or empty clears on update; the default is not used.', NULL_FLOW, nullFlow),
	modelled('M-033', 'An attribute that is omitted counts as null.', NULL_FLOW, nullFlow),
	modelled('M-034', 'With one switch off, null changes nothing.', NULL_FLOW, nullFlow),
	assumed(
		'M-040',
		'Results become the target’s type or fail the object.',
		'M-040: results become what the target type wants, or fail the object'
	),
	modelled(
		'M-041',
		'SelectUniqueValue needs a mapping that only creates and does not match.',
		REFERENCE,
		'M-041: SelectUniqueValue in a mapping that updates or matches'
	),
	modelled(
		'M-042',
		'IgnoreFlowIfNullOrEmpty leaves the attribute out.',
		REFERENCE,
		'M-010, M-011, C-214: the default value stands in for null, not for empty text or an ignore signal'
	),
	modelled(
		'M-043',
		'IgnoreObjectFlow leaves the object out.',
		WORKDAY,
		'M-043: IgnoreObjectFlow leaves the whole object out'
	),
	assumed(
		'M-044',
		'If any part of a mapping is redacted, the log hides the whole value.',
		'M-044: a value that is redacted in any part is marked for the log'
	),
	entry(
		'M-045',
		'The trap of Switch in incremental cycles can be switched on; it is off by default.',
		REFERENCE,
		'simplified',
		'M-045: the Switch trap clears when another attribute changed, if it is simulated'
	),
	modelled('M-050', 'Matching attributes are tried from the lowest precedence to the highest.', CUSTOMIZE, order),
	modelled('M-051', 'The searched value is the result of the mapping.', CUSTOMIZE, order),
	modelled(
		'M-054',
		'A matching expression may read one source attribute only.',
		'public issues',
		'M-054: a matching expression that draws on several source attributes'
	),
	modelled(
		'M-057',
		'Inbound to Entra ID, on-premises extension attributes cannot be matched.',
		CUSTOMIZE,
		'M-057: matching on an on-premises extension attribute inbound to Entra ID'
	),
	modelled(
		'M-060',
		'appRoleAssignments is mapped by a role function only.',
		CUSTOMIZE,
		'M-060, M-069: roles that are mapped directly, or together with the scope of everybody'
	),
	modelled(
		'M-062',
		'A create carries a single role as primary.',
		CUSTOMIZE,
		'M-062: SingleAppRoleAssignment creates with one primary role and changes it where it is'
	),
	entry(
		'M-063',
		'Without the compliance flag a PATCH adds roles as the JSON text of the assignment. Here those of AppRoleAssignmentsComplex: a single role is changed at its own path, and no role has an id.',
		CUSTOMIZE,
		'simplified',
		'M-065, M-063, M-066: AppRoleAssignmentsComplex creates with objects, adds texts, and removes nothing'
	),
	modelled(
		'M-065',
		'A create carries several roles, none of them primary.',
		CUSTOMIZE,
		'M-065, M-063, M-066: AppRoleAssignmentsComplex creates with objects, adds texts, and removes nothing'
	),
	modelled(
		'M-066',
		'AppRoleAssignmentsComplex adds roles and never removes any.',
		CUSTOMIZE,
		'M-065, M-063, M-066: AppRoleAssignmentsComplex creates with objects, adds texts, and removes nothing'
	),
	modelled(
		'M-067',
		'AssertiveAppRoleAssignmentsComplex replaces the roles.',
		CUSTOMIZE,
		'M-067, M-068: AssertiveAppRoleAssignmentsComplex replaces all roles by objects, in creates and updates alike'
	),
	assumed(
		'M-068',
		'One function writes displayName, the other display, as the examples do.',
		'M-067, M-068: AssertiveAppRoleAssignmentsComplex replaces all roles by objects, in creates and updates alike'
	),
	modelled(
		'M-069',
		'Role functions do not go together with provisioning everybody.',
		CUSTOMIZE,
		'M-060, M-069: roles that are mapped directly, or together with the scope of everybody'
	),
	modelled(
		'M-070',
		'Each target attribute has a name, a type, and says whether it is a key, required, multi-valued or exact in case; only these can be mapped.',
		CUSTOMIZE,
		'M-070: a target that the attribute list does not have'
	),
	modelled(
		'M-073',
		'The primary key of the target and binary attributes cannot be mapped.',
		CUSTOMIZE,
		'M-073: the primary key and binary attributes of the target'
	),
	modelled(
		'M-074',
		'sAMAccountName, userType and extensions with several values are not available as source.',
		KNOWN,
		'M-074: source attributes that are not there, extension names by exact case'
	),
	modelled('M-080', 'References are written in a second step.', KNOWN, 'M-080: references wait for a second step'),
	modelled('M-081', 'Switch is not for reference attributes.', REFERENCE, 'M-081: Switch for a reference attribute'),
	assumed(
		'M-090',
		'An evaluation error of one mapping fails the object.',
		'M-090: an evaluation error of one mapping fails the object'
	),
	assumed(
		'M-091',
		'Mappings see source attributes only, never each other’s results.',
		'M-001: flow an attribute, a constant or the result of an expression'
	)
];
