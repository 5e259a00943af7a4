import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { readShared, Unreadable, type Shared } from './shared';

/** The codec's name stands before its payload, so that a link of today can be read when there is a better one. */
const CODEC = 'p1';
/** What a link may grow to when it is unpacked. */
const LIMIT = 16 * 1024 * 1024;
/** A script of the scenario language: as much as the engine reads. */
const SCRIPT = 's1';
const SCRIPT_LIMIT = 200_000;
const STEP = 4096;

/** A session as the part of an address behind `#`. */
export function encodeLink(shared: Shared): string {
	return `${CODEC}:${toBase64Url(deflateSync(strToU8(JSON.stringify(shared)), { level: 9 }))}`;
}

/** Reads what a stranger may have sent, and says where and why it cannot be read. */
export function decodeLink(link: string): Shared {
	return readShared(parse(unpack(payloadOf(link, CODEC, 'a session'), LIMIT)));
}

/** A script as the part of an address behind `#`. */
export function encodeScript(text: string): string {
	if (text.length > SCRIPT_LIMIT)
		throw new Unreadable(`This script is too long for a link: ${text.length} characters, at most ${SCRIPT_LIMIT}.`);
	return `${SCRIPT}:${toBase64Url(deflateSync(strToU8(text), { level: 9 }))}`;
}

/** The script that a link carries, as a text to be looked at: reading it runs nothing. */
export function decodeScript(link: string): string {
	return unpack(payloadOf(link, SCRIPT, 'a script'), SCRIPT_LIMIT);
}

function payloadOf(link: string, wanted: string, what: string): Uint8Array {
	const text = link.trim();
	const colon = text.indexOf(':');
	if (colon < 1) throw new Unreadable(`This is not a link to ${what}: it names no codec.`);
	const codec = text.slice(0, colon);
	if (codec !== wanted)
		throw new Unreadable(`This link is written in "${codec.slice(0, 20)}", which this version does not know.`);
	return fromBase64Url(text.slice(colon + 1));
}

/** Unpacks in small steps, so that a few bytes which unpack to gigabytes are noticed at the first megabytes. */
function unpack(bytes: Uint8Array, limit: number): string {
	const parts: Uint8Array[] = [];
	let total = 0;
	let isComplete = false;
	const stream = new Inflate((part, final) => {
		total += part.length;
		parts.push(part);
		isComplete = final;
	});
	try {
		for (let from = 0; from < bytes.length && total <= limit; from += STEP)
			stream.push(bytes.subarray(from, from + STEP), from + STEP >= bytes.length);
	} catch {
		isComplete = false;
	}
	if (total > limit) throw new Unreadable(`This link is too large: more than ${limit} characters.`);
	if (!isComplete) throw new Unreadable('This link is damaged: it cannot be unpacked. Was all of it copied?');
	const whole = new Uint8Array(total);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return strFromU8(whole);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Unreadable(`This link is damaged: ${error instanceof Error ? error.message : 'no JSON'}`);
	}
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Map([...alphabet].map((letter, value) => [letter, value]));

function toBase64Url(bytes: Uint8Array): string {
	const letters: string[] = [];
	for (let i = 0; i < bytes.length; i += 3) {
		const left = Math.min(3, bytes.length - i);
		const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
		for (let k = 0; k <= left; k++) letters.push(alphabet[(three >> (18 - 6 * k)) & 63]!);
	}
	return letters.join('');
}

function fromBase64Url(text: string): Uint8Array {
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let bits = 0;
	let held = 0;
	let n = 0;
	for (let i = 0; i < text.length; i++) {
		const value = values.get(text[i]!);
		if (value === undefined)
			throw new Unreadable(`This link is damaged: "${text[i]}" at place ${i + 1} of its payload.`);
		held = ((held << 6) | value) & 0xffff;
		bits += 6;
		if (bits >= 8) bytes[n++] = (held >> (bits -= 8)) & 0xff;
	}
	return bytes.subarray(0, n);
}
