import { describe, expect, it } from 'vitest';
import {
	bodyToPut,
	graphCurl,
	isGraphDraft,
	isSavedCalls,
	locationOf,
	nextPage,
	pathOf,
	problemOf,
	type GraphDraft
} from './requests';

const draft = (part: Partial<GraphDraft>): GraphDraft => ({
	method: 'GET',
	path: '/v1.0/servicePrincipals',
	body: '',
	...part
});

describe('a call of the Graph explorer', () => {
	it('says what keeps it from being sent', () => {
		expect(problemOf(draft({}))).toBeNull();
		expect(problemOf(draft({ path: '/servicePrincipals' }))).toContain('/v1.0/');
		expect(problemOf(draft({ path: '/v1.0/x/{id}' }))).toContain('{id}');
		expect(problemOf(draft({ path: '/v1.0/%2e%2e/../scim/byoa/Users' }))).toContain('leaves Microsoft Graph');
		expect(problemOf(draft({ method: 'POST', body: '{"a":' }))).toMatch(/^The body is not JSON: /);
		expect(problemOf(draft({ method: 'POST', body: '' }))).toBeNull();
	});

	it('is taken as the documentation prints it, and a space at its end stays while it is typed', () => {
		expect(pathOf(' https://graph.microsoft.com/v1.0/servicePrincipals?$top=1')).toBe('/v1.0/servicePrincipals?$top=1');
		expect(pathOf('/v1.0/a?$filter=b ')).toBe('/v1.0/a?$filter=b ');
	});

	it('is a command for a terminal with the token that Graph would want', () => {
		const text = graphCurl(draft({ method: 'POST', path: "/v1.0/a?$filter=b eq 'c'", body: '{}' }));
		expect(text).toContain("'https://graph.microsoft.com/v1.0/a?$filter=b%20eq%20'\\''c'\\'''");
		expect(text).toContain("-H 'Authorization: Bearer <access token>'");
		expect(text).toContain("--data-raw '{}'");
	});

	it('leads to the next page and to its location wherever the answer came from, and back to what was read', () => {
		const link = 'http://here/sub/graph/v1.0/auditLogs/provisioning?$filter=id%20eq%20%27x%27&$skiptoken=4_2';
		expect(nextPage(JSON.stringify({ '@odata.nextLink': link, value: [] }))).toBe(
			"/v1.0/auditLogs/provisioning?$filter=id eq 'x'&$skiptoken=4_2"
		);
		expect(nextPage('{"value":[]}')).toBeNull();
		const log = "https://graph.microsoft.com/beta/auditLogs/provisioning/?$filter=jobid%20eq%20'x'";
		expect(locationOf({ location: log })).toBe("/beta/auditLogs/provisioning/?$filter=jobid eq 'x'");
		expect(locationOf({ 'Content-Type': 'application/json' })).toBeNull();
		expect(JSON.parse(bodyToPut('{"@odata.context":"x","value":[1]}'))).toEqual({ value: [1] });
	});

	it('is kept only where it is one', () => {
		expect(isGraphDraft(draft({}))).toBe(true);
		expect(isGraphDraft({ method: 'FLY', path: '', body: '' })).toBe(false);
		expect(isSavedCalls([{ ...draft({}), name: 'x' }])).toBe(true);
		expect(isSavedCalls([{ name: 'x' }])).toBe(false);
	});
});
