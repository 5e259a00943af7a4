import { describe, expect, it } from 'vitest';
import { importUsers } from '#lib/session';
import { listOf, listOfFile, template } from './list-file';

const bytes = (...parts: number[]) => Uint8Array.from(parts);
const utf16 = (text: string) => {
	const units = Uint16Array.from(`\ufeff${text}`, (sign) => sign.charCodeAt(0));
	return new Uint8Array(units.buffer);
};

describe('a list of people that is opened', () => {
	it('is read in UTF-8, with and without its mark, and in UTF-16', () => {
		const plain = new TextEncoder().encode('userPrincipalName\nzoë@x.org');
		expect(listOf(plain, 'a.csv')).toEqual({ name: 'a.csv', text: 'userPrincipalName\nzoë@x.org', remark: null });
		expect(listOf(bytes(0xef, 0xbb, 0xbf, ...plain), 'a.csv').text).toBe('userPrincipalName\nzoë@x.org');
		expect(listOf(utf16('zoë@x.org'), 'a.csv')).toEqual({ name: 'a.csv', text: 'zoë@x.org', remark: null });
	});

	it('is read as Windows-1252 where it is no UTF-8, and says so', () => {
		const { text, remark } = listOf(bytes(0x5a, 0x6f, 0xeb), 'a.csv');
		expect(text).toBe('Zoë');
		expect(remark).toContain('Windows-1252');
	});

	it('is refused where it is a workbook or no text, with what to do', () => {
		expect(() => listOf(bytes(0x50, 0x4b, 3, 4), 'a.xlsx')).toThrow('a.xlsx is a workbook');
		expect(() => listOf(bytes(0x41, 0, 0x42, 0), 'a.bin')).toThrow('a.bin is not a text file');
	});

	it('is refused where nothing stands in it', async () => {
		for (const text of ['', '\ufeff', ' \r\n\n'])
			await expect(listOfFile(new File([text], 'a.csv'))).rejects.toThrow('a.csv is empty');
	});

	it('the template is a list that can be read', () => {
		expect(importUsers(template)).toMatchObject({
			users: [{ attributes: { userPrincipalName: 'chris@contoso.com', accountEnabled: true } }],
			problems: []
		});
	});
});
