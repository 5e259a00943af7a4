import type { ViewArgs, ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import type { LogRecord } from '#lib/session/logs';

const PAGE = 1000;
const PART = 200;

/** Every row that passes the filters, as Microsoft Graph lists it; null: it was stopped. */
export async function allRows(
	asked: ViewArgs<'logs'>,
	told: (done: number, total: number) => void,
	stopped: () => boolean
): Promise<LogRecord[] | null> {
	const rows: LogRecord[] = [];
	for (let from = 0; ; from += PAGE) {
		const page = await engine.query<ViewData<'logs'>>('logs', { ...asked, from, count: PAGE });
		for (let at = 0; at < page.rows.length; at += PART) {
			if (stopped()) return null;
			const seqs = page.rows.slice(at, at + PART).map(({ seq }) => seq);
			rows.push(...(await engine.query<ViewData<'logExport'>>('logExport', { seqs })));
			told(rows.length, page.total);
		}
		if (from + PAGE >= page.total) return rows;
	}
}

/** Three CSV files in one archive (C-529). The archive's code is loaded when it is used. */
export async function archiveOf(files: Record<string, string>): Promise<Blob> {
	const { strToU8, zipSync } = await import('fflate');
	const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
	return new Blob([zipSync(parts)], { type: 'application/zip' });
}

export function save(name: string, file: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	// The browser reads the address after this turn.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
