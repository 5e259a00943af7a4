import { type Call, failCall, list } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { type Complex, isComplex, type List, type Single } from '../values/value';
import { type FunctionEntry, required } from './entry';

function texts(role: Complex): { value: string | null; displayName: string | null } {
	const text = (key: string) => (typeof role[key] === 'string' && role[key] !== '' ? role[key] : null);
	return { value: text('value'), displayName: text('displayName') };
}

/** The name of a role: gallery roles often have no value, so the display name comes first. */
function nameOf(role: Single): string | null {
	if (typeof role === 'string') return role;
	if (!isComplex(role)) return null;
	const { value, displayName } = texts(role);
	return displayName ?? value;
}

/** {id, value, displayName}; when only one of the two texts is known it stands for both. */
function complexOf(role: Single): Complex {
	if (typeof role === 'string') return { value: role, displayName: role };
	if (!isComplex(role)) return {};
	const { value, displayName } = texts(role);
	const named = { value: value ?? displayName, displayName: displayName ?? value };
	return role['id'] === undefined ? named : { id: role['id'], ...named };
}

/** The wording for several roles is known from an issue thread (E-003, X-033). */
function singleAppRoleAssignment(call: Call, context: Context): string | null {
	const roles = list(call, 0, context);
	if (roles.length > 1) {
		failCall(call, `No more than one app role assignment was expected, but this many where found: ${roles.length}`);
	}
	return roles.length === 0 ? null : nameOf(roles[0]!);
}

function complexRoles(call: Call, context: Context): List {
	return list(call, 0, context).map(complexOf);
}

const assignments = [required('appRoleAssignments', 'list', 'The attribute [appRoleAssignments].')];
const admin = { appRoleAssignments: [{ id: '1', value: 'Admin', displayName: 'Admin' }] };

export const roleFunctions: readonly FunctionEntry[] = [
	{
		name: 'SingleAppRoleAssignment',
		family: 'Application roles',
		parameters: assignments,
		slots: [1, 1],
		returns: 'text',
		description: 'The name of the one application role of the user. Several roles are an error.',
		documented: 'reference',
		examples: [
			{ expression: 'SingleAppRoleAssignment([appRoleAssignments])', source: admin, gives: { value: 'Admin' } },
			{
				expression: 'SingleAppRoleAssignment([appRoleAssignments])',
				source: { appRoleAssignments: ['A', 'B'] },
				gives: { error: 'eval' }
			}
		],
		run: singleAppRoleAssignment
	},
	{
		name: 'AppRoleAssignmentsComplex',
		family: 'Application roles',
		parameters: assignments,
		slots: [1, 1],
		returns: 'list of objects',
		description: 'All application roles of the user. On update they are only added, never removed.',
		documented: 'reference',
		examples: [
			{
				expression: 'AppRoleAssignmentsComplex([appRoleAssignments])',
				source: admin,
				gives: { value: admin.appRoleAssignments }
			}
		],
		run: complexRoles
	},
	{
		name: 'AssertiveAppRoleAssignmentsComplex',
		family: 'Application roles',
		parameters: assignments,
		slots: [1, 1],
		returns: 'list of objects',
		description: 'All application roles of the user. On update they replace the roles of the target.',
		documented: 'customize',
		examples: [{ expression: 'AssertiveAppRoleAssignmentsComplex([none])', gives: { value: [] } }],
		run: complexRoles
	},
	{
		name: 'AppRoleAssignments',
		family: 'Application roles',
		parameters: [required('source', 'list', 'The attribute [appRoleAssignments].')],
		slots: [1, 1],
		returns: 'list',
		description: 'The names of all application roles of the user.',
		documented: '',
		examples: [{ expression: 'AppRoleAssignments([appRoleAssignments])', source: admin, gives: { value: ['Admin'] } }],
		run: (call, context) =>
			list(call, 0, context)
				.map(nameOf)
				.filter((name) => name !== null)
	}
];
