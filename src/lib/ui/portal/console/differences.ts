import { isObject, type Json } from '#lib/scim/types';

/** What an application answered. */
export interface Answer {
	readonly status: number;
	readonly headers: { readonly [name: string]: string };
	readonly body: string;
}

/** One thing that a conformant provider would say otherwise. */
export interface Difference {
	readonly at: string;
	/** null: it is not there. */
	readonly here: string | null;
	readonly conformant: string | null;
}

/** What two moments or two records cannot have in common: it is no difference of behaviour. */
const momentary = /^(body\.)?(Resources\[\d+\]\.)?meta\.(created|lastModified|version)$/;
const headerNames = ['content-type', 'location', 'content-location', 'www-authenticate', 'retry-after'];

export function differences(here: Answer, conformant: Answer): Difference[] {
	const found: Difference[] = [];
	const told = (at: string, a: string | undefined, b: string | undefined) => {
		if (a !== b && !momentary.test(at)) found.push({ at, here: a ?? null, conformant: b ?? null });
	};
	told('status', String(here.status), String(conformant.status));
	for (const name of headerNames) told(name, header(here, name), header(conformant, name));
	const [a, b] = [leaves(here.body), leaves(conformant.body)];
	// Two refusals say the same in other words.
	const isWording = here.status >= 400 && here.status === conformant.status;
	for (const at of new Set([...a.keys(), ...b.keys()]))
		if (!(isWording && (at === 'body.detail' || at.startsWith('body.urn:provlab')))) told(at, a.get(at), b.get(at));
	return found;
}

const header = ({ headers }: Answer, wanted: string) =>
	Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

/** Every value of a body by its path; a body that is no JSON is one value. */
export function leaves(body: string): Map<string, string> {
	const found = new Map<string, string>();
	if (body === '') return found;
	try {
		collect(JSON.parse(body) as Json, 'body', found);
	} catch {
		found.set('body', body);
	}
	return found;
}

function collect(value: Json, at: string, found: Map<string, string>): void {
	if (Array.isArray(value)) value.forEach((item: Json, place) => collect(item, `${at}[${place}]`, found));
	else if (isObject(value)) for (const [name, inner] of Object.entries(value)) collect(inner, `${at}.${name}`, found);
	else found.set(at, JSON.stringify(value));
}

export function prettyBody(body: string): string {
	try {
		return JSON.stringify(JSON.parse(body), null, 2);
	} catch {
		return body;
	}
}
