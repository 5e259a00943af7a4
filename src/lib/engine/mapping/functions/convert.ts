import { asInteger, asText, type Call, fail, single } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { narrow, toBoolean } from '../values/numbers';
import { type FunctionEntry, required } from './entry';

function cBool(call: Call, context: Context): boolean {
	const value = single(call, 0, context);
	return toBoolean(value) ?? fail(call, 0, value, 'is neither a boolean nor a number');
}

function cStr(call: Call, context: Context): string | null {
	const value = single(call, 0, context);
	return value === null ? null : asText(call, 0, value);
}

/** Bit by bit, on 64-bit two's complement. */
function bitAnd(call: Call, context: Context): number | bigint | null {
	const value1 = single(call, 0, context);
	const value2 = single(call, 1, context);
	if (value1 === null || value2 === null) return null;
	const one = asInteger(call, 0, value1);
	const two = asInteger(call, 1, value2);
	if (one === (Number(one) | 0) && two === (Number(two) | 0)) return one & two;
	return narrow(BigInt.asIntN(64, BigInt(one) & BigInt(two)));
}

export const convertFunctions: readonly FunctionEntry[] = [
	{
		name: 'CBool',
		family: 'Converting',
		parameters: [required('expression', 'any', 'A number, a boolean, their text, or a comparison.')],
		slots: [1, 1],
		returns: 'boolean',
		description: 'Turns a value into True or False: every number but zero is True.',
		documented: 'reference',
		examples: [
			{ expression: 'CBool([a] = [b])', source: { a: 'x', b: 'x' }, gives: { value: 'True' } },
			{ expression: 'CBool("maybe")', gives: { error: 'eval' } }
		],
		run: cBool
	},
	{
		name: 'CStr',
		family: 'Converting',
		parameters: [required('value', 'any', 'A number, a boolean, a date or a reference.')],
		slots: [1, 1],
		returns: 'text',
		description: 'Turns a value into text.',
		documented: 'reference',
		examples: [{ expression: 'CStr([accountEnabled])', source: { accountEnabled: true }, gives: { value: 'True' } }],
		run: cStr
	},
	{
		name: 'BitAnd',
		family: 'Converting',
		parameters: [required('value1', 'number', 'The one number.'), required('value2', 'number', 'The other number.')],
		slots: [2, 2],
		returns: 'number',
		description: 'The bits that two numbers have in common; null if one of them is null.',
		documented: 'reference',
		examples: [
			{ expression: 'BitAnd(&HF, &HF7)', gives: { value: '7' } },
			{
				expression: 'IIF(BitAnd([userAccountControl], 2) = "0", "True", "False")',
				source: { userAccountControl: '514' },
				gives: { value: 'False' }
			}
		],
		run: bitAnd
	}
];
