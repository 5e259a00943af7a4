import { anything, failCall, flowing, text } from '../evaluate/call';
import { ignoreAttribute, isNothing } from '../values/value';
import { type FunctionEntry, required } from './entry';

export const flowFunctions: readonly FunctionEntry[] = [
	{
		name: 'IgnoreFlowIfNullOrEmpty',
		family: 'Flow',
		parameters: [required('expression', 'any', 'The value to pass on.')],
		slots: [1, 1],
		returns: 'any',
		description:
			'Leaves the attribute out of this flow when the value is null or empty: nothing is written, the target keeps what it has, and no default applies.',
		documented: 'reference',
		examples: [
			{
				expression: 'IgnoreFlowIfNullOrEmpty([department])',
				source: { department: 'Sales' },
				gives: { value: 'Sales' }
			},
			{ expression: 'IgnoreFlowIfNullOrEmpty([department])', gives: { flow: 'ignore' } }
		],
		run: (call, context) => {
			const value = flowing(call, 0, context);
			return isNothing(value) ? ignoreAttribute : value;
		}
	},
	{
		name: 'Redact',
		family: 'Flow',
		parameters: [required('value', 'any', 'The value to hide.')],
		slots: [1, 1],
		returns: 'any',
		description: 'Passes the value on; the provisioning log shows [Redact] in its place.',
		documented: 'reference',
		examples: [{ expression: 'Append("p-", Redact([secret]))', source: { secret: 'S1' }, gives: { value: 'p-S1' } }],
		run: (call, context) => anything(call, 0, context)
	},
	{
		name: 'Error',
		family: 'Flow',
		profile: 'cloudSync',
		parameters: [required('message', 'text', 'What the log will say.')],
		slots: [1, 1],
		returns: 'never',
		description: 'Fails the object with a message.',
		documented: 'cloud sync',
		examples: [
			{
				expression: 'IIF(IsPresent([accountName]), [accountName], Error("AccountName is required"))',
				gives: { error: 'eval' }
			}
		],
		run: (call, context) => failCall(call, text(call, 0, context) ?? '')
	}
];
