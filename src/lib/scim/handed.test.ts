import { describe, expect, it } from 'vitest';
import { HandedRequest, HandedResponse, jsonOf, written } from './handed';

const headers = { 'Content-Type': 'application/scim+json' };

describe('messages that are handed over', () => {
	it('have the text that a client would send, and say what the text says', () => {
		const json = { userName: 'zoë"\\\n\ud800', emails: [{ value: 'z@contoso.com', primary: true }], title: null };
		const request = new HandedRequest(0, 'POST', { parts: ['Users'] }, headers, json);
		expect(request.body).toBe(JSON.stringify(json));
		expect(jsonOf(request)).toBe(json);
		expect(jsonOf({ body: request.body })).toEqual(json);
	});

	it('have the address that a client would write, encoded', () => {
		const parts = ['Users', 'a/b ö'];
		const query = [['excludedAttributes', 'members'] as const, ['filter', 'a eq "x+y & z"'] as const];
		expect(new HandedRequest(0, 'GET', { parts, query }, headers).path).toBe(
			'/Users/a%2Fb%20%C3%B6?excludedAttributes=members&filter=a%20eq%20%22x%2By%20%26%20z%22'
		);
		expect(new HandedRequest(0, 'GET', { parts: ['Users'] }, headers)).toMatchObject({
			path: '/Users',
			body: undefined
		});
	});

	it('are put together once, and not before somebody asks', () => {
		let asked = 0;
		const response = new HandedResponse(
			200,
			() => headers,
			() => ({ times: ++asked })
		);
		expect(asked).toBe(0);
		expect([response.body, response.json, response.body]).toEqual(['{"times":1}', { times: 1 }, '{"times":1}']);
	});

	it('are plain once they are written, so that they can be kept and sent', () => {
		const response = new HandedResponse(
			200,
			() => headers,
			() => ({ id: '1' })
		);
		expect(structuredClone(written(response))).toEqual({ status: 200, headers, body: '{"id":"1"}' });
		expect(written({ status: 204, headers: {} })).toEqual({ status: 204, headers: {} });
		expect(written({ status: 0, headers: {}, took: Infinity })).toEqual({ status: 0, headers: {}, took: Infinity });
	});

	it('are read like any other text where they are text: what is no JSON throws', () => {
		expect(() => jsonOf({ body: '{"schem' })).toThrow(SyntaxError);
		expect(() => jsonOf({})).toThrow(SyntaxError);
	});
});
