import * as z from 'zod/mini';
import {
	assignedAsCsv,
	columns,
	orphansOf,
	readFile,
	verdictsOn,
	type FileVerdict
} from '#lib/world/apps/timecard-file';
import { appKey, defineView } from '../view';
import { vendorNamed } from './vendor';

export interface UploadRow {
	readonly row: number;
	readonly email: string;
	readonly result: FileVerdict['result'];
	readonly reason: string;
}

/** what an upload would do, row by row; nothing is written. */
export interface UploadPreview {
	/** Why the file as a whole is refused. */
	readonly refused: string | null;
	readonly rows: readonly UploadRow[];
	readonly counts: { readonly [result in FileVerdict['result']]: number };
}

const none = { created: 0, updated: 0, deactivated: 0, reactivated: 0, rejected: 0, ignored: 0 };

export const upload = defineView(
	z.object({ app: appKey, csv: z.string().check(z.maxLength(2_000_000)) }),
	(world, { app: key, csv }): UploadPreview => {
		const app = vendorNamed(world, key);
		const rows = readFile(csv);
		if ('refused' in rows) return { refused: rows.refused, rows: [], counts: none };
		const counts = { ...none };
		const verdicts = verdictsOn(rows, world.sim.apps.of(app.slot).store.all('User')).map(
			({ row, values, result, reason }) => {
				counts[result]++;
				return { row, email: values.email, result, reason };
			}
		);
		return { refused: null, rows: verdicts, counts };
	}
);

/** everybody who is assigned as a file, and the accounts that belong to nobody who is. */
export interface Comparison {
	readonly columns: readonly string[];
	readonly csv: string;
	readonly assigned: number;
	readonly active: number;
	readonly orphans: readonly { readonly id: string; readonly email: string }[];
}

export const comparison = defineView(z.object({ app: appKey }), (world, { app: key }): Comparison => {
	const app = vendorNamed(world, key);
	const csv = assignedAsCsv(world.sim, app);
	const accounts = [...world.sim.apps.of(app.slot).store.all('User')];
	return {
		columns,
		csv,
		assigned: csv.split('\r\n').length - 2,
		active: accounts.filter(({ data }) => data.status !== 'inactive').length,
		orphans: orphansOf(world.sim, app).map(({ id, data }) => ({ id, email: String(data.email ?? '') }))
	};
});
