import { asCount, type Call, fail, single, text } from '../evaluate/call';
import type { Context } from '../evaluate/context';
import { fromBase64 } from '../values/base64';
import { type FunctionEntry, required } from './entry';

/** A component reaches to the next comma that no backslash escapes. */
const component = /(?:[^\\,]|\\[^])*(?:,|$)/y;

function dnComponent(call: Call, context: Context): string | null {
	const dn = text(call, 0, context);
	const wanted = single(call, 1, context);
	if (dn === null) return null;
	const number = asCount(call, 1, wanted);
	component.lastIndex = 0;
	for (let left = number; left > 0; left--) {
		const found = component.lastIndex < dn.length ? component.exec(dn)?.[0] : undefined;
		if (found === undefined) break;
		if (left === 1) return valueOf(found.replace(/,$/, ''));
	}
	return fail(call, 1, wanted, 'is outside of the distinguished name');
}

/** What stands behind the equals sign, unescaped. */
function valueOf(part: string): string {
	const value = part.slice(part.indexOf('=') + 1).trim();
	return value.replace(/\\([0-9A-Fa-f]{2})|\\([^])/g, (_whole, hex: string | undefined, char: string) =>
		hex === undefined ? char : String.fromCharCode(parseInt(hex, 16))
	);
}

/** Revision, count, a 48-bit authority with the high byte first, and sub-authorities with the low byte first. */
function stringFromSid(call: Call, context: Context): string | null {
	const source = text(call, 0, context);
	if (source === null) return null;
	const bytes = fromBase64(source) ?? fail(call, 0, source, 'is not base64');
	const count = bytes[1] ?? 0;
	if (bytes.length < 8 + count * 4) fail(call, 0, source, 'is too short for a SID');
	if (bytes[0] !== 1) fail(call, 0, source, 'is no SID of revision 1');
	const authority = bytes.slice(2, 8).reduce((sum, byte) => sum * 256 + byte, 0);
	const parts = Array.from({ length: count }, (_, index) => {
		const at = 8 + index * 4;
		return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
	});
	return ['S', 1, authority, ...parts].join('-');
}

export const directoryFunctions: readonly FunctionEntry[] = [
	{
		name: 'DNComponent',
		family: 'Directory',
		profile: 'cloudSync',
		parameters: [
			required('dn', 'text', 'A distinguished name.'),
			required('number', 'number', 'Which component, counted from 1 at the left.')
		],
		slots: [2, 2],
		returns: 'text',
		description: 'The value of one component of a distinguished name.',
		documented: 'cloud sync',
		examples: [
			{
				expression: 'DNComponent([dn], 2)',
				source: { dn: 'cn=Joe,ou=Sales,dc=contoso,dc=com' },
				gives: { value: 'Sales' }
			}
		],
		run: dnComponent
	},
	{
		name: 'StringFromSid',
		family: 'Directory',
		profile: 'cloudSync',
		parameters: [required('bytes', 'text', 'A binary SID; here in base64.')],
		slots: [1, 1],
		returns: 'text',
		description: 'A security identifier as text.',
		documented: 'cloud sync',
		examples: [{ expression: 'StringFromSid("AQEAAAAAAAUSAAAA")', gives: { value: 'S-1-5-18' } }],
		run: stringFromSid
	},
	{
		name: 'CRef',
		family: 'Directory',
		profile: 'cloudSync',
		parameters: [required('value', 'text', 'A distinguished name.')],
		slots: [1, 1],
		returns: 'text',
		description: 'Passes a text on as reference.',
		documented: '',
		examples: [{ expression: 'CRef([dn])', source: { dn: 'cn=Joe' }, gives: { value: 'cn=Joe' } }],
		run: (call, context) => text(call, 0, context)
	}
];
