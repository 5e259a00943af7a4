import type { Json } from '#lib/engine/base';

export type UploadRecord = { readonly [name: string]: string | number | boolean | null };

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

const isPlain = (value: unknown): value is string | number | boolean | null =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The records of a text, or why they cannot be sent. */
export function readRecords(
	text: string
): { readonly records: readonly UploadRecord[] } | { readonly problem: string } {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { problem: `This is no JSON, which the service answers with 400 Invalid Data Format: ${why}` };
	}
	const list = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
	if (list.length > 1000) return { problem: `${list.length} records are more than this form sends at once: 1,000.` };
	for (const [at, record] of list.entries()) {
		if (typeof record !== 'object' || record === null || Array.isArray(record))
			return { problem: `Record ${at + 1} is no object with attributes.` };
		const nested = Object.entries(record as { [name: string]: Json }).find(([, value]) => !isPlain(value));
		if (nested) return { problem: `Record ${at + 1}: ${nested[0]} is no single value. Records are flat here.` };
	}
	return { records: list as UploadRecord[] };
}
