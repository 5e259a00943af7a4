import { type Call, failCall, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { type FunctionEntry, repeated, required } from './entry';

/** Rules are evaluated until one gives a value that the target does not have; null and empty ones are skipped. */
function selectUniqueValue(call: Call, context: Context): string {
	const taken: string[] = [];
	for (let slot = 0; slot < call.args.length; slot++) {
		const value = text(call, slot, context);
		if (value === null || value === '') continue;
		if (!context.isTaken(value)) {
			for (let rest = slot + 1; context.explain && rest < call.args.length; rest++) {
				context.explain(call, rest, `an earlier rule gave a value that is free`);
			}
			return value;
		}
		taken.push(value);
	}
	return failCall(call, taken.length ? `all values are taken: ${taken.join(', ')}` : 'no rule gives a value');
}

export const uniqueFunctions: readonly FunctionEntry[] = [
	{
		name: 'SelectUniqueValue',
		family: 'Target',
		parameters: [
			required('rule1', 'text', 'The value to try first.'),
			repeated('rule2', 'text', 'The value to try when the one before is taken.')
		],
		slots: [2, Infinity],
		returns: 'text',
		description:
			'The first value that the target does not have yet. Only as outermost function, in a mapping that applies only during object creation, and not for matching.',
		documented: 'reference',
		examples: [
			{
				expression: 'SelectUniqueValue([mailNickname], Append([mailNickname], "1"))',
				source: { mailNickname: 'ada' },
				context: { existing: ['ADA'] },
				gives: { value: 'ada1' }
			}
		],
		run: selectUniqueValue
	},
	{
		name: 'DefaultDomain',
		family: 'Target',
		parameters: [],
		slots: [0, 0],
		returns: 'text',
		description: "The tenant's default domain.",
		documented: '',
		examples: [
			{
				expression: 'Append("ada@", DefaultDomain())',
				context: { defaultDomain: 'contoso.com' },
				gives: { value: 'ada@contoso.com' }
			}
		],
		run: (call, context) => context.defaultDomain || failCall(call, 'the tenant has no default domain')
	}
];
