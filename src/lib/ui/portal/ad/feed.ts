import { readCsv } from '#lib/session/people/csv';

export type FeedRecord = { readonly employeeID: string; readonly [name: string]: string | boolean | null };

export const sampleFeed = [
	'employeeID,givenName,sn,userPrincipalName,title,department,enabled',
	'1000900,Lena,Fischer,lena.fischer@contoso.com,Account Executive,Sales,true',
	'1000007,Zoë,Müller,zoe.muller@contoso.com,Senior Account Executive,Sales,true'
].join('\n');

/** The records of a list, or why it cannot be handed in. An empty cell leaves the attribute as it is. */
export function feedRecords(text: string): { readonly records: FeedRecord[] } | { readonly problem: string } {
	const rows = readCsv(text);
	if ('error' in rows) return { problem: `Line ${rows.error.line}: ${rows.error.message}.` };
	const [head, ...lines] = rows;
	const names = head?.cells.map((cell) => cell.trim()) ?? [];
	if (!names.includes('employeeID'))
		return { problem: 'The first line must name the attributes, including employeeID.' };
	if (lines.length === 0) return { problem: 'There is no record below the names of the attributes.' };
	const records: FeedRecord[] = [];
	for (const { line, cells } of lines) {
		const filled = names.flatMap((name, at) => {
			const cell = cells[at]?.trim();
			return name && cell ? [[name, name === 'enabled' ? cell.toLowerCase() !== 'false' : cell] as const] : [];
		});
		const record = Object.fromEntries(filled);
		if (typeof record.employeeID !== 'string') return { problem: `Line ${line} has no employeeID.` };
		records.push({ ...record, employeeID: record.employeeID });
	}
	return { records };
}
