import type { Slot } from '#lib/engine/base';
import { textOf } from '#lib/engine/mapping/core';
import type { UserRow } from '#lib/engine/source';
import type { Resource } from '#lib/apps';
import { isAssignedNow } from '../directory/assignments';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

/** the columns, in this order, with a header; at most 5,000 rows. */
export const columns = ['employee_no', 'email', 'first_name', 'last_name', 'department', 'status'] as const;
const mostRows = 5_000;
const statuses: readonly string[] = ['active', 'inactive'];

export type FileRow = { readonly [column in (typeof columns)[number]]: string };

/** What becomes of one row of an uploaded file. */
export interface FileVerdict {
	/** Counted from 1, without the header. */
	readonly row: number;
	readonly values: FileRow;
	readonly result: 'created' | 'updated' | 'deactivated' | 'reactivated' | 'rejected' | 'ignored';
	readonly reason: string;
	/** The account that has this address. */
	readonly account: Resource | null;
}

function assignedUsers(sim: Simulation, app: Slot): UserRow[] {
	return [...sim.tables.users.all()].filter(
		(user) => user.softDeletedAt === null && isAssignedNow(sim, app, user.slot)
	);
}

/** everybody who is assigned, as a file that the application accepts. */
export function assignedAsCsv(sim: Simulation, app: AppRow): string {
	const lines = assignedUsers(sim, app.slot).map(({ attrs }) => {
		const text = (name: string) =>
			attrs[name] === null || attrs[name] === undefined ? '' : textOf(attrs[name] as string);
		const number = text('employeeId') === '' ? '' : text('employeeId').padStart(8, '0');
		const status = attrs.accountEnabled === false ? 'inactive' : 'active';
		return [number, text('mail'), text('givenName'), text('surname'), text('department'), status].map(cell).join(',');
	});
	return [columns.join(','), ...lines].join('\r\n') + '\r\n';
}

function cell(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows of a file, or why it is refused as a whole. */
export function readFile(csv: string): readonly FileRow[] | { readonly refused: string } {
	const [header, ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
	if (cells(header ?? '').join(',') !== columns.join(','))
		return { refused: `The first line must be ${columns.join(',')}.` };
	if (lines.length > mostRows)
		return { refused: `A file can have at most ${mostRows} rows; this one has ${lines.length}.` };
	return lines.map((line) => {
		const values = cells(line);
		return Object.fromEntries(columns.map((name, place) => [name, values[place] ?? ''])) as FileRow;
	});
}

/** One line of a file: each cell behind a comma, the first and an empty one too; quotation marks around what has one. */
function cells(line: string): string[] {
	const found: string[] = [];
	for (const [, quoted, plain] of `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g))
		found.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
	return found;
}

/** what an upload of these rows would do. */
export function verdictsOn(rows: readonly FileRow[], accounts: Iterable<Resource>): FileVerdict[] {
	const known = new Map<string, Resource>();
	for (const account of accounts) known.set(String(account.data.email ?? '').toLowerCase(), account);
	const times = new Map<string, number>();
	for (const { email } of rows) times.set(email.toLowerCase(), (times.get(email.toLowerCase()) ?? 0) + 1);
	return rows.map((values, place) => {
		const email = values.email.toLowerCase();
		const account = known.get(email) ?? null;
		const verdict = (result: FileVerdict['result'], reason = ''): FileVerdict => ({
			row: place + 1,
			values,
			result,
			reason,
			account
		});
		if (email === '') return verdict('rejected', 'no email');
		if (values.employee_no === '') return verdict('rejected', 'no employee_no');
		if ([...values.employee_no].length !== 8) return verdict('rejected', 'employee_no is not eight characters');
		if (times.get(email)! > 1) return verdict('rejected', 'the e-mail is in the file twice');
		if (!statuses.includes(values.status)) return verdict('rejected', 'status is neither active nor inactive');
		const active = values.status === 'active';
		if (!account) return active ? verdict('created') : verdict('ignored', 'inactive and unknown');
		const wasActive = account.data.status !== 'inactive';
		if (active === wasActive) return verdict('updated');
		return verdict(active ? 'reactivated' : 'deactivated');
	});
}

/** accounts whose address belongs to nobody who is assigned. */
export function orphansOf(sim: Simulation, app: AppRow): Resource[] {
	const addresses = new Set(assignedUsers(sim, app.slot).map(({ attrs }) => String(attrs.mail ?? '').toLowerCase()));
	const { store } = sim.apps.of(app.slot);
	return [...store.all('User')]
		.sort((a, b) => a.n - b.n)
		.filter(({ data }) => !addresses.has(String(data.email ?? '').toLowerCase()));
}
