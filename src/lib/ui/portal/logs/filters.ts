import type { ViewArgs } from '#lib/views';
import { sortingFrom, sortingText } from '../address';
import { numberWords } from '../amounts';
import { dateWords, DAY, HOUR, isSameDay, timeWords } from '#lib/views/timeline/words';
import type { Sorting } from '../../kit';

/** What the log is narrowed to; null or empty: everything. Times are the world's. */
export interface LogFilters {
	readonly app: string | null;
	readonly cycle: number | null;
	readonly status: string | null;
	readonly action: string | null;
	/** "24h", "7d", "30d", or "custom" with since and until. */
	readonly range: string | null;
	readonly since: number | null;
	readonly until: number | null;
	readonly search: string;
	/** Rows of objects that are neither assigned nor linked (C-523). */
	readonly hidden: boolean;
	/** Rows that are older than the real portal keeps them (C-527). */
	readonly expired: boolean;
	readonly sorting: Sorting | null;
}

export const noFilters: LogFilters = {
	app: null,
	cycle: null,
	status: null,
	action: null,
	range: null,
	since: null,
	until: null,
	search: '',
	hidden: false,
	expired: false,
	sorting: null
};

const words = (...values: string[]) => values.map((value) => ({ value, label: value }));

export const statusOptions = words('Success', 'Failure', 'Skipped', 'Warning');
export const actionOptions = words('Create', 'Update', 'Delete', 'Disable', 'StagedDelete', 'Other');
export const rangeOptions = [
	{ value: '1h', label: 'Last hour', ms: HOUR },
	{ value: '24h', label: 'Last 24 hours', ms: DAY },
	{ value: '7d', label: 'Last 7 days', ms: 7 * DAY },
	{ value: '30d', label: 'Last 30 days', ms: 30 * DAY }
];

const sortable = { date: 'date', identity: 'identity', action: 'action', status: 'status', target: 'target' } as const;

/** The question for a part of the list. `now` is where the clock stands. */
export function logsAsked(
	filters: LogFilters,
	now: number,
	part: { readonly from: number; readonly count: number }
): ViewArgs<'logs'> {
	const { app, cycle, status, action, search, hidden, expired, sorting } = filters;
	const range = rangeOptions.find(({ value }) => value === filters.range);
	const since = range ? now - range.ms : filters.since;
	return {
		...(app && { app }),
		...(cycle !== null && { cycle }),
		status: status ? [status] : [],
		action: action ? [action] : [],
		identity: search,
		...(since !== null && { since }),
		...(filters.range === 'custom' && filters.until !== null && { until: filters.until }),
		includeHidden: hidden,
		includeExpired: expired,
		sort: sortable[(sorting?.column ?? 'date') as keyof typeof sortable] ?? 'date',
		descending: sorting ? sorting.down : true,
		...part
	};
}

/** "Status is Failure and Cycle is 3": what an empty list says of its filters. */
export function filterWords({ cycle, status, action, range, search }: LogFilters, cycleName?: string): string {
	const said = [
		status && `Status is ${status}`,
		action && `Action is ${action}`,
		cycle !== null && `Cycle is ${cycleName ?? cycle}`,
		range && `Date is ${(rangeOptions.find(({ value }) => value === range)?.label ?? 'a chosen range').toLowerCase()}`,
		search && `Identity contains "${search}"`
	].filter(Boolean);
	return said.join(' and ');
}

/** C-527: what a row of the past is to the real portal. */
export function expiredWords(count: number): string {
	return count === 1 ? '1 row is older' : `${numberWords(count)} rows are older`;
}

const number = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : null);
const oneOf = (options: readonly { value: string }[], text: string | null) =>
	options.some(({ value }) => value === text) ? text : null;

/** The filters that an address names; what it does not name, or names wrongly, is not narrowed. */
export function filtersFrom(address: URLSearchParams): LogFilters {
	const since = number(address.get('since'));
	const until = number(address.get('until'));
	const isCustom = since !== null || until !== null;
	return {
		...noFilters,
		app: address.get('app'),
		cycle: number(address.get('cycle')),
		status: oneOf(statusOptions, address.get('status')),
		action: oneOf(actionOptions, address.get('action')),
		range: isCustom ? 'custom' : oneOf(rangeOptions, address.get('range')),
		since,
		until,
		search: (address.get('search') ?? '').slice(0, 200),
		hidden: address.has('hidden'),
		expired: address.has('expired'),
		sorting: sortingFrom(address.get('sort') ?? '', Object.keys(sortable))
	};
}

/** And back, for a link to what is seen now. */
export function addressOf(filters: LogFilters, row: number | null = null, tab: string | null = null): string {
	const { app, cycle, status, action, range, since, until, search, hidden, expired, sorting } = filters;
	const address = new URLSearchParams();
	const put = (name: string, value: string | number | null) => value !== null && address.set(name, String(value));
	put('app', app);
	put('cycle', cycle);
	put('status', status);
	put('action', action);
	if (range === 'custom') {
		put('since', since);
		put('until', until);
	} else put('range', range);
	put('search', search || null);
	put('hidden', hidden ? 1 : null);
	put('expired', expired ? 1 : null);
	put('sort', sortingText(sorting) || null);
	put('row', row);
	put('tab', row === null ? null : tab);
	return address.toString();
}

interface Span {
	readonly from: number;
	readonly to: number;
}

/** The filters with the range that was taken on the timeline; without the one that was followed until now, if it is given up. */
export function rangeIn(filters: LogFilters, range: Span | null, before: Span | null): LogFilters {
	if (range) return { ...filters, range: 'custom', since: Math.floor(range.from), until: Math.ceil(range.to) };
	if (!before || filters.range !== 'custom' || filters.since !== Math.floor(before.from)) return filters;
	return { ...filters, range: null, since: null, until: null };
}

/** "09:05 to 09:41": what the chip says of a chosen interval. */
export function rangeWords(since: number | null, until: number | null, now: number): string {
	const words = (at: number) => (isSameDay(at, now) ? timeWords(at) : `${dateWords(at)} ${timeWords(at)}`);
	if (since === null) return until === null ? 'Custom time interval' : `until ${words(until)}`;
	return until === null ? `since ${words(since)}` : `${words(since)} to ${words(until)}`;
}
