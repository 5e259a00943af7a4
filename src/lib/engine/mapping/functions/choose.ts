import { asText, type Call, fail, flowing, isFilled, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { toBoolean } from '../values/numbers';
import { shown } from '../values/render';
import type { Value } from '../values/value';
import { type FunctionEntry, optional, repeated, required } from './entry';

/** The condition and one branch are evaluated (G-012); an empty text is no error here but false (V-006). */
function iif(call: Call, context: Context): Value {
	const condition = single(call, 0, context);
	const holds = condition === '' ? false : toBoolean(condition);
	if (holds === undefined) fail(call, 0, condition, 'is neither true nor false');
	context.explain?.(call, holds ? 2 : 1, `the condition is ${holds ? 'True' : 'False'}`);
	return flowing(call, holds ? 1 : 2, context);
}

/** Keys are tried from left to right; null equals the empty key (N-002). */
function switchOn(call: Call, context: Context): Value {
	const source = text(call, 0, context) ?? '';
	for (let slot = 2; slot < call.args.length; slot += 2) {
		const key = single(call, slot, context);
		if ((typeof key === 'string' ? key : asText(call, slot, key)) === source) {
			if (context.explain) explainSwitch(call, context, source, slot);
			return flowing(call, slot + 1, context);
		}
		context.explain?.(call, slot + 1, `the key ${shown(key)} is not ${shown(source)}`);
	}
	return isFilled(call, 1) ? flowing(call, 1, context) : null;
}

function explainSwitch(call: Call, context: Context, source: string, hit: number): void {
	context.explain?.(call, 1, 'a key matches, so the default is not needed');
	for (let slot = hit + 2; slot < call.args.length; slot++) {
		context.explain?.(call, slot, `an earlier key already matches ${shown(source)}`);
	}
}

export const chooseFunctions: readonly FunctionEntry[] = [
	{
		name: 'IIF',
		family: 'Choosing',
		parameters: [
			required('condition', 'boolean', 'A comparison with =, <>, >, >=, < or <=, or a value that is true or false.'),
			required('valueIfTrue', 'any', 'The value when the condition holds.'),
			optional(
				'valueIfFalse',
				'any',
				'The value otherwise. The slot must be written, but may be empty, which gives null.'
			)
		],
		slots: [3, 3],
		returns: 'any',
		description:
			'Gives one of two values. A comparison with a null or empty attribute is always False. There is no AND or OR: nest IIF instead.',
		documented: 'reference',
		examples: [
			{
				expression: 'IIF([country]="USA",[country],[department])',
				source: { country: 'UK', department: 'Sales' },
				gives: { value: 'Sales' }
			},
			{ expression: 'IIF([country]<>"USA","abroad","home")', gives: { value: 'home' } }
		],
		run: iif
	},
	{
		name: 'Switch',
		family: 'Choosing',
		parameters: [
			required('source', 'text', 'The value that is compared with the keys.'),
			optional('defaultValue', 'any', 'The value when no key matches; null when the slot is empty.'),
			repeated('key', 'text', 'Compared with source, letter case counts. An empty text also matches null.'),
			repeated('value', 'any', 'The value for the key before it.')
		],
		slots: [4, Infinity],
		returns: 'any',
		description: 'Gives the value that stands behind the first key equal to the source, or the default.',
		documented: 'reference',
		examples: [
			{
				expression: 'Switch([state], "Australia/Sydney", "QLD", "Australia/Brisbane", "SA", "Australia/Adelaide")',
				source: { state: 'QLD' },
				gives: { value: 'Australia/Brisbane' }
			},
			{ expression: 'Switch([country], [country], "", "Other")', gives: { value: 'Other' } }
		],
		run: switchOn
	}
];
