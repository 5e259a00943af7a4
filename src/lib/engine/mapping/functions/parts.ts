import { asCount, asText, type Call, fail, isFilled, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { invariantLower } from '../regex/casing';
import { type FunctionEntry, optional, required } from './entry';

/** Null gives empty text, and a negative number the whole text (N-003). */
function left(call: Call, context: Context): string {
	const source = text(call, 0, context);
	const wanted = single(call, 1, context);
	if (source === null) return '';
	const count = asCount(call, 1, wanted);
	return count < 0 ? source : source.slice(0, count);
}

function mid(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	const first = single(call, 1, context);
	const wanted = single(call, 2, context);
	if (source === null) return null;
	const start = asCount(call, 1, first);
	if (start < 1) fail(call, 1, first, 'is below 1');
	const length = asCount(call, 2, wanted);
	if (length < 0) fail(call, 2, wanted, 'is negative');
	return source.slice(start - 1, start - 1 + length);
}

/** Every character of the delimiters separates; runs of them make no empty words. */
function word(call: Call, context: Context): string {
	const source = text(call, 0, context);
	const wanted = single(call, 1, context);
	const delimiters = text(call, 2, context) ?? '';
	if (source === null) return '';
	let left = asCount(call, 1, wanted);
	for (let start = 0; start < source.length && left > 0;) {
		if (delimiters.includes(source[start]!)) {
			start++;
			continue;
		}
		let end = start + 1;
		while (end < source.length && !delimiters.includes(source[end]!)) end++;
		if (--left === 0) return source.slice(start, end);
		start = end;
	}
	return '';
}

function inStr(call: Call, context: Context): number {
	const source = text(call, 0, context);
	const wanted = text(call, 1, context);
	const from = single(call, 2, context);
	const compare = single(call, 3, context);
	const start = isFilled(call, 2) ? asCount(call, 2, from) : 1;
	if (start < 1) fail(call, 2, from, 'is below 1');
	const ignoreCase = ignoresCase(call, compare);
	if (source === null || source === '' || wanted === null || start > source.length) return 0;
	if (ignoreCase) return invariantLower(source).indexOf(invariantLower(wanted), start - 1) + 1;
	return source.indexOf(wanted, start - 1) + 1;
}

function ignoresCase(call: Call, compare: ReturnType<typeof single>): boolean {
	if (compare === null) return false;
	const name = asText(call, 3, compare);
	if (name === 'vbTextCompare') return true;
	return name === 'vbBinaryCompare' ? false : fail(call, 3, compare, 'is neither vbTextCompare nor vbBinaryCompare');
}

export const partFunctions: readonly FunctionEntry[] = [
	{
		name: 'Left',
		family: 'Parts of a text',
		parameters: [
			required('string', 'text', 'The text to cut.'),
			required('numChars', 'number', 'How many characters to keep; negative keeps all, 0 none.')
		],
		slots: [2, 2],
		returns: 'text',
		description: 'The first characters of a text. A shorter text is returned whole; null gives empty text.',
		documented: 'reference',
		examples: [
			{ expression: 'Left("John Doe", 3)', gives: { value: 'Joh' } },
			{ expression: 'Left([none], 3)', gives: { value: '' } }
		],
		run: left
	},
	{
		name: 'Mid',
		family: 'Parts of a text',
		parameters: [
			required('source', 'text', 'The text to cut.'),
			required('start', 'number', 'The place of the first character; the text begins at 1.'),
			required('length', 'number', 'How many characters; more than there are is the rest.')
		],
		slots: [3, 3],
		returns: 'text',
		description: 'Part of a text. A start behind the end gives empty text; a start below 1 is an error.',
		documented: 'reference',
		examples: [
			{ expression: 'Mid("John Doe", 3, 5)', gives: { value: 'hn Do' } },
			{ expression: 'Mid("abc", 0, 1)', gives: { error: 'eval' } }
		],
		run: mid
	},
	{
		name: 'Word',
		family: 'Parts of a text',
		parameters: [
			required('string', 'text', 'The text that contains words.'),
			required('wordNumber', 'number', 'Which word; the first one is 1.'),
			required('delimiters', 'text', 'Every character of it separates words.')
		],
		slots: [3, 3],
		returns: 'text',
		description: 'One word of a text; empty text when there are not so many words.',
		documented: 'reference',
		examples: [
			{ expression: 'Word("The quick brown fox", 3, " ")', gives: { value: 'brown' } },
			{
				expression: 'Word([userPrincipalName], 1, "@")',
				source: { userPrincipalName: 'ada@contoso.com' },
				gives: { value: 'ada' }
			}
		],
		run: word
	},
	{
		name: 'InStr',
		family: 'Parts of a text',
		parameters: [
			required('value1', 'text', 'The text to search in.'),
			required('value2', 'text', 'The text to search for.'),
			optional('start', 'number', 'Where the search begins; 1 when left out.'),
			optional('compareType', 'keyword', 'vbTextCompare ignores case, vbBinaryCompare (the default) does not.')
		],
		slots: [2, 4],
		returns: 'number',
		description: 'The place of the first occurrence of a text, counted from 1; 0 when it does not occur.',
		documented: 'reference',
		examples: [
			{ expression: 'InStr("The quick brown fox", "quick")', gives: { value: '5' } },
			{ expression: 'InStr("repEated", "e", 3, vbTextCompare)', gives: { value: '4' } }
		],
		run: inStr
	}
];
