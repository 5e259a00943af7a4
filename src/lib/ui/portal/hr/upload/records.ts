import type { Json } from '#lib/engine/base';
import { flatRecord, WrongShape, type FlatRecord } from '#lib/hr/scim-record';

/** What a client sends, to begin with: one new person and one change. */
export const sampleText = JSON.stringify(
	[
		{
			externalId: '9000001',
			displayName: 'Nora Lindqvist',
			givenName: 'Nora',
			surname: 'Lindqvist',
			userPrincipalName: 'nora.lindqvist@contoso.com',
			mailNickname: 'nora.lindqvist',
			department: 'Sales',
			active: true
		}
	],
	null,
	2
);

/** What a bulk request carries, or the list itself. */
function listOf(parsed: Json): readonly (Json | undefined)[] {
	if (Array.isArray(parsed)) return parsed as readonly Json[];
	const { Operations } = (parsed ?? {}) as { readonly Operations?: Json };
	if (!Array.isArray(Operations)) return [parsed];
	return (Operations as readonly Json[]).map((one) => (one as { readonly data?: Json } | null)?.data);
}

/** The records of a text, or why they cannot be sent. */
export function readRecords(text: string): { readonly records: readonly FlatRecord[] } | { readonly problem: string } {
	let parsed: Json;
	try {
		parsed = JSON.parse(text) as Json;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { problem: `This is not JSON, which the service answers with 400 Invalid Data Format: ${why}` };
	}
	const list = listOf(parsed);
	if (list.length > 1000)
		return { problem: `${list.length} records are too many: this form sends at most 1,000 at once.` };
	const records: FlatRecord[] = [];
	for (const [at, record] of list.entries()) {
		try {
			records.push(flatRecord(record));
		} catch (error) {
			if (!(error instanceof WrongShape)) throw error;
			return { problem: `Record ${at + 1}, which the service answers with 400 ${error.message}` };
		}
	}
	return { records };
}
