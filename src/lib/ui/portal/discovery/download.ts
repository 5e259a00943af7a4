import type { ViewArgs, ViewData } from '#lib/views';
import { isoTime } from '#lib/views/time';
import { csv } from '#lib/session/csv';
import { engine } from '#lib/worker/client.svelte';
import { save } from '../logs/download';
import { categoryWords, type Account } from './columns';

const PAGE = 1000;
const heads = ['Category', 'Correlation status', 'Account', 'User name', 'Account ID', 'Matching value', 'Active'];
const userHeads = ['Matched user', 'User principal name', 'User ID', 'Managed by provisioning now', 'Reason'];

const cells = (row: Account) => [
	categoryWords[row.category],
	row.status,
	row.name,
	row.userName,
	row.id,
	row.value,
	row.active,
	row.user?.name,
	row.user?.upn,
	row.user?.id,
	row.managed,
	row.reason
];

/** All accounts that pass the search and the category, as a file. */
export async function downloadReport(asked: ViewArgs<'discovery'>, endedAt: number): Promise<number> {
	const rows: Account[] = [];
	for (;;) {
		const page = await engine.query<ViewData<'discovery'>>('discovery', { ...asked, from: rows.length, count: PAGE });
		rows.push(...page.rows);
		if (page.rows.length === 0 || rows.length >= page.total) break;
	}
	const text = csv([...heads, ...userHeads], rows.map(cells));
	const name = `AccountDiscovery_${asked.app}_${isoTime(endedAt).slice(0, 16).replaceAll(':', '')}.csv`;
	save(name, new Blob([text], { type: 'text/csv' }));
	return rows.length;
}
