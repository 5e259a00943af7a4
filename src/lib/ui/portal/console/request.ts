import type { ViewData } from '#lib/views';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A request as it stands in the form. */
export interface Draft {
	readonly method: Method;
	/** Relative to the tenant URL. */
	readonly path: string;
	/** One a line: `Name: value`. */
	readonly headers: string;
	readonly body: string;
}

export interface Saved extends Draft {
	readonly name: string;
}

export const hasBody = (method: Method) => method !== 'GET' && method !== 'DELETE';

/** The headers, or the first line that is none. */
export function headersOf(text: string): { readonly [name: string]: string } | { readonly wrong: string } {
	const headers: Record<string, string> = {};
	for (const line of text.split('\n')) {
		if (line.trim() === '') continue;
		const found = /^\s*([!#$%&'*+\-.^_`|~\w]+)\s*:\s*(.*?)\s*$/.exec(line);
		if (!found || !/^[\t\x20-\x7e]*$/.test(found[2]!)) return { wrong: line.trim() };
		headers[found[1]!] = found[2]!;
	}
	return headers;
}

export const isWrong = (headers: object): headers is { readonly wrong: string } =>
	Object.keys(headers).length === 1 && 'wrong' in headers;

export const defaultHeaders = (token: string) =>
	`Authorization: Bearer ${token}\nContent-Type: application/scim+json\nAccept: application/scim+json`;

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** For a terminal. The host does not exist: who has a server of their own puts it there. */
export function asCurl({ method, path, headers, body }: Draft, baseUrl: string): string {
	const parsed = headersOf(headers);
	const lines = isWrong(parsed)
		? []
		: Object.entries(parsed).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
	const data = hasBody(method) && body !== '' ? [`--data-raw ${quoted(body)}`] : [];
	return [`curl -X ${method} ${quoted(baseUrl + path)}`, ...lines, ...data].join(' \\\n  ');
}

/** For DevTools of this page. */
export function asFetch({ method, path, headers, body }: Draft, wireUrl: string): string {
	const parsed = headersOf(headers);
	const init = {
		method,
		headers: isWrong(parsed) ? {} : parsed,
		...(hasBody(method) && body !== '' && { body })
	};
	return `await fetch(${JSON.stringify(wireUrl + path)}, ${JSON.stringify(init, null, 2)})`;
}

const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const pretty = (value: unknown) => JSON.stringify(value, null, 2);
const encoded = (filter: string) => encodeURIComponent(filter);

/** What people try first. */
export function starters(about: ViewData<'scimConsole'>): readonly Saved[] {
	const headers = defaultHeaders(about.token);
	const get = (name: string, path: string): Saved => ({ name, method: 'GET', path, headers, body: '' });
	const user = about.user ?? '{id of an account}';
	const patch = (name: string, ...operations: object[]): Saved => ({
		name,
		method: 'PATCH',
		path: `/Users/${user}`,
		headers,
		body: pretty({ schemas: [patchOp], Operations: operations })
	});
	return [
		get('List accounts', '/Users?startIndex=1&count=10'),
		get(
			'Find one, as the service matches',
			`/Users?filter=${encoded(`${about.userName} eq "ada.fields@contoso.com"`)}`
		),
		get('Test Connection', `/Users?filter=${encoded(`${about.userName} eq "3f2504e0-4f89-41d3-9a0c-0305e82c3301"`)}`),
		get('Read an account', `/Users/${user}`),
		{
			name: 'Create an account',
			method: 'POST',
			path: '/Users',
			headers,
			body: pretty({ schemas: [about.schemas.User], [about.userName]: 'mirela.okonjo@larkspur.example' })
		},
		patch('Disable, in the legacy dialect', { op: 'Replace', path: 'active', value: 'False' }),
		patch('Disable, in the compliant dialect', { op: 'replace', path: 'active', value: false }),
		patch('Add what may not be there', {
			op: 'Add',
			path: 'emails[type eq "other"].value',
			value: 'mo@larkspur.example'
		}),
		{ name: 'Delete an account', method: 'DELETE', path: `/Users/${user}`, headers, body: '' },
		...(about.groups ? [get('List groups without members', '/Groups?excludedAttributes=members')] : []),
		get('What it can do', '/ServiceProviderConfig'),
		get('Its schemas', '/Schemas'),
		get('Its resource types', '/ResourceTypes')
	];
}
