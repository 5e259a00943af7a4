import { describe, expect, it } from 'vitest';
import type { Json } from '../../base';
import '.';
import { evaluateExpression } from '../evaluate/expression';

const now = '2025-07-30T12:00:00Z';
const fails = { error: 'eval' };
const unread = { error: 'parse' };

function give(rows: readonly (readonly [string, unknown, { [name: string]: Json }?])[]): void {
	for (const [expression, wanted, source = {}] of rows) {
		const result = evaluateExpression(expression, { source, now });
		if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted))
			expect(result, expression).toMatchObject(wanted);
		else expect(result, expression).toEqual({ value: wanted });
	}
}

describe('functions at their edges', () => {
	it('fn:Left, fn:Mid, fn:Word, fn:InStr: places, lengths and what lies beyond', () => {
		give([
			['Left("abc", -1)', 'abc'],
			['Left("abc", 0)', ''],
			['Left([n], 2)', '12', { n: 12345 }],
			['Mid("abc", 3, 1)', 'c'],
			['Mid("abc", 4, 1)', ''],
			['Mid("abc", 0, 1)', fails],
			['Mid("abc", "2", "9")', 'bc'],
			['Word("a,b;c", 2, ",;")', 'b'],
			['Word("abc", 1, ",")', 'abc'],
			['Word("abc", 2, ",")', ''],
			['Word("", 1, ",")', ''],
			['Word("abc", 1, "")', 'abc'],
			['InStr("abc", "")', '1'],
			['InStr("abc", "", 3)', '3'],
			['InStr("", "")', '0'],
			['InStr("abc", "c", "2")', '3'],
			['InStr("abc", "C", , vbTextCompare)', '3'],
			['InStr("abc", "C", , "vbtextcompare")', fails],
			['InStr("abc", "a", -1)', fails],
			['InStr("abc", [none])', '0']
		]);
	});
	it('fn:ToLower, fn:ToUpper: invariant case keeps the length, a culture has its own letters', () => {
		give([
			['ToLower("İ")', 'İ'],
			['ToUpper("ı")', 'ı'],
			['ToUpper("ŉ")', 'ŉ'],
			['ToLower("ΑΣ")', 'ας'.replace('ς', 'σ')],
			['ToLower("Iİ", "tr-TR")', 'ıi'],
			['ToLower("I", "az")', 'ı'],
			['ToLower("I", "")', 'i'],
			['ToLower("I", [none])', 'i'],
			['ToLower("A", "en_US")', fails],
			['ToLower("A", "x")', fails],
			['ToUpper(12)', '12']
		]);
	});
	it('fn:PCase: words start at letters, and separators can be chosen', () => {
		give([
			['PCase("3rd street 2b")', '3Rd Street 2B'],
			['PCase("d\'ARTAGNAN")', "D'artagnan"],
			['PCase("\'tis")', "'Tis"],
			['PCase("a_b–c…d")', 'A_B–C…D'],
			['PCase("MARY ANN", "")', 'Mary ann'],
			['PCase("mary ann-lee", "-")', 'Mary ann-Lee'],
			['PCase("")', ''],
			['PCase("éMILE zOLA")', 'Émile Zola'],
			['PCase("abc1def")', 'Abc1def']
		]);
	});
	it('fn:NormalizeDiacritics: composes first, takes the longest entry, and leaves what is not in the table', () => {
		give([
			['NormalizeDiacritics([s])', 'e', { s: 'e\u0301' }],
			['NormalizeDiacritics("œ đ ỳ þ ħ")', 'œ đ ỳ þ ħ'],
			['NormalizeDiacritics([s])', 'oe', { s: 'œ\u0304' }],
			['NormalizeDiacritics("")', ''],
			['NormalizeDiacritics("ồ")', 'ồ']
		]);
	});
	it('fn:Trim: takes all white space of Unicode from both ends, also of every element, and no more', () => {
		const white = ['\t', '\u0085', '\u00a0', '\u1680', '\u2009', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000'];
		for (const one of white) give([['Trim([a])', 'a b', { a: `${one}a b${one}` }]]);
		give([
			['Trim([a])', '\ufeffa\u200b', { a: ' \ufeffa\u200b ' }],
			['Trim([a])', ['a', '', 'b'], { a: [' a', ' ', 'b '] }],
			['Trim([a])', '', { a: ' ' }]
		]);
	});

	it('fn:Split, fn:Item, fn:Count, fn:RemoveDuplicates: lists', () => {
		give([
			['Split("", ",")', []],
			['Split(" a ", "")', ['a']],
			['Split("a b", ",")', ['a b']],
			['Split(", ,", ",")', []],
			['Item("x", 1)', 'x'],
			['Item([m], 0)', fails, { m: ['a'] }],
			['Item([m], -1)', fails, { m: ['a'] }],
			['Count("")', '1'],
			['Count([m])', '0', { m: [] }],
			['RemoveDuplicates([m])', ['1'], { m: [1, '1'] }]
		]);
	});
	it('fn:Replace: the filled slots form a mode, and oldValue decides', () => {
		give([
			['Replace("a.b.c", ".", , , "-")', 'a-b-c'],
			['Replace("$1", "$1", , , "$&")', '$&'],
			['Replace("aXbX", "X", "a", , "-")', 'a-b-'],
			['Replace("j", "<u>", , , "k", , "<u>@x")', 'j'],
			['Replace("j", "<u>", , , , , "<u>@<u>")', 'j@j'],
			['Replace([none], "<u>", , , , , "<u>@x")', null],
			['Replace("a")', unread],
			['Replace("a", , "b")', unread],
			['Replace("a", , "b", "c")', unread],
			['Replace("a", , , , "c")', unread],
			['Replace("a", , , , , , "t")', unread],
			['Replace("a", , "b", , , [m])', unread],
			['Replace("abc", , "", , "-")', '-a-b-c-'],
			['Replace("abc", , [none], , "-")', fails],
			['Replace("abc", [none], , , "-")', fails],
			['Replace([t], , "(?<n>[0-9]+)", "n", , [m], )', '42', { m: 'a42' }],
			['Replace([t], , "(?<n>[0-9]+)", "n", , [m], )', null, { m: 'abc' }],
			['Replace([t], , "(?<n>[0-9]+)", "n", , [m], )', null],
			['Replace([t], , "(?<n>[0-9]+)", "n", , [m], )', 'x', { t: 'x', m: 'a42' }],
			['Replace("a1b2", , "(?<n>[0-9])", "n", "$1")', 'a$1b$1'],
			['Replace("ab", , "(a+)+$", , "")', 'ab']
		]);
	});
	it('fn:CDate: reads the listed forms and nothing else', () => {
		give([
			['CDate("2021/08/24")', '8/24/2021 12:00:00 AM'],
			['CDate("2021-08-24T9:05")', '8/24/2021 9:05:00 AM'],
			['CDate("2021-08-24T13:05:09+0530")', '8/24/2021 7:35:09 AM'],
			['CDate("1/2/2021 12:00 am")', '1/2/2021 12:00:00 AM'],
			['CDate("1/2/2021 23:59")', '1/2/2021 11:59:00 PM'],
			['CDate("1/2/2021 13:00 PM")', fails],
			['CDate("2021-8-4")', fails],
			['CDate("2021-08-24T24:00")', fails],
			['CDate("2021-08-24T10:60")', fails],
			['CDate("2021-13-01")', fails],
			['CDate("0000-01-01")', fails],
			['CDate("2021-08-24+15:00")', fails],
			['CDate("24 Aug 2021")', fails],
			['CDate("20210824")', fails],
			['CDate("2020-02-29")', '2/29/2020 12:00:00 AM'],
			['CDate("2000-02-29")', '2/29/2000 12:00:00 AM'],
			['CDate("1900-02-29")', fails],
			['CDate("2021-04-31")', fails],
			['CDate("2021-06-31")', fails],
			['CDate("2021-09-31")', fails],
			['CDate("2021-11-31")', fails],
			['CDate("2021-12-31")', '12/31/2021 12:00:00 AM'],
			['CDate("0001-01-01T00:00:00+01:00")', fails]
		]);
	});
	it('fn:DateAdd, fn:DateDiff: calendar and elapsed time, within the years 1 to 9999', () => {
		give([
			['DateAdd("ww", -1, "2021-01-03")', '12/27/2020 12:00:00 AM'],
			['DateAdd("m", 1, "2021-01-31")', '2/28/2021 12:00:00 AM'],
			['DateAdd("yyyy", 8000, Now())', fails],
			['DateAdd("m", "9999999999999", Now())', fails],
			['DateAdd("D", 1, Now())', fails],
			['DateAdd("s", "1.5", Now())', fails],
			['DateAdd("n", 1440, "2021-12-31T00:00:30")', '1/1/2022 12:00:30 AM'],
			['DateDiff("s", "2021-01-01", "2021-01-01T00:00:59")', '59'],
			['DateDiff("h", "2021-01-01T01:59", "2021-01-01")', '-1'],
			['DateDiff("n", "2021-01-01T00:00:30", "2021-01-01")', '0'],
			['DateDiff("YYYY", Now(), Now())', fails],
			['DateDiff("ww", CDate("8/25/2021 5:41:18 PM"), CDate("2012-03-16-07:00"))', '-493']
		]);
	});
	it('fn:DateFromNum, fn:NumFromDate: directory numbers', () => {
		give([
			['DateFromNum("9223372036854775807")', fails],
			['DateFromNum(-1)', fails],
			['DateFromNum("x")', fails],
			['NumFromDate("1601-01-01")', '0'],
			['NumFromDate("1601-01-01T00:00:00.0000001Z")', '1'],
			['NumFromDate("12/31/2020")', fails],
			['NumFromDate("")', fails],
			['NumFromDate("2020-12-31 23:59:59")', '132539327990000000'],
			['NumFromDate("2021/08/24")', fails]
		]);
	});
	it('D-004: the letters of a custom format, on output', () => {
		const out = (format: string, wanted: unknown) =>
			[`FormatDateTime("2021-08-04T05:06:07.0890000", , "yyyy-MM-ddTHH:mm:ss.fffffff", "${format}")`, wanted] as const;
		give([
			out('d dd ddd dddd', '4 04 Wed Wednesday'),
			out('M MM MMM MMMM', '8 08 Aug August'),
			out('y- yy yyy yyyy', '21- 21 2021 2021'),
			out('h hh H HH', '5 05 5 05'),
			out('m:mm s:ss', '6:06 7:07'),
			out('f ff fff ffff', '0 08 089 0890'),
			out('s.FFFF', '7.089'),
			out('s.F!', '7!'),
			out('t tt', 'A AM'),
			out('z zz zzz', '+0 +00 +00:00'),
			out('HHK', '05'),
			out('\'d\' \\\\d \\"M\\"', 'd d M'),
			out('%M', '8'),
			out('yyyyMMddT', '20210804T'),
			out("'open", fails),
			out('ffffffff', fails),
			out('%', fails)
		]);
	});
	it('D-004, D-006, D-008: the letters of a custom format, on input', () => {
		const read = (text: string, format: string, wanted: unknown, styles = '') =>
			[`FormatDateTime("${text}", ${styles}, "${format}", "yyyy-MM-dd HH:mm:ss")`, wanted] as const;
		give([
			read('4/8/29', 'd/M/yy', '2029-08-04 00:00:00'),
			read('4/8/30', 'd/M/yy', '1930-08-04 00:00:00'),
			read('4/08/2021', 'dd/MM/yyyy', fails),
			read('Wed, 4 AUG 2021', 'ddd, d MMM yyyy', '2021-08-04 00:00:00'),
			read('12 am', 'h tt', '2025-07-30 00:00:00'),
			read('12', 'hh', '2025-07-30 00:00:00'),
			read('0 PM', 'h tt', fails),
			read('13:00 AM', 'HH:mm tt', fails),
			read('2021', 'yyyy', '2021-01-01 00:00:00'),
			read('08-04', 'MM-dd', '2025-08-04 00:00:00'),
			read('08:00', 'HH:mm', '2025-07-30 08:00:00'),
			read('08:00', 'HH:mm', '0001-01-01 08:00:00', '"NoCurrentDateDefault"'),
			read('20210804050607Z', 'yyyyMMddHHmmssZ', '2021-08-04 05:06:07'),
			read('2021-08-04+02:00', 'yyyy-MM-ddK', '2021-08-03 22:00:00'),
			read('2021-08-04', 'yyyy-MM-ddK', '2021-08-04 00:00:00'),
			read('2021-08-04 -0730', 'yyyy-MM-dd zzz', '2021-08-04 07:30:00'),
			read('2021-08-04 +2', 'yyyy-MM-dd z', '2021-08-03 22:00:00'),
			read('5.12', 's.FFF', '2025-07-30 00:00:05'),
			read('5', 's.FFF', '2025-07-30 00:00:05'),
			read('5.1', 's.ff', fails),
			read('2021-08-04', 'yyyy-MM-dd', '2021-08-04 00:00:00', '"DateTimeStyles.AdjustToUniversal, AssumeLocal"'),
			read(' 2021-08-04', 'yyyy-MM-dd', fails, '"AllowTrailingWhite"'),
			read('2021-08-04 ', 'yyyy-MM-dd', '2021-08-04 00:00:00', '"AllowWhiteSpaces"'),
			read('2021-08-04', 'yyyy-MM-dd', fails, '"Sloppy"'),
			read('2021-08-04x', 'yyyy-MM-dd', fails),
			read('08/04/2021', 'd', '2021-08-04 00:00:00'),
			read('1 2', 'd d', fails),
			read('2021-02-30', 'yyyy-MM-dd', fails)
		]);
	});
	it('D-005: a format of one letter is a standard format', () => {
		const out = (format: string, wanted: unknown) =>
			[`FormatDateTime("2021-08-04T17:06:07Z", , "yyyy-MM-ddTHH:mm:ssZ", "${format}")`, wanted] as const;
		give([
			out('d', '08/04/2021'),
			out('D', 'Wednesday, 04 August 2021'),
			out('t', '17:06'),
			out('T', '17:06:07'),
			out('f', 'Wednesday, 04 August 2021 17:06'),
			out('F', 'Wednesday, 04 August 2021 17:06:07'),
			out('g', '08/04/2021 17:06'),
			out('G', '08/04/2021 17:06:07'),
			out('M', 'August 04'),
			out('Y', '2021 August'),
			out('s', '2021-08-04T17:06:07'),
			out('o', '2021-08-04T17:06:07.0000000Z'),
			out('u', '2021-08-04 17:06:07Z'),
			out('R', 'Wed, 04 Aug 2021 17:06:07 GMT'),
			out('x', fails)
		]);
	});
	it('X-036: three slots are the older form, whose input format may be empty', () => {
		give([
			['FormatDateTime("8/24/2021", "M/d/yyyy", "yyyy-MM-dd")', '2021-08-24'],
			['FormatDateTime("2021-08-24", , "yyyy")', '2021'],
			['FormatDateTime("soon", , "yyyy")', fails],
			['FormatDateTime(Now(), , "yyyy-MM-dd")', '2025-07-30'],
			['FormatDateTime("x", "yyyy", )', unread],
			['FormatDateTime(Now(), , "d-M-yy", "yyyy")', '2025'],
			['FormatDateTime("2021", , "yyyy", [none])', '01/01/2021 00:00:00']
		]);
	});
	it('fn:RandomString: meets its minimums and refuses what cannot be', () => {
		give([
			['RandomString(3, 1, 1, 1, 1)', fails],
			['RandomString(257, 0, 0, 0, 0)', fails],
			['RandomString(2, -1, 0, 0, 0)', fails],
			['RandomString(0, 0, 0, 0, 0)', ''],
			['RandomString("1", "1", 0, 0, 0, "0123456789")', fails],
			['RandomString(1, 1, 0, 0)', unread]
		]);
	});
	it('fn:ConvertFromBase64, fn:StringFromSid, fn:DNComponent: what cannot be decoded is an error', () => {
		give([
			['ConvertFromBase64("abc")', fails],
			['ConvertFromBase64("?===")', fails],
			['ConvertFromBase64("")', ''],
			['ConvertFromBase64("6Q==", ASCII)', '?'],
			['ConvertFromBase64("w6k=", "UTF8")', 'é'],
			['ConvertFromBase64("w6k=", UTF7)', unread],
			['ConvertFromBase64("w6k=", "UTF7")', fails],
			['StringFromSid("****")', fails],
			['DNComponent("cn=a,ou=b", 0)', fails],
			['DNComponent("cn=a,ou=b", 3)', fails],
			['DNComponent("cn=a\\\\2Cb,ou=c", 1)', 'a,b']
		]);
	});
	it('fn:SelectUniqueValue: ignores case, skips empty rules, and fails when all are taken', () => {
		const existing = ['ADA', 'Ädä'];
		const select = (text: string) => evaluateExpression(text, { source: {}, existing });
		expect(select('SelectUniqueValue("ada", "", [none], "ada1")')).toEqual({ value: 'ada1' });
		expect(select('SelectUniqueValue("ada", "äDÄ")')).toMatchObject(fails);
		expect(select('SelectUniqueValue("", [none])')).toMatchObject(fails);
		expect(
			evaluateExpression('SelectUniqueValue("a", "b")', { source: {}, existing: (value) => value === 'a' })
		).toEqual({ value: 'b' });
	});
	it('fn:AppRoleAssignmentsComplex: one known text fills the other', () => {
		const source: { [name: string]: Json } = { r: [{ id: '1', displayName: 'A' }, { value: 'b' }, 'c'] };
		expect(evaluateExpression('AppRoleAssignmentsComplex([r])', { source })).toEqual({
			value: [
				{ id: '1', value: 'A', displayName: 'A' },
				{ value: 'b', displayName: 'b' },
				{ value: 'c', displayName: 'c' }
			]
		});
		expect(evaluateExpression('ToLower([r])', { source })).toMatchObject(fails);
	});
});
