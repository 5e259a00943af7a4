import { engine } from '#lib/worker/client.svelte';
import type { LogQuestion } from '#lib/worker/log-export';
import type { LogRecord } from '#lib/session/logs';

/** Explained together: more would make the screens wait that ask meanwhile. */
const PART = 100;
let runs = 0;

/** Hands on every row that passes the filters, as Microsoft Graph lists it, part by part. How many; null: it was stopped. */
export async function eachPart(
	asked: LogQuestion,
	write: (rows: readonly LogRecord[]) => void,
	told: (done: number, total: number) => void,
	stopped: () => boolean
): Promise<number | null> {
	const run = ++runs;
	const read = (from: number, count: number) => engine.exportLogs({ run, question: asked as never, from, count });
	try {
		for (let from = 0; ; from += PART) {
			const { rows, total } = await read(from, PART);
			if (stopped()) return null;
			write(rows);
			const done = Math.min(from + PART, total);
			told(done, total);
			if (done === total) return total;
		}
	} finally {
		void read(0, 0).catch(() => {});
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
