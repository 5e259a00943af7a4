import type { World } from '#lib/world';
import { isPremium, logsKeptMs } from '#lib/engine/edition';
import { logRowsOf, type LogRows } from '../../folds/rows';
import { isLate, lateIn } from '../../logs/late';
import { logRow } from '../../logs/log-row';
import { GraphError, ok, withContext } from '../answer';
import type { Asked, Call } from '../call';
import { fieldNamed, fieldNames } from '../log-fields';
import { holds, parsedFilter } from '../odata/filter';
import { selected, topOf, type Entity } from '../odata/query';

/** Each row on a page is explained by running its unit again. */
const usualPage = 100;
const longestPage = 999;

function unsupported(name: string): GraphError {
	const known = fieldNames.join(', ');
	return new GraphError(
		400,
		'Request_UnsupportedQuery',
		`Unsupported property '${name}'. The provisioning log knows ${known}.`
	);
}

/** The rows that pass the filter, oldest first. */
function matching(world: World, rows: LogRows, end: number, filter: string | undefined): number[] {
	const clauses = (filter === undefined ? [] : parsedFilter(filter)).map((clause) => {
		const field = fieldNamed(clause.field);
		if (!field) throw unsupported(clause.field);
		return { clause, field };
	});
	const { edition } = world.sim.host;
	// C-528, in the words of Graph.
	if (!isPremium(edition))
		throw new GraphError(
			403,
			'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
			"Neither tenant is B2C or tenant doesn't have premium license"
		);
	const kept = world.clock - logsKeptMs(edition);
	const late = lateIn(world);
	const places: number[] = [];
	for (let place = 0; place < end; place++) {
		if (rows.at[place]! < kept || isLate(late, rows, place)) continue;
		if (clauses.every(({ clause, field }) => holds(clause, field(world, rows, place)))) places.push(place);
	}
	return places;
}

/** Newest first unless asked otherwise; rows that are equal in the property stay newest first. */
function ordered(world: World, rows: LogRows, places: number[], orderby: string | undefined): number[] {
	const newest = places.reverse();
	if (orderby === undefined) return newest;
	const found = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/.exec(orderby);
	if (!found)
		throw new GraphError(400, 'BadRequest', `Invalid value for $orderby: '${orderby}'. Use one property, asc or desc.`);
	const field = fieldNamed(found[1]!);
	if (!field) throw unsupported(found[1]!);
	const way = found[2] === 'desc' ? -1 : 1;
	const keys = new Map(newest.map((place) => [place, field(world, rows, place)]));
	const compare = (a: number, b: number) => {
		const [x, y] = [keys.get(a)!, keys.get(b)!];
		return x < y ? -way : x > y ? way : b - a;
	};
	return newest.sort(compare);
}

/** Where the next page goes on: rows that were written meanwhile do not move it. */
function continued(token: string | undefined, seq: number): { readonly until: number; readonly from: number } {
	if (token === undefined) return { until: seq, from: 0 };
	const found = /^(\d{1,10})_(\d{1,9})$/.exec(token);
	if (!found)
		throw new GraphError(400, 'BadRequest', `Invalid $skiptoken: '${token}'. Use the one of @odata.nextLink.`);
	return { until: Math.min(Number(found[1]), seq), from: Number(found[2]) };
}

function nextLink({ base, version, query }: Asked, until: number, from: number): string {
	const parts = ['filter', 'orderby', 'top', 'select'].flatMap((name) =>
		query.has(name) ? [`$${name}=${encodeURIComponent(query.get(name)!)}`] : []
	);
	return `${base}/${version}/auditLogs/provisioning?${[...parts, `$skiptoken=${until}_${from}`].join('&')}`;
}

const graphRow = (world: World, rows: LogRows, place: number) =>
	({ ...logRow(world, { seq: rows.seq[place]! })!.graph }) as unknown as Entity;

/** C-530: the provisioning log. Rows that the portal hides by default are in it. */
export const provisioningLogs: readonly Call[] = [
	{
		method: 'GET',
		path: '/auditLogs/provisioning',
		title: 'List provisioning logs',
		options: ['filter', 'orderby', 'top', 'skiptoken', 'select'],
		query: "$filter=provisioningStatusInfo/status eq 'failure'&$top=10",
		run(asked) {
			const { world, version, query } = asked;
			const rows = logRowsOf(world.sim);
			const { until, from } = continued(query.get('skiptoken'), world.checkpoint().seq);
			const top = topOf(query, usualPage, longestPage);
			const places = ordered(
				world,
				rows,
				matching(world, rows, rows.before(until), query.get('filter')),
				query.get('orderby')
			);
			const value = places
				.slice(from, from + top)
				.map((place) => graphRow(world, rows, place))
				.map((row) => selected(row, query.get('select'), 'provisioningObjectSummary'));
			const end = from + top;
			return ok(
				withContext(version, 'auditLogs/provisioning', {
					...(end < places.length && { '@odata.nextLink': nextLink(asked, until, end) }),
					value
				})
			);
		}
	}
];
