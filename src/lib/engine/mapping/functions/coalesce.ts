import { anything, type Call } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { isList, type List, type Single } from '../values/value';
import { type FunctionEntry, repeated } from './entry';

/** Empty text is not null, so it is returned; an empty list counts as null (V-002). */
function coalesce(call: Call, context: Context): Single | List {
	for (let slot = 0; slot < call.args.length; slot++) {
		const value = anything(call, slot, context);
		if (value === null || (isList(value) && value.length === 0)) continue;
		for (let rest = slot + 1; context.explain && rest < call.args.length; rest++) {
			context.explain(call, rest, 'an earlier argument has a value');
		}
		return value;
	}
	return null;
}

export const coalesceFunctions: readonly FunctionEntry[] = [
	{
		name: 'Coalesce',
		family: 'Choosing',
		parameters: [repeated('source', 'any', 'A value; the last one acts as default and may be empty text.')],
		slots: [1, Infinity],
		returns: 'any',
		description: 'The first argument that is not null. Empty text is not null.',
		documented: 'reference',
		examples: [
			{
				expression: 'Coalesce([mail], [userPrincipalName])',
				source: { userPrincipalName: 'ada@contoso.com' },
				gives: { value: 'ada@contoso.com' }
			},
			{ expression: 'Coalesce([mail], "none")', source: { mail: '' }, gives: { value: '' } }
		],
		run: coalesce
	}
];
