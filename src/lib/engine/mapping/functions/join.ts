import { anything, asList, asText, type Call, failCall, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { type FunctionEntry, repeated, required } from './entry';

/** No value of a directory is longer; an expression that multiplies its texts ends here. */
export const longestText = 200_000;

/** A null text counts as empty, unless both are null (N-002). */
function append(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	const suffix = text(call, 1, context);
	if (source === null) return suffix;
	if (suffix === null) return source;
	if (source.length + suffix.length > longestText) failCall(call, 'the text grows too long');
	return source + suffix;
}

/** Lists are flattened; what is null or empty is skipped without leaving a separator (N-004). */
function join(call: Call, context: Context): string {
	const separator = text(call, 0, context) ?? '';
	let out = '';
	let isFirst = true;
	for (let slot = 1; slot < call.args.length; slot++) {
		const value = anything(call, slot, context);
		if (typeof value === 'string') {
			if (value === '') continue;
			out = isFirst ? value : out + separator + value;
			isFirst = false;
		} else if (value !== null) {
			for (const element of asList(value)) {
				const part = asText(call, slot, element);
				if (part === '') continue;
				out = isFirst ? part : out + separator + part;
				isFirst = false;
			}
		}
		if (out.length > longestText) failCall(call, 'the text grows too long');
	}
	return out;
}

export const joinFunctions: readonly FunctionEntry[] = [
	{
		name: 'Append',
		family: 'Joining',
		parameters: [
			required('source', 'text', 'The text to begin with, usually an attribute.'),
			required('suffix', 'text', 'The text that is put behind it.')
		],
		slots: [2, 2],
		returns: 'text',
		description: 'Puts one text behind another. A null source yields the bare suffix: a known trap for addresses.',
		documented: 'reference',
		examples: [
			{
				expression: 'Append([mailNickname], "@contoso.com")',
				source: { mailNickname: 'ada' },
				gives: { value: 'ada@contoso.com' }
			},
			{ expression: 'Append([mailNickname], "@contoso.com")', gives: { value: '@contoso.com' } }
		],
		run: append
	},
	{
		name: 'Join',
		family: 'Joining',
		parameters: [
			required('separator', 'text', 'Stands between the values; may be empty.'),
			repeated('source', 'any', 'A value, or a list whose values are joined one by one.')
		],
		slots: [2, Infinity],
		returns: 'text',
		description:
			'Joins several values with a separator. Values that are null or empty are left out together with their separator.',
		documented: 'reference',
		examples: [
			{
				expression: 'Join(" ", [givenName], [middleName], [surname])',
				source: { givenName: 'Ada', surname: 'Byron' },
				gives: { value: 'Ada Byron' }
			},
			{
				expression: 'Join(",", [otherMails])',
				source: { otherMails: ['a@x.org', 'b@x.org'] },
				gives: { value: 'a@x.org,b@x.org' }
			}
		],
		run: join
	}
];
