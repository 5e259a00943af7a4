import {
	addInterval,
	difference,
	directoryNumber,
	fromDirectoryNumber,
	type Interval,
	isInterval
} from '../dates/arithmetic';
import { readDate, readIso } from '../dates/read';
import { asCount, asDate, asInteger, asText, type Call, fail, failCall, single } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { narrow } from '../values/numbers';
import { Instant, type Single } from '../values/value';
import { type FunctionEntry, required } from './entry';

function cDate(call: Call, context: Context): Instant {
	const value = single(call, 0, context);
	if (value instanceof Instant) return value;
	if (value === null) fail(call, 0, value, 'is no date; guard it with a placeholder');
	return readDate(asText(call, 0, value)) ?? fail(call, 0, value, 'is not a date that CDate reads');
}

function asInterval(call: Call, value: Single): Interval {
	const code = value === null ? '' : asText(call, 0, value);
	return isInterval(code) ? code : fail(call, 0, value, 'is none of yyyy, m, d, ww, h, n and s');
}

function dateAdd(call: Call, context: Context): Instant {
	const interval = single(call, 0, context);
	const value = single(call, 1, context);
	const date = single(call, 2, context);
	const sum = addInterval(asInterval(call, interval), asCount(call, 1, value), asDate(call, 2, date));
	return sum ?? failCall(call, 'the result is outside the years 1 to 9999');
}

function dateDiff(call: Call, context: Context): number {
	const interval = single(call, 0, context);
	const date1 = single(call, 1, context);
	const date2 = single(call, 2, context);
	return difference(asInterval(call, interval), asDate(call, 1, date1), asDate(call, 2, date2));
}

function dateFromNum(call: Call, context: Context): Instant | null {
	const value = single(call, 0, context);
	if (value === null) return null;
	const date = fromDirectoryNumber(BigInt(asInteger(call, 0, value)));
	return date ?? fail(call, 0, value, 'is outside the years 1601 to 9999');
}

function numFromDate(call: Call, context: Context): number | bigint | null {
	const value = single(call, 0, context);
	if (value === null) return null;
	const date = value instanceof Instant ? value : readIso(asText(call, 0, value));
	if (!date) fail(call, 0, value, 'is not a date in ISO 8601');
	const number = directoryNumber(date);
	return number < 0n ? fail(call, 0, value, 'is before the year 1601') : narrow(number);
}

const intervalDoc = 'yyyy year, m month, d day, ww week, h hour, n minute, s second.';
const dateDoc = 'A date, usually from CDate or Now.';

export const dateFunctions: readonly FunctionEntry[] = [
	{
		name: 'CDate',
		family: 'Dates',
		parameters: [required('expression', 'text', 'A date such as 2020-03-16-07:00 or 8/25/2021 5:41:18 PM.')],
		slots: [1, 1],
		returns: 'date',
		description: 'Reads a text as date, in UTC. Null, empty and unreadable texts are errors.',
		documented: 'reference',
		examples: [
			{
				expression: 'CDate([StatusHireDate])',
				source: { StatusHireDate: '2020-03-16-07:00' },
				gives: { value: '3/16/2020 7:00:00 AM' }
			},
			{ expression: 'CDate([none])', gives: { error: 'eval' } }
		],
		run: cDate
	},
	{
		name: 'DateAdd',
		family: 'Dates',
		parameters: [
			required('interval', 'text', intervalDoc),
			required('value', 'number', 'How many of them; negative goes back.'),
			required('dateTime', 'date', dateDoc)
		],
		slots: [3, 3],
		returns: 'date',
		description: 'Moves a date. Months and years keep the day, or take the last day of a shorter month.',
		documented: 'reference',
		examples: [
			{ expression: 'DateAdd("d", -10, CDate("2012-03-16-07:00"))', gives: { value: '3/6/2012 7:00:00 AM' } },
			{ expression: 'DateAdd("m", -1, CDate("2024-03-31"))', gives: { value: '2/29/2024 12:00:00 AM' } }
		],
		run: dateAdd
	},
	{
		name: 'DateDiff',
		family: 'Dates',
		parameters: [
			required('interval', 'text', intervalDoc),
			required('date1', 'date', dateDoc),
			required('date2', 'date', 'The other date; the result is positive when it is the later one.')
		],
		slots: [3, 3],
		returns: 'number',
		description:
			'The difference of two dates: elapsed days and shorter units, calendar months and years, weeks from Sunday to Sunday.',
		documented: 'reference',
		examples: [
			{
				expression: 'DateDiff("d", Now(), CDate([hireDate]))',
				source: { hireDate: '2025-08-10' },
				context: { now: '2025-07-30T12:00:00Z' },
				gives: { value: '10' }
			},
			{ expression: 'DateDiff("m", CDate("2021-01-31"), CDate("2021-02-01"))', gives: { value: '1' } }
		],
		run: dateDiff
	},
	{
		name: 'Now',
		family: 'Dates',
		parameters: [],
		slots: [0, 0],
		returns: 'date',
		description: 'The present instant, in UTC; the same for the whole expression.',
		documented: 'reference',
		examples: [
			{ expression: 'Now()', context: { now: '2021-07-02T15:33:38Z' }, gives: { value: '7/2/2021 3:33:38 PM' } }
		],
		run: (_call, context) => new Instant(context.now)
	},
	{
		name: 'DateFromNum',
		family: 'Dates',
		parameters: [required('value', 'number', 'A number of Active Directory: 100 ns steps since 1601.')],
		slots: [1, 1],
		returns: 'date',
		description:
			'The date of an Active Directory number. The value that stands for "never" is beyond all dates, so it is an error.',
		documented: 'reference',
		examples: [
			{
				expression: 'DateFromNum([accountExpires])',
				source: { accountExpires: '129699324000000000' },
				gives: { value: '1/1/2012 11:00:00 PM' }
			}
		],
		run: dateFromNum
	},
	{
		name: 'NumFromDate',
		family: 'Dates',
		parameters: [required('value', 'date', 'A date, or a text in ISO 8601.')],
		slots: [1, 1],
		returns: 'number',
		description: 'The Active Directory number of a date.',
		documented: 'reference',
		examples: [{ expression: 'NumFromDate("2012-01-02T07:00:00+08:00")', gives: { value: '129699324000000000' } }],
		run: numFromDate
	}
];
