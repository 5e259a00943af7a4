import { anything, single } from '../evaluate/call';
import { isComplex, isList, isNothing } from '../values/value';
import { type FunctionEntry, required } from './entry';

const expression = [required('expression', 'any', 'The value to look at, usually an attribute.')];

export const presenceFunctions: readonly FunctionEntry[] = [
	{
		name: 'IsNull',
		family: 'Presence',
		parameters: expression,
		slots: [1, 1],
		returns: 'boolean',
		description: 'True when there is no value. Empty text is a value, an empty list is none.',
		documented: 'reference',
		examples: [
			{ expression: 'IsNull([displayName])', gives: { value: 'True' } },
			{ expression: 'IsNull("")', gives: { value: 'False' } }
		],
		run: (call, context) => {
			const value = anything(call, 0, context);
			return value === null || (isList(value) && value.length === 0);
		}
	},
	{
		name: 'IsNullOrEmpty',
		family: 'Presence',
		parameters: expression,
		slots: [1, 1],
		returns: 'boolean',
		description: 'True for null and for empty text. A blank is a value.',
		documented: 'reference',
		examples: [{ expression: 'IsNullOrEmpty([displayName])', source: { displayName: '' }, gives: { value: 'True' } }],
		run: (call, context) => isNothing(anything(call, 0, context))
	},
	{
		name: 'IsPresent',
		family: 'Presence',
		parameters: expression,
		slots: [1, 1],
		returns: 'boolean',
		description: 'True when there is a value that is not empty.',
		documented: 'reference',
		examples: [{ expression: 'IsPresent([displayName])', source: { displayName: 'Ada' }, gives: { value: 'True' } }],
		run: (call, context) => !isNothing(anything(call, 0, context))
	},
	{
		name: 'IsString',
		family: 'Presence',
		parameters: expression,
		slots: [1, 1],
		returns: 'boolean',
		description: 'True when the value can be turned into one text.',
		documented: 'reference',
		examples: [
			{ expression: 'IsString([employeeNumber])', source: { employeeNumber: 1 }, gives: { value: 'True' } },
			{ expression: 'IsString([otherMails])', source: { otherMails: ['a', 'b'] }, gives: { value: 'False' } }
		],
		run: (call, context) => {
			const value = anything(call, 0, context);
			const only = isList(value) ? (value.length === 1 ? value[0]! : null) : value;
			return only !== null && !isComplex(only);
		}
	},
	{
		name: 'Not',
		family: 'Presence',
		parameters: [required('source', 'boolean', 'A boolean, or a text.')],
		slots: [1, 1],
		returns: 'boolean',
		description: 'False when the value is True, and True for everything else, null included.',
		documented: 'reference',
		examples: [
			{ expression: 'Not([IsSoftDeleted])', source: { IsSoftDeleted: false }, gives: { value: 'True' } },
			{ expression: 'Not([none])', gives: { value: 'True' } }
		],
		run: (call, context) => {
			const value = single(call, 0, context);
			return !(value === true || (typeof value === 'string' && value.toLowerCase() === 'true'));
		}
	}
];
