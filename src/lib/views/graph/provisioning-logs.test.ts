import { describe, expect, it } from 'vitest';
import { at, changed, must } from '../testing.fixture';
import { send } from './testing.fixture';
import { parsedFilter } from './odata/filter';

const world = changed();
interface Row {
	readonly id: string;
	readonly activityDateTime: string;
	readonly provisioningAction: string;
	readonly sourceIdentity: { readonly id: string; readonly displayName: string };
	readonly targetIdentity: { readonly id: string };
}

function list(options: Record<string, string> = {}) {
	const query = Object.entries(options).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	return page(`/v1.0/auditLogs/provisioning?${query.join('&')}`);
}

function page(path: string, of = world) {
	const { status, body } = send(of, 'GET', path);
	const { value, error } = body as { value?: readonly Row[]; error?: { message: string } };
	return {
		status,
		rows: value ?? [],
		next: (body as Record<string, string>)['@odata.nextLink'],
		error: error?.message
	};
}

describe('the provisioning log by Graph', () => {
	it('C-530: lists all rows, newest first, those included that the portal hides', () => {
		const { rows, next } = list();
		expect(rows).toHaveLength(5);
		expect(next).toBeUndefined();
		const times = rows.map(({ activityDateTime }) => Date.parse(activityDateTime));
		expect(times).toEqual([...times].sort((a, b) => b - a));
	});

	it('C-530: filters with eq, contains, gt and lt, joined with and', () => {
		const [first] = list().rows;
		const { id, displayName } = first!.sourceIdentity;
		expect(list({ $filter: `sourceIdentity/id eq '${id}'` }).rows.length).toBeGreaterThan(0);
		expect(list({ $filter: `contains(sourceIdentity/displayName, '${displayName.slice(1, 5)}')` }).rows).not.toEqual(
			[]
		);
		const actions = (filter: string) =>
			list({ $filter: filter }).rows.map(({ provisioningAction }) => provisioningAction);
		expect(actions("provisioningAction eq 'create'")).toEqual(['create', 'create', 'create']);
		expect(actions("provisioningAction eq 'create' and activityDateTime gt 2026-03-02T08:45:00Z")).toEqual([]);
		expect(actions("activityDateTime gt 2026-03-02T08:45:00Z and statusInfo/status eq 'success'").sort()).toEqual([
			'disable',
			'update'
		]);
		expect(list({ $filter: 'activityDateTime lt 2026-03-02T08:45:00Z' }).rows).toHaveLength(3);
		expect(list({ $filter: 'durationInMilliseconds gt 3000' }).rows).toHaveLength(2);
		expect(list({ $filter: `targetIdentity/id eq '${first!.targetIdentity.id}'` }).rows.length).toBeGreaterThan(0);
		expect(list({ $filter: `id eq '${first!.id}'` }).rows).toHaveLength(1);
	});

	it('C-530: filter values are case-sensitive', () => {
		expect(list({ $filter: "provisioningAction eq 'Create'" }).rows).toEqual([]);
		expect(list({ $filter: "contains(sourceSystem/displayName, 'microsoft')" }).rows).toEqual([]);
		expect(list({ $filter: "contains(sourceSystem/displayName, 'Microsoft')" }).rows).toHaveLength(5);
	});

	it('C-530: orders by a property, both ways', () => {
		const names = (orderby: string) => list({ $orderby: orderby }).rows.map((row) => row.sourceIdentity.displayName);
		expect(names('sourceIdentity/displayName')).toEqual([...names('sourceIdentity/displayName')].sort());
		expect(names('sourceIdentity/displayName desc')).toEqual([...names('sourceIdentity/displayName')].sort().reverse());
		expect(list({ $orderby: 'activityDateTime asc' }).rows.map(({ id }) => id)).toEqual(
			list()
				.rows.map(({ id }) => id)
				.reverse()
		);
	});

	it('C-530: goes on with the skip token where the page ended, whatever is written meanwhile', () => {
		const own = changed();
		const first = page('/v1.0/auditLogs/provisioning?$top=2', own);
		expect(first.rows).toHaveLength(2);
		expect(first.next).toContain('https://graph.microsoft.com/v1.0/auditLogs/provisioning?$top=2&$skiptoken=');
		must(own, 'user.edit', { user: 7, attribute: 'jobTitle', value: 'Pilot' });
		own.advance({ to: at('09:41') });
		const second = page(first.next!.slice('https://graph.microsoft.com'.length), own);
		const third = page(second.next!.slice('https://graph.microsoft.com'.length), own);
		expect([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).toEqual(list().rows.map(({ id }) => id));
		expect(third.next).toBeUndefined();
	});

	it('C-478: finds the rows of a job by its id when its configuration has been deleted', () => {
		const gone = changed();
		const { id } = gone.tables.jobs.get(0)!;
		must(gone, 'job.delete', { app: 'byoa' });
		const filter = encodeURIComponent(`jobId eq '${id}'`);
		expect(page(`/v1.0/auditLogs/provisioning?$filter=${filter}`, gone).rows).toHaveLength(5);
	});

	it('selects what is asked for', () => {
		expect(Object.keys(list({ $select: 'id,jobId', $top: '1' }).rows[0]!).sort()).toEqual(['id', 'jobId']);
	});

	it('C-519: the deprecated beta names still filter', () => {
		expect(list({ $filter: "action eq 'disable'" }).rows).toHaveLength(1);
		expect(list({ $filter: "statusInfo/status eq 'skipped'" }).rows).toHaveLength(1);
	});

	it('C-524: unknownFutureValue is accepted in filters and never found', () => {
		expect(list({ $filter: "provisioningAction eq 'unknownFutureValue'" })).toMatchObject({ status: 200, rows: [] });
	});

	it.each([
		['$filter', "nobody eq 'x'", "Unsupported property 'nobody'"],
		['$filter', "provisioningAction ne 'create'", 'eq, gt or lt'],
		['$filter', "provisioningAction eq 'create' or id eq 'x'", 'and'],
		['$filter', "contains(id 'x')", 'Invalid filter clause'],
		['$filter', "id eq 'x", 'position'],
		['$filter', 'activityDateTime gt yesterday', 'neither a date nor a number'],
		['$orderby', 'nobody', 'Unsupported property'],
		['$orderby', 'id up', '$orderby'],
		['$top', '0', '$top'],
		['$top', 'many', '$top'],
		['$skiptoken', 'x', '$skiptoken'],
		['$expand', 'x', '$expand']
	])('a wrong %s of %s is told with its reason', (name, value, reason) => {
		const { status, error } = list({ [name]: value });
		expect(status).toBe(400);
		expect(error).toContain(reason);
	});

	it('L-38, C-527: rows disappear after 30 days', () => {
		const own = changed();
		must(own, 'job.stop', { app: 'byoa' });
		own.advance({ by: 31 * 24 * 3_600_000 });
		expect(page('/v1.0/auditLogs/provisioning', own).rows).toEqual([]);
	});
});

describe('a filter', () => {
	it('is a list of clauses; a quotation mark within a text is doubled', () => {
		expect(
			parsedFilter("contains(sourceIdentity/displayName,'O''Brien') and activityDateTime gt 2026-03-02T08:00:00Z")
		).toEqual([
			{ field: 'sourceIdentity/displayName', operator: 'contains', value: "O'Brien" },
			{ field: 'activityDateTime', operator: 'gt', value: '2026-03-02T08:00:00Z' }
		]);
	});
});
