import { asCount, type Call, failCall, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { type FunctionEntry, optional, required } from './entry';

const digits = '0123456789';
/** The special characters of the Windows complexity rule. */
const special = '~!@#$%^&*_-+=`|\\(){}[]:;"\'<>,.?/';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = 'abcdefghijklmnopqrstuvwxyz';

function below(limit: number, context: Context): number {
	return Math.floor(context.random() * limit);
}

/** Version 4: random but for the version and the variant. */
function guid(_call: Call, context: Context): string {
	return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
		(place === 'x' ? below(16, context) : 8 + below(4, context)).toString(16)
	);
}

function randomString(call: Call, context: Context): string {
	const numbers = [0, 1, 2, 3, 4].map((slot) => single(call, slot, context));
	const avoided = text(call, 5, context) ?? '';
	const [length, ...least] = numbers.map((value, slot) => asCount(call, slot, value)) as [number, ...number[]];
	if (length > 256) failCall(call, `the length ${length} is more than 256`);
	if (length < 0 || least.some((count) => count < 0)) failCall(call, 'a number is negative');
	const sum = least.reduce((total, count) => total + count, 0);
	if (sum > length) failCall(call, `the minimums add up to ${sum}, more than the length ${length}`);
	const kinds = [digits, special, capitals, lower].map((kind) => [...kind].filter((char) => !avoided.includes(char)));
	const chosen = kinds.flatMap((kind, index) => draw(call, kind, least[index]!, context));
	const filling = [...kinds[0]!, ...kinds[2]!, ...kinds[3]!];
	return shuffled([...chosen, ...draw(call, filling, length - sum, context)], context).join('');
}

function draw(call: Call, from: readonly string[], count: number, context: Context): string[] {
	if (count > 0 && from.length === 0) failCall(call, 'all characters of one kind are to be avoided');
	return Array.from({ length: count }, () => from[below(from.length, context)]!);
}

function shuffled(chars: string[], context: Context): string[] {
	for (let last = chars.length - 1; last > 0; last--) {
		const other = below(last + 1, context);
		[chars[last], chars[other]] = [chars[other]!, chars[last]!];
	}
	return chars;
}

export const randomFunctions: readonly FunctionEntry[] = [
	{
		name: 'Guid',
		family: 'Random values',
		parameters: [],
		slots: [0, 0],
		returns: 'text',
		description: 'A new random GUID at every call, in lower case, with hyphens and without braces.',
		documented: 'customize',
		examples: [{ expression: 'Guid()', gives: { pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ } }],
		run: guid
	},
	{
		name: 'RandomString',
		family: 'Random values',
		parameters: [
			required('length', 'number', 'The length of the text, at most 256.'),
			required('minNumbers', 'number', 'At least so many digits.'),
			required('minSpecial', 'number', 'At least so many special characters.'),
			required('minCapital', 'number', 'At least so many capital letters.'),
			required('minLower', 'number', 'At least so many small letters.'),
			optional('charactersToAvoid', 'text', 'Characters that must not appear.')
		],
		slots: [5, 6],
		returns: 'text',
		description:
			'A random text that meets all minimums, for initial passwords. The minimums together must not exceed the length.',
		documented: 'reference',
		examples: [{ expression: 'RandomString(6, 3, 0, 0, 3)', gives: { pattern: /^[0-9a-z]{6}$/ } }],
		run: randomString
	}
];
