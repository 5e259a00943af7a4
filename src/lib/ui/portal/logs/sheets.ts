import { exportLogs, type LogRecord } from '#lib/session/logs';

/** A file that grows part by part: a hundred thousand rows with their steps would be more than one text can hold. */
export interface Sheet {
	readonly name: string;
	write(rows: readonly LogRecord[]): void;
	done(): Blob;
}

export type Format = 'csv' | 'json' | 'stream';

/** The browser keeps the bytes of a part where there is room: half a gigabyte of text would fill the page's memory. */
const kept = (text: string) => new Blob([text]);

/** A list as JSON.stringify would write it whole. */
function jsonSheet(): Sheet {
	const parts: BlobPart[] = [];
	return {
		name: 'ProvisioningLogs.json',
		write(rows) {
			if (rows.length > 0) parts.push(kept(exportLogs({ rows }).json.slice(2, -2)), ',\n');
		},
		done: () =>
			new Blob(parts.length === 0 ? ['[]'] : ['[\n', ...parts.slice(0, -1), '\n]'], { type: 'application/json' })
	};
}

function streamSheet(): Sheet {
	const parts: Blob[] = [];
	return {
		name: 'ProvisioningLogs.ndjson',
		write: (rows) => void parts.push(kept(exportLogs({ rows }).streamed)),
		done: () => new Blob(parts, { type: 'application/x-ndjson' })
	};
}

/** Three files in one archive (C-529), packed as they grow. The archive's code is loaded when it is used. */
async function csvSheet(): Promise<Sheet> {
	const { strToU8, Zip, ZipDeflate } = await import('fflate');
	const parts: BlobPart[] = [];
	const zip = new Zip((error, part) => {
		if (error) throw error;
		parts.push(part as Uint8Array<ArrayBuffer>);
	});
	const files = new Map(
		Object.keys(exportLogs({ rows: [] }).csv).map((name) => {
			const file = new ZipDeflate(name);
			zip.add(file);
			return [name, file] as const;
		})
	);
	let isFirst = true;
	const put = (rows: readonly LogRecord[], isLast = false) => {
		for (const [name, text] of Object.entries(exportLogs({ rows }).csv))
			files.get(name)!.push(strToU8(isFirst ? text : text.slice(text.indexOf('\n') + 1)), isLast);
		isFirst = false;
	};
	return {
		name: 'ProvisioningLogs.zip',
		write: put,
		done() {
			put([], true);
			zip.end();
			return new Blob(parts, { type: 'application/zip' });
		}
	};
}

export const sheets: { readonly [F in Format]: () => Sheet | Promise<Sheet> } = {
	csv: csvSheet,
	json: jsonSheet,
	stream: streamSheet
};
