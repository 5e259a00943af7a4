import type { ViewArgs, ViewData } from '#lib/views';
import { engine } from '#lib/worker/client.svelte';
import type { LogRecord } from '#lib/session/logs';

const PAGE = 1000;
/** Explained together: more would make the screens wait that ask meanwhile. */
const PART = 50;

/** Hands on every row that passes the filters, as Microsoft Graph lists it, part by part. How many; null: it was stopped. */
export async function eachPart(
	asked: ViewArgs<'logs'>,
	write: (rows: readonly LogRecord[]) => void,
	told: (done: number, total: number) => void,
	stopped: () => boolean
): Promise<number | null> {
	let done = 0;
	for (let from = 0; ; from += PAGE) {
		const page = await engine.query<ViewData<'logs'>>('logs', { ...asked, from, count: PAGE });
		for (let at = 0; at < page.rows.length; at += PART) {
			if (stopped()) return null;
			const seqs = page.rows.slice(at, at + PART).map(({ seq }) => seq);
			const rows = await engine.query<ViewData<'logExport'>>('logExport', { seqs });
			write(rows);
			done += rows.length;
			told(done, page.total);
		}
		if (from + PAGE >= page.total) return done;
	}
}

export function save(name: string, file: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	// The browser reads the address after this turn.
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
