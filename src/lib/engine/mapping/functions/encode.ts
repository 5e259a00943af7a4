import { asText, type Call, fail, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { fromBase64, toBase64 } from '../values/base64';
import { type FunctionEntry, optional, required } from './entry';

const utf8 = new TextEncoder();

/** The bytes of UTF-16, the low one first, without a byte-order mark. */
function utf16Bytes(source: string): Uint8Array {
	const bytes = new Uint8Array(source.length * 2);
	for (let index = 0; index < source.length; index++) {
		bytes[index * 2] = source.charCodeAt(index) & 255;
		bytes[index * 2 + 1] = source.charCodeAt(index) >> 8;
	}
	return bytes;
}

function convertFromBase64(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	const wanted = single(call, 1, context);
	if (source === null) return null;
	const bytes = fromBase64(source) ?? fail(call, 0, source, 'is not base64');
	switch (wanted === null ? 'Unicode' : asText(call, 1, wanted)) {
		case 'Unicode':
			return utf16Text(bytes);
		case 'ASCII':
			return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : '?')).join('');
		case 'UTF8':
			return new TextDecoder('utf-8').decode(bytes);
		default:
			return fail(call, 1, wanted, 'is none of Unicode, ASCII and UTF8');
	}
}

function utf16Text(bytes: Uint8Array): string {
	let out = '';
	for (let at = 0; at + 1 < bytes.length; at += 2) out += String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8));
	return bytes.length % 2 ? `${out}\ufffd` : out;
}

export const encodeFunctions: readonly FunctionEntry[] = [
	{
		name: 'ConvertToBase64',
		family: 'Encoding',
		parameters: [required('source', 'text', 'The text to encode.')],
		slots: [1, 1],
		returns: 'text',
		description: 'Base64 of the text in UTF-16, the low byte first.',
		documented: 'reference',
		examples: [{ expression: 'ConvertToBase64("Hello world!")', gives: { value: 'SABlAGwAbABvACAAdwBvAHIAbABkACEA' } }],
		run: (call, context) => {
			const source = text(call, 0, context);
			return source === null ? null : toBase64(utf16Bytes(source));
		}
	},
	{
		name: 'ConvertToUTF8Hex',
		family: 'Encoding',
		parameters: [required('source', 'text', 'The text to encode.')],
		slots: [1, 1],
		returns: 'text',
		description: 'The UTF-8 bytes of the text as hex digits in capitals.',
		documented: 'reference',
		examples: [{ expression: 'ConvertToUTF8Hex("Hello world!")', gives: { value: '48656C6C6F20776F726C6421' } }],
		run: (call, context) => {
			const source = text(call, 0, context);
			if (source === null) return null;
			return Array.from(utf8.encode(source), (byte) => byte.toString(16).padStart(2, '0'))
				.join('')
				.toUpperCase();
		}
	},
	{
		name: 'ConvertFromBase64',
		family: 'Encoding',
		profile: 'cloudSync',
		parameters: [
			required('source', 'text', 'The text in base64.'),
			optional('encoding', 'keyword', 'Unicode (the default), ASCII or UTF8.')
		],
		slots: [1, 2],
		returns: 'text',
		description: 'The text that was encoded in base64.',
		documented: 'cloud sync',
		examples: [
			{ expression: 'ConvertFromBase64("SABlAGwAbABvAA==")', gives: { value: 'Hello' } },
			{ expression: 'ConvertFromBase64("SGVsbG8=", UTF8)', gives: { value: 'Hello' } }
		],
		run: convertFromBase64
	}
];
