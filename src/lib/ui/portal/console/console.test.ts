import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createApp } from '#lib/apps';
import { differences, prettyBody } from './differences';
import { captures, draftOf, exchanges, unexpected, type Captured } from './exchanges';
import { asCurl, asFetch, defaultHeaders, headersOf, isWrong, starters, type Draft } from './request';

const about = {
	app: { slot: 0, key: 'byoa', name: 'Quillpad' },
	token: 'tok-demo',
	baseUrl: 'https://byoa.example/scim/v2',
	user: 'u-1',
	group: null,
	schemas: { User: 'urn:ietf:params:scim:schemas:core:2.0:User', Group: '' },
	userName: 'userName',
	groups: true
};
const draft = (more: Partial<Draft>): Draft => ({ method: 'GET', path: '/Users', headers: '', body: '', ...more });
const answer = (status: number, body: unknown, headers = {}) => ({
	status,
	headers,
	body: typeof body === 'string' ? body : JSON.stringify(body)
});

describe('a request of the console', () => {
	it('reads headers line by line and names the line that is none', () => {
		expect(headersOf('Authorization: Bearer a:b\n\n Accept :  x ')).toEqual({
			Authorization: 'Bearer a:b',
			Accept: 'x'
		});
		const wrong = headersOf('Accept: x\nno header');
		expect(isWrong(wrong) && wrong.wrong).toBe('no header');
	});

	it('is a command for a terminal, whatever quotation marks it has', () => {
		const text = asCurl(draft({ method: 'POST', headers: 'A: b', body: `{"name":"O'Brien"}` }), about.baseUrl);
		expect(text).toBe(
			`curl -X POST 'https://byoa.example/scim/v2/Users' \\\n  -H 'A: b' \\\n  --data-raw '{"name":"O'\\''Brien"}'`
		);
		expect(asCurl(draft({ method: 'GET', body: 'ignored' }), about.baseUrl)).not.toContain('ignored');
	});

	it('is a fetch that can be pasted', () => {
		const text = asFetch(draft({ headers: 'A: b' }), 'http://here/scim/byoa');
		expect(text).toMatch(/^await fetch\("http:\/\/here\/scim\/byoa\/Users", \{/);
	});

	it('has starters that all are requests', () => {
		for (const starter of starters(about)) expect(isWrong(headersOf(starter.headers)), starter.name).toBe(false);
	});
});

describe('differences from a conformant provider', () => {
	it('are none between the same answers at two moments', () => {
		const user = (at: string) => ({ id: '1', meta: { created: at, lastModified: at, version: at } });
		expect(differences(answer(200, user('08:00')), answer(200, user('09:00')))).toEqual([]);
	});

	it('name the place and both sides', () => {
		const found = differences(answer(404, ''), answer(200, { totalResults: 0 }, { 'Content-Type': 'a' }));
		expect(found).toEqual([
			{ at: 'status', here: '404', conformant: '200' },
			{ at: 'content-type', here: null, conformant: 'a' },
			{ at: 'body.totalResults', here: null, conformant: '0' }
		]);
	});

	it('are not found in the words of a refusal', () => {
		const refusal = (detail: string) => answer(409, { detail, scimType: 'uniqueness' });
		expect(differences(refusal('taken'), refusal('userName is taken'))).toEqual([]);
	});

	it('a body that is no JSON is shown as it came', () => {
		expect(prettyBody('{"schemas": [')).toBe('{"schemas": [');
	});
});

describe('exchanges of the specification', () => {
	const fixture = JSON.parse(readFileSync('tests/fixtures/vectors/scim-exchanges.json', 'utf8')) as { id: string }[];

	it('are those of the shared vectors', () => {
		for (const exchange of exchanges) expect(fixture.find(({ id }) => id === exchange.id)).toMatchObject(exchange);
	});

	it.each(exchanges.map((exchange) => [exchange.id, exchange] as const))(
		'%s is as expected on an empty application',
		(_, exchange) => {
			const app = createApp('byoa');
			let captured: Captured = {};
			for (const step of exchange.steps) {
				const { method, path, headers, body } = draftOf(step, defaultHeaders('tok-demo'), captured);
				const got = app.answer({ method, path, headers: headersOf(headers), ...(body !== '' && { body }) } as never);
				const told = { status: got.status, headers: got.headers, body: got.body ?? '' };
				expect(unexpected(step, told, captured)).toBeUndefined();
				captured = { ...captured, ...captures(step, told) };
			}
		}
	);

	it('say what is otherwise', () => {
		const [step] = exchanges[0]!.steps;
		expect(unexpected(step!, answer(500, ''), {})).toBe('status 500 instead of 200');
	});
});
