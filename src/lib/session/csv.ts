export type Cell = unknown;

/** RFC 4180: quoted where a comma, a quote or a line break is inside. */
function cell(value: Cell): string {
	if (value === null || value === undefined) return '';
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return [heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
