import { anything, asText, type Call, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { withoutDiacritics } from '../tables/diacritics';
import { isList, type List } from '../values/value';
import { trimmed } from '../values/white';
import { type FunctionEntry, required } from './entry';

function normalizeDiacritics(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	return source === null ? null : withoutDiacritics(source);
}

/** Only U+0020: a tab and a no-break space stay. */
function stripSpaces(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	return source === null || !source.includes(' ') ? source : source.replaceAll(' ', '');
}

function trim(call: Call, context: Context): string | null | List {
	const value = anything(call, 0, context);
	if (value === null) return null;
	if (isList(value)) return value.map((element) => (element === null ? null : trimmed(asText(call, 0, element))));
	return trimmed(asText(call, 0, value));
}

export const cleanFunctions: readonly FunctionEntry[] = [
	{
		name: 'NormalizeDiacritics',
		family: 'Cleaning',
		parameters: [required('source', 'text', 'The text with diacritics.')],
		slots: [1, 1],
		returns: 'text',
		description:
			'Replaces the letters with diacritics that the service knows by plain letters; ø becomes oe, ß becomes ss. Letters outside its table stay.',
		documented: 'reference',
		examples: [
			{
				expression: 'NormalizeDiacritics("Großmann Ærøskøbing Łódź")',
				gives: { value: 'Grossmann AEroeskoebing Lodz' }
			},
			{ expression: 'NormalizeDiacritics("Nguyễn Đức")', gives: { value: 'Nguyễn Đức' } }
		],
		run: normalizeDiacritics
	},
	{
		name: 'StripSpaces',
		family: 'Cleaning',
		parameters: [required('source', 'text', 'The text with blanks.')],
		slots: [1, 1],
		returns: 'text',
		description: 'Removes every blank of a text; other white space stays.',
		documented: 'reference',
		examples: [{ expression: 'StripSpaces(" van der  Berg")', gives: { value: 'vanderBerg' } }],
		run: stripSpaces
	},
	{
		name: 'Trim',
		family: 'Cleaning',
		profile: 'cloudSync',
		parameters: [required('value', 'any', 'A text, or a list of texts.')],
		slots: [1, 1],
		returns: 'text or list',
		description: 'Removes white space at both ends, for each value of a list.',
		documented: 'cloud sync',
		examples: [{ expression: 'Trim(" Test ")', gives: { value: 'Test' } }],
		run: trim
	}
];
