import { anything, asCount, asText, type Call, fail, list, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { isComplex, isList, type List, type Single } from '../values/value';
import { trimmed } from '../values/white';
import { type FunctionEntry, optional, required } from './entry';

/** Elements are trimmed, as the documented output shows; empty ones are dropped. */
function split(call: Call, context: Context): List | null {
	const source = text(call, 0, context);
	const delimiter = text(call, 1, context) ?? '';
	if (source === null) return null;
	const parts = delimiter === '' ? [source] : source.split(delimiter);
	return parts.map(trimmed).filter((part) => part !== '');
}

function item(call: Call, context: Context): Single {
	const elements = list(call, 0, context);
	const wanted = single(call, 1, context);
	const index = asCount(call, 1, wanted);
	if (index < 1 || index > elements.length)
		fail(call, 1, wanted, `is outside of the list, which has ${elements.length}`);
	return elements[index - 1]!;
}

function count(call: Call, context: Context): number {
	return list(call, 0, context).length;
}

/** The first occurrence stays; letter case counts. */
function removeDuplicates(call: Call, context: Context): List | null {
	const value = anything(call, 0, context);
	if (value === null) return null;
	if (!isList(value)) return [value];
	const seen = new Set<string>();
	return value.filter((element) => {
		const key = isComplex(element) ? JSON.stringify(element) : element === null ? '\0' : asText(call, 0, element);
		return !seen.has(key) && seen.add(key);
	});
}

function contains(call: Call, context: Context): number {
	const elements = list(call, 0, context);
	const wanted = text(call, 1, context);
	if (wanted === null) return 0;
	return elements.findIndex((element) => element !== null && asText(call, 0, element).includes(wanted)) + 1;
}

export const listFunctions: readonly FunctionEntry[] = [
	{
		name: 'Split',
		family: 'Lists',
		parameters: [
			required('source', 'text', 'The text to cut.'),
			required('delimiter', 'text', 'Where to cut; a longer text counts as a whole.')
		],
		slots: [2, 2],
		returns: 'list',
		description: 'Cuts a text into a list. The pieces lose white space at their ends, and empty pieces are dropped.',
		documented: 'reference',
		examples: [
			{
				expression: 'Split([extensionAttribute5], ",")',
				source: { extensionAttribute5: 'PermissionSetOne, PermissionSetTwo' },
				gives: { value: ['PermissionSetOne', 'PermissionSetTwo'] }
			}
		],
		run: split
	},
	{
		name: 'Item',
		family: 'Lists',
		parameters: [
			required('attribute', 'list', 'The list; a single value counts as a list of one.'),
			required('index', 'number', 'Which element; the first one is 1.')
		],
		slots: [2, 2],
		returns: 'any',
		description: 'One element of a list. An index outside of the list is an error.',
		documented: 'reference',
		examples: [
			{
				expression: 'Item(Split([userPrincipalName], "@"), 2)',
				source: { userPrincipalName: 'ada@contoso.com' },
				gives: { value: 'contoso.com' }
			},
			{ expression: 'Item([none], 1)', gives: { error: 'eval' } }
		],
		run: item
	},
	{
		name: 'Count',
		family: 'Lists',
		parameters: [required('attribute', 'list', 'The list.')],
		slots: [1, 1],
		returns: 'number',
		description: 'How many elements a list has: none for null, one for a single value.',
		documented: 'reference',
		examples: [
			{ expression: 'Count([proxyAddresses])', source: { proxyAddresses: ['a', 'b'] }, gives: { value: '2' } }
		],
		run: count
	},
	{
		name: 'RemoveDuplicates',
		family: 'Lists',
		parameters: [required('attribute', 'list', 'The list.')],
		slots: [1, 1],
		returns: 'list',
		description: 'The list without repeated values; the first of them stays.',
		documented: 'reference',
		examples: [
			{ expression: 'RemoveDuplicates([m])', source: { m: ['a', 'b', 'a', 'A'] }, gives: { value: ['a', 'b', 'A'] } }
		],
		run: removeDuplicates
	},
	{
		name: 'Contains',
		family: 'Lists',
		profile: 'cloudSync',
		parameters: [
			required('list', 'list', 'The list to search in.'),
			required('text', 'text', 'The text to search for in each element.'),
			optional('compareType', 'any', 'Accepted, without effect.')
		],
		slots: [2, 3],
		returns: 'number',
		description: 'The place of the first element that contains a text, counted from 1; 0 when there is none.',
		documented: '',
		examples: [
			{
				expression: 'Contains([proxyAddresses], "SMTP:")',
				source: { proxyAddresses: ['smtp:b', 'SMTP:a'] },
				gives: { value: '2' }
			}
		],
		run: contains
	}
];
