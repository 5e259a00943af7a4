export type Cell = unknown;

/** What a spreadsheet would run as a formula. A telephone number with its plus is none. */
const formula = /^[=@\t\r]|^[+-](?![\d\s().-]*$)/;

/** RFC 4180: quoted where a comma, a quote or a line break is inside. A formula begins with an apostrophe instead. */
function cell(value: Cell): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
