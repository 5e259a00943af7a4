import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportLogs, type LogRecord } from '#lib/session/logs';
import { finish } from '#lib/tenant/sample/steps';
import { LogExport } from '#lib/views/logs/log-export';
import { changed } from '#lib/views/testing.fixture';
import { sheets, type Format } from './sheets';

function records(): readonly LogRecord[] {
	return finish(new LogExport(changed(), {}).begin()).part(0, 100);
}

async function written(format: Format, parts: readonly (readonly LogRecord[])[]): Promise<Uint8Array> {
	const sheet = await sheets[format]();
	for (const part of parts) sheet.write(part);
	return new Uint8Array(await sheet.done().arrayBuffer());
}
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a download that is written part by part', () => {
	const rows = records();
	const parts = [rows.slice(0, 2), rows.slice(2, 3), rows.slice(3)];

	it('is the JSON and the lines that are written at once', async () => {
		const whole = exportLogs({ rows });
		expect(text(await written('json', parts))).toBe(whole.json);
		expect(text(await written('stream', parts))).toBe(whole.streamed);
		expect(text(await written('json', []))).toBe('[]');
	});

	it('C-529: holds the three CSV files that are written at once', async () => {
		const files = unzipSync(await written('csv', parts));
		const found = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, text(bytes)]));
		expect(found).toEqual(exportLogs({ rows }).csv);
	});
});
