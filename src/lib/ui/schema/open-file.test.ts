import { describe, expect, it } from 'vitest';
import { decoded } from './open-file';

const utf16 = (text: string, little: boolean) =>
	Uint8Array.from(
		[...text].flatMap((sign) => {
			const [low, high] = [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8];
			return little ? [low, high] : [high, low];
		})
	);

describe('a file that is opened', () => {
	it('is read as UTF-8 or UTF-16, and keeps its byte order mark', () => {
		const text = '\ufeff{"name": "Łucja"}';
		expect(decoded(new TextEncoder().encode(text), 'a')).toBe(text);
		expect(decoded(new TextEncoder().encode(text.slice(1)), 'a')).toBe(text.slice(1));
		expect(decoded(utf16(text, true), 'a')).toBe(text);
		expect(decoded(utf16(text, false), 'a')).toBe(text);
		expect(decoded(utf16(text.slice(1), true), 'a')).toBe(text.slice(1));
		expect(decoded(utf16(text.slice(1), false), 'a')).toBe(text.slice(1));
	});

	it('is refused where it is no text', () => {
		expect(() => decoded(Uint8Array.of(0x7b, 0xc3, 0x28), 'picture.png')).toThrow('picture.png is not text in UTF-8');
	});
});
