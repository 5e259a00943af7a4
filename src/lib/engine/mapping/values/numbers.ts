import { Instant, type Single } from './value';

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;
const decimalInteger = /^-?[0-9]+$/;
const hexInteger = /^&[Hh][0-9A-Fa-f]+$/;
const decimalFraction = /^-?[0-9]+\.[0-9]+$/;

/** The smaller kind that still holds the integer exactly. */
export function narrow(value: bigint): number | bigint {
	const small = Number(value);
	return Number.isSafeInteger(small) ? small : value;
}

export function fitsInt64(value: bigint): boolean {
	return value >= smallest && value <= largest;
}

function blankTrimmed(text: string): string {
	const first = text.charCodeAt(0);
	const last = text.charCodeAt(text.length - 1);
	return first > 32 && last > 32 ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}

/** V-005 for a text: digits with an optional minus, or &H and hex digits, surrounding blanks allowed. */
export function integerFromText(text: string): number | bigint | undefined {
	const digits = blankTrimmed(text);
	if (decimalInteger.test(digits)) {
		if (digits.length < 16) return Number(digits);
		const value = BigInt(digits);
		return fitsInt64(value) ? narrow(value) : undefined;
	}
	return hexInteger.test(digits) ? integerFromHex(digits.slice(2)) : undefined;
}

/** Sixteen hex digits are the 64 bits of a two's complement number. */
export function integerFromHex(digits: string): number | bigint | undefined {
	const value = BigInt(`0x${digits}`);
	return value < 2n ** 64n ? narrow(BigInt.asIntN(64, value)) : undefined;
}

/** V-005: where a number is expected. Undefined: it is none. */
export function toInteger(value: Single): number | bigint | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
	if (typeof value === 'bigint') return fitsInt64(value) ? value : undefined;
	return typeof value === 'string' ? integerFromText(value) : undefined;
}

/** A number or a numeric text, fractions included: what a comparison and a condition understand (V-006, G-021). */
export function toNumeric(value: Single): number | bigint | undefined {
	if (typeof value === 'number' || typeof value === 'bigint') return value;
	if (typeof value !== 'string' || value === '') return undefined;
	return integerFromText(value) ?? (decimalFraction.test(blankTrimmed(value)) ? Number(value) : undefined);
}

/** V-006 without the exceptions for empty text: null is false, zero is false, the words in any case. */
export function toBoolean(value: Single): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (value === null) return false;
	if (typeof value === 'string') {
		const word = value.length < 6 ? value.toLowerCase() : value;
		if (word === 'true') return true;
		if (word === 'false') return false;
	}
	if (value instanceof Instant) return undefined;
	const number = toNumeric(value);
	return number === undefined ? undefined : number != 0;
}
