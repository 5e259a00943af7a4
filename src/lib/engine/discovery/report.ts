import type { Ms, Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { NEW } from '../unit';
import { discoveryTime } from './duration';
import type { PageOutcome } from './page';
import { categoryOf, nothing, type DiscoveredRow, type DiscoveryCounts, type DiscoveryRow } from './records';
import { sortedAccounts, usersByValue } from './sort';

/** C-313: an application that asks to wait is asked again, three times for one page. */
export function awaitPage(host: Host, row: DiscoveryRow, ms: Ms, recorder: Recorder): void {
	put(recorder, { ...row, waits: row.waits + 1, due: host.now + ms });
}

/** Keeps what a page showed, and says when the next one is asked for: the pages are spread over the time of the report. */
export function closePage(
	host: Host,
	row: DiscoveryRow,
	outcome: PageOutcome,
	took: Ms,
	recorder: Recorder,
	fact: Seq
): void {
	if ('failure' in outcome) return end(host, row, recorder, { error: outcome.failure });
	const idle = { ...row, waits: 0 };
	if ('without' in outcome) {
		const readyAt = row.startedAt + discoveryTime(0);
		put(recorder, { ...idle, pages: false, startIndex: null, readyAt, due: Math.max(host.now, readyAt) });
		return;
	}
	const { page, accounts } = outcome;
	if (accounts.length > 0)
		recorder.put<DiscoveredRow>('discovered', NEW, { slot: NEW, discovery: row.slot, accounts, fact });
	const next = row.startIndex! + accounts.length;
	const readyAt = row.readyAt ?? row.startedAt + discoveryTime(page.total);
	const isLast = accounts.length === 0 || next > page.total;
	const share = Math.min(1, (next - 1) / Math.max(1, page.total));
	const due = isLast ? readyAt : row.startedAt + Math.round((readyAt - row.startedAt) * share);
	put(recorder, {
		...idle,
		firstId: row.firstId ?? accounts[0]?.id ?? null,
		total: page.total,
		readyAt,
		startIndex: isLast ? null : next,
		due: Math.max(host.now + took, due)
	});
}

/** The moment of the report: every account is sorted, by the directory as it is now (C-418). */
export function closeDiscovery(
	host: Host,
	row: DiscoveryRow,
	found: readonly DiscoveredRow[],
	recorder: Recorder
): void {
	const job = host.job(row.job);
	// C-423: what came before the application turned out not to page is worth nothing.
	if (!row.pages) {
		for (const { slot } of found) recorder.put('discovered', slot, null);
		return end(host, row, recorder, {});
	}
	const source = host.sourceOf(job);
	const users = usersByValue(source, row.source);
	const app = host.app(row.app);
	const counts = { ...nothing };
	for (const page of found) {
		const accounts = sortedAccounts(page.accounts, users, source, app, host.now);
		for (const account of accounts) counts[categoryOf(account)]++;
		recorder.put<DiscoveredRow>('discovered', page.slot, { ...page, accounts });
	}
	end(host, row, recorder, { counts });
}

/** Its job is gone, and the credentials with it. */
export function abandonDiscovery(host: Host, row: DiscoveryRow, recorder: Recorder): void {
	const message = 'The provisioning configuration was deleted while the report ran.';
	end(host, row, recorder, { error: { code: 'NotConfigured', message } });
}

function end(
	host: Host,
	row: DiscoveryRow,
	recorder: Recorder,
	result: { readonly counts?: DiscoveryCounts; readonly error?: { code: string; reason?: string; message?: string } }
): void {
	const counts = result.counts ?? nothing;
	const error = result.error
		? { code: result.error.code, message: result.error.message ?? result.error.reason ?? '' }
		: null;
	const rule = row.pages ? 'C-418' : 'C-423';
	const text = `The discovery report of ${host.app(row.app).name} ${resultWords(row, counts, error)}.`;
	const fact = recorder.tell('discovery.ended', rule, row.fact, 'discoveries', row.slot, error ? 1 : 0, text);
	put(recorder, {
		...row,
		startIndex: null,
		due: host.now,
		endedAt: host.now,
		readyAt: row.readyAt ?? host.now,
		counts,
		error,
		endFact: fact
	});
}

function put(recorder: Recorder, row: DiscoveryRow): void {
	recorder.put('discoveries', row.slot, row);
}

function resultWords({ pages }: DiscoveryRow, counts: DiscoveryCounts, error: DiscoveryRow['error']): string {
	if (error) return `failed: ${error.code}, ${error.message.replace(/\.$/, '')}`;
	if (!pages) return 'has 0 results: the application does not list its accounts in pages';
	const words = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
	const { local, unassigned, assigned } = counts;
	return `is ready: ${words(local, 'local account')}, ${words(unassigned, 'unassigned user')}, ${words(assigned, 'assigned user')}`;
}
