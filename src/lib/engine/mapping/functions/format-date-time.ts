import { formatInstant } from '../dates/format';
import { formatTokens, type Token } from '../dates/pattern';
import { readDate } from '../dates/read';
import { readExact } from '../dates/read-exact';
import { defaultStyles, readStyles, type Styles } from '../dates/styles';
import { asText, type Call, fail, isFilled, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { Instant, type Single } from '../values/value';
import { type FunctionEntry, optional, required } from './entry';

/** Four slots; or three, the older form without styles, which may leave the input format empty. */
function formatDateTime(call: Call, context: Context): string | null {
	const isShort = call.args.length === 3;
	const inputSlot = isShort ? 1 : 2;
	const source = single(call, 0, context);
	const styles = isShort ? null : text(call, 1, context);
	const input = text(call, inputSlot, context);
	const output = text(call, inputSlot + 1, context);
	if (source === null || source === '') return null;
	const instant = isFilled(call, inputSlot)
		? readByFormat(call, source, tokensOf(call, inputSlot, input), stylesOf(call, styles), context)
		: readFreely(call, source);
	// An empty output format means the general one, as in .NET.
	return formatInstant(instant, tokensOf(call, inputSlot + 1, output || 'G'));
}

/** A date value is printed and read again; when its text does not fit the format, the value itself is used. */
function readByFormat(call: Call, source: Single, tokens: readonly Token[], styles: Styles, context: Context): Instant {
	const written = asText(call, 0, source);
	const instant = readExact(written, tokens, styles, context.now);
	if (instant) return instant;
	return source instanceof Instant ? source : fail(call, 0, source, 'does not fit the input format');
}

function readFreely(call: Call, source: Single): Instant {
	if (source instanceof Instant) return source;
	return readDate(asText(call, 0, source)) ?? fail(call, 0, source, 'is not a date that CDate reads');
}

function tokensOf(call: Call, slot: number, format: string | null): readonly Token[] {
	if (format === null || format === '') fail(call, slot, format, 'is no format');
	const tokens = formatTokens(format);
	return typeof tokens === 'string' ? fail(call, slot, format, `is no valid format: ${tokens}`) : tokens;
}

function stylesOf(call: Call, names: string | null): Styles {
	if (names === null || names === '') return defaultStyles;
	const styles = readStyles(names);
	return typeof styles === 'string'
		? fail(call, 1, names, `names the unknown style ${JSON.stringify(styles)}`)
		: styles;
}

const source = required('source', 'text', 'The date as text, or a date value.');
const outputFormat = required('outputFormat', 'text', 'A .NET date format, such as yyyy-MM-dd.');

export const formatDateTimeFunctions: readonly FunctionEntry[] = [
	{
		name: 'FormatDateTime',
		family: 'Dates',
		parameters: [
			source,
			optional('dateTimeStyles', 'text', '.NET DateTimeStyles names, separated by commas; they replace the default.'),
			required('inputFormat', 'text', 'The .NET format that source is written in; it must fit exactly.'),
			outputFormat
		],
		shortForm: {
			slots: 3,
			parameters: [
				source,
				optional('inputFormat', 'text', 'The .NET format of source; may be empty for a date value.'),
				outputFormat
			]
		},
		slots: [3, 4],
		returns: 'text',
		description:
			'Writes a date in another format. An offset in the input moves the value to UTC, so the day may change.',
		documented: 'reference',
		examples: [
			{
				expression: 'FormatDateTime([extensionAttribute1], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
				source: { extensionAttribute1: '20150123105347.1Z' },
				gives: { value: '2015-01-23' }
			},
			{
				expression: 'FormatDateTime(DateFromNum([pwdLastSet]), , "yyyyMMddHHmmss.0Z")',
				source: { pwdLastSet: '129699324000000000' },
				gives: { value: '20120101230000.0Z' }
			}
		],
		run: formatDateTime
	}
];
