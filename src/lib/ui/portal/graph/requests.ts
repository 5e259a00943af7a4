import type { ViewData } from '#lib/views';
import { asCurl, hasBody, type Draft } from '../console/request';
import { isDraft } from '../console/saved';

export type ReadyCall = ViewData<'graphConsole'>['calls'][number];

/** A request as it stands in the form; headers are of no consequence here. */
export type GraphDraft = Pick<Draft, 'method' | 'path' | 'body'>;
export type SavedCall = GraphDraft & { readonly name: string };

const bare = (value: unknown) => (typeof value === 'object' && value !== null ? { headers: '', ...value } : value);

export const isGraphDraft = (value: unknown): value is GraphDraft | null => value === null || isDraft(bare(value));

export const isSavedCalls = (value: unknown): value is readonly SavedCall[] =>
	Array.isArray(value) && value.every((one) => isDraft(bare(one)) && typeof (one as SavedCall).name === 'string');

/** With the headers that Microsoft Graph would want. */
export function withHeaders(draft: GraphDraft): Draft {
	const json = draft.path.endsWith('/bulkUpload') ? 'scim+json' : 'json';
	const type = hasBody(draft.method) && draft.body !== '' ? `\nContent-Type: application/${json}` : '';
	return { ...draft, headers: `Authorization: Bearer <access token>${type}` };
}

export function graphCurl(draft: GraphDraft): string {
	const path = draft.path.replaceAll(' ', '%20');
	return asCurl({ ...withHeaders(draft), path }, 'https://graph.microsoft.com');
}

export function draftOfCall({ method, path, body }: ReadyCall): GraphDraft {
	return { method, path, body };
}

/** An address as the documentation prints it, without the host. */
export function pathOf(typed: string): string {
	return typed.replace(/^\s*https:\/\/graph\.microsoft\.com(?=\/)/, '');
}

/** What a problem of the form is; null: it can be sent. */
export function problemOf({ path, method, body }: GraphDraft): string | null {
	if (!/^\/(v1\.0|beta)\//.test(path)) return 'The path begins with /v1.0/ or /beta/.';
	// A client takes ".." out of an address before it asks: what is left would be asked of this page.
	if (!/^\/(v1\.0|beta)\//.test(new URL(path, 'https://graph.microsoft.com').pathname))
		return 'The path leaves Microsoft Graph: ".." goes up from it.';
	const open = /\{(\w+)\}/.exec(path.split('?')[0]!);
	if (open) return `Put an id in place of ${open[0]}.`;
	if (!hasBody(method) || body.trim() === '') return null;
	try {
		JSON.parse(body);
		return null;
	} catch (error) {
		return `The body is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
	}
}

/** The path of the next page that an answer leads to; null: there is none. */
export function nextPage(body: string): string | null {
	const link = /"@odata\.nextLink":\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1];
	return link === undefined ? null : pathIn(JSON.parse(`"${link}"`) as string);
}

/** S-167: where an accepted upload says that its log is; null: the answer leads nowhere. */
export function locationOf(headers: Readonly<Record<string, string>>): string | null {
	const url = new Headers(headers).get('location');
	return url === null ? null : pathIn(url);
}

function pathIn(url: string): string | null {
	const at = url.search(/\/(v1\.0|beta)\//);
	// Readable again, except for what would end a value.
	return at < 0 ? null : url.slice(at).replace(/%(20|27|28|29|2c|2f|3a)/gi, decodeURIComponent);
}

/** An answer as the body of a PUT: what was read, without its context. */
export function bodyToPut(body: string): string {
	const { '@odata.context': _, ...rest } = JSON.parse(body) as Record<string, unknown>;
	return JSON.stringify(rest, null, 2);
}
