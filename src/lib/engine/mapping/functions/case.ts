import { asText, type Call, fail, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { invariantLower, invariantUpper, upperChar } from '../regex/casing';
import { type FunctionEntry, optional, required } from './entry';

type Casing = 'lower' | 'upper';

/** Turkish and Azerbaijani have an i with and one without a dot, in both cases. */
function inCulture(call: Call, source: string, culture: string, casing: Casing): string {
	if (culture !== '' && !/^([A-Za-z]{2,3}|[A-Za-z]{5,8})(-[A-Za-z0-9]{1,8})*$/.test(culture)) {
		fail(call, 1, culture, 'is not the name of a culture');
	}
	const isTurkic = /^(tr|az)(-|$)/i.test(culture);
	if (casing === 'lower') {
		return invariantLower(isTurkic ? source.replaceAll('I', 'ı').replaceAll('İ', 'i') : source);
	}
	const prepared = isTurkic ? source.replaceAll('i', 'İ').replaceAll('ı', 'I') : source;
	return invariantUpper(prepared);
}

function change(casing: Casing): FunctionEntry['run'] {
	return (call, context) => {
		const source = text(call, 0, context);
		const culture = single(call, 1, context);
		if (source === null) return null;
		if (culture !== null) return inCulture(call, source, asText(call, 1, culture), casing);
		return casing === 'lower' ? invariantLower(source) : invariantUpper(source);
	};
}

function pCase(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	const separators = text(call, 1, context);
	if (source === null) return null;
	const lower = invariantLower(source);
	return separators === null ? titleCase(lower) : capitalizeAfter(lower, separators);
}

function capitalizeAfter(lower: string, separators: string): string {
	let out = '';
	let starts = true;
	for (const char of lower) {
		out += starts ? upperChar(char) : char;
		starts = separators.includes(char);
	}
	return out;
}

const letter = /\p{L}/u;
const endsWord = /[\p{Z}\p{Cc}\p{Cf}\p{Pc}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}\p{Sm}\p{Sc}\p{Sk}\p{So}]/u;

/** .NET's title casing: only a letter starts a word, and an apostrophe within a word belongs to it. */
function titleCase(lower: string): string {
	let out = '';
	let inWord = false;
	for (const char of lower) {
		if (inWord) inWord = char === "'" || !endsWord.test(char);
		if (!inWord && letter.test(char)) {
			out += upperChar(char);
			inWord = true;
		} else out += char;
	}
	return out;
}

const culture = optional(
	'culture',
	'text',
	'The name of a culture such as tr-TR; the invariant culture when left out.'
);

export const caseFunctions: readonly FunctionEntry[] = [
	{
		name: 'ToLower',
		family: 'Letter case',
		parameters: [required('source', 'text', 'The text to change.'), culture],
		slots: [1, 2],
		returns: 'text',
		description: 'The text in lower case, by the rules of a culture if one is given.',
		documented: 'reference',
		examples: [
			{ expression: 'ToLower("John.Smith@Contoso.com")', gives: { value: 'john.smith@contoso.com' } },
			{ expression: 'ToLower("TITLE", "tr-TR")', gives: { value: 'tıtle' } }
		],
		run: change('lower')
	},
	{
		name: 'ToUpper',
		family: 'Letter case',
		parameters: [required('source', 'text', 'The text to change.'), culture],
		slots: [1, 2],
		returns: 'text',
		description:
			'The text in upper case, by the rules of a culture if one is given. One character stays one character.',
		documented: 'reference',
		examples: [
			{ expression: 'ToUpper("straße")', gives: { value: 'STRAßE' } },
			{ expression: 'ToUpper("title", "tr-TR")', gives: { value: 'TİTLE' } }
		],
		run: change('upper')
	},
	{
		name: 'PCase',
		family: 'Letter case',
		parameters: [
			required('source', 'text', 'The text to change.'),
			optional('wordSeparators', 'text', 'Only these characters separate words; punctuation and symbols when left out.')
		],
		slots: [1, 2],
		returns: 'text',
		description: 'Every word with one capital at its beginning and the rest in lower case.',
		documented: 'reference',
		examples: [
			{ expression: 'PCase("PABLO GONSALVES (SECOND)")', gives: { value: 'Pablo Gonsalves (Second)' } },
			{ expression: 'PCase("PINTO-DE\'SILVA", " \'-")', gives: { value: "Pinto-De'Silva" } }
		],
		run: pCase
	}
];
