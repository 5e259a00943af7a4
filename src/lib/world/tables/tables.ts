import { tableNames, type Row, type Slot } from '#lib/engine/base';
import type { DiscoveredRow, DiscoveryRow } from '#lib/engine/discovery/records';
import type {
	ConfigRow,
	CycleRow,
	EscrowRow,
	JobRow,
	LinkRow,
	PlanRow,
	RemovalRow,
	WrittenMemberRow
} from '#lib/engine/job/records';
import type { AssignmentRow, FeedRow, GroupRow, MemberRow, PrincipalKind, UserRow } from '#lib/engine/source';
import { CountIndex } from '../core/count-index';
import { hashText } from '../core/hash';
import { SortedIndex } from '../core/sorted-index';
import { Table, type TableIndex } from '../core/tables';
import { errorsName } from '#lib/tenant/connect/put-aside';
import { LazyIndex } from '../core/lazy-index';
import { MultiIndex } from '../core/multi-index';
import { addressesOf } from '#lib/tenant/connect/addresses';
import { AccountIndexes, accountTypeKey } from './accounts';
import { HrTables } from './hr';
import { MembershipsIndex } from './memberships';
import { reminderOf, TimerIndex } from './timers';
import type { AccountRow, AppRow, AuditRow, CommandRow, MailRow, TenantRow, TimerRow } from './rows';

/** A user or a group in one number. */
export function principalKey(kind: PrincipalKind, slot: Slot): number {
	return (kind === 'group' ? 1 << 24 : 0) + slot;
}

/** A job's view of one object in one number: 8 bits of job, one of kind, 24 of slot. */
export function jobKey(job: Slot, kind: PrincipalKind, slot: Slot): number {
	return job * 2 ** 25 + principalKey(kind, slot);
}

function lower(value: unknown): string | null {
	return typeof value === 'string' ? value.toLowerCase() : null;
}

function withIndexes<R extends Row>(...indexes: TableIndex[]): Table<R> {
	const table = new Table<R>();
	table.indexes.push(...indexes);
	return table;
}

/** All tables with their look-ups; nothing but `put` changes either. */
export class Tables extends HrTables {
	readonly usersById = new LazyIndex<UserRow, string>(
		() => this.users.all(),
		(row) => row.id
	);
	readonly usersByUpn = new LazyIndex<UserRow, string>(
		() => this.users.all(),
		(row) => lower(row.attrs.userPrincipalName)
	);
	/** H-309: the source anchor. */
	readonly usersByAnchor = new LazyIndex<UserRow, string>(
		() => this.users.all(),
		(row) => (row.attrs.immutableId as string | null) ?? null
	);
	readonly usersByEmployeeId = new LazyIndex<UserRow, string>(
		() => this.users.all(),
		(row) => lower(row.attrs.employeeId)
	);
	readonly usersByAddress = new MultiIndex<UserRow>(
		() => this.users.all(),
		(row) => addressesOf(row.attrs)
	);
	/** H-316: living users with values that the tenant put aside. */
	readonly usersPutAside = new LazyIndex<UserRow, number>(
		() => this.users.all(),
		({ attrs, softDeletedAt }) => (attrs[errorsName] && softDeletedAt === null ? 0 : null)
	);
	readonly groupsById = new SortedIndex<GroupRow, string>((row) => row.id);
	readonly dynamicGroups = new SortedIndex<GroupRow, number>((row) =>
		row.membership === 'dynamic' && row.softDeletedAt === null ? 0 : null
	);
	readonly membersByGroup = new SortedIndex<MemberRow, number>((row) => row.group);
	readonly membersByMember = new MembershipsIndex();
	readonly assignmentsByApp = new LazyIndex<AssignmentRow, number>(
		() => this.assignments.all(),
		(row) => row.app
	);
	readonly assignmentsByPrincipal = new LazyIndex<AssignmentRow, number>(
		() => this.assignments.all(),
		(row) => principalKey(row.kind, row.principal)
	);
	readonly appsByKey = new SortedIndex<AppRow, string>((row) => row.key);
	readonly jobsByApp = new SortedIndex<JobRow, number>((row) => row.app);
	readonly runningCycles = new SortedIndex<CycleRow, number>((row) => (row.endedAt === null ? 0 : null));
	readonly cyclesByJob = new LazyIndex<CycleRow, number>(
		() => this.cycles.all(),
		(row) => row.job
	);
	readonly linksBySource = new LazyIndex<LinkRow, number>(
		() => this.links.all(),
		(row) => (row.gone ? null : jobKey(row.job, row.kind, row.source))
	);
	readonly linksByTarget = new LazyIndex<LinkRow, string>(
		() => this.links.all(),
		(row) => (row.gone ? null : `${row.job}/${row.targetId}`)
	);
	readonly linksByJob = new LazyIndex<LinkRow, number>(
		() => this.links.all(),
		(row) => (row.gone ? null : row.job)
	);
	/** Tombstones too. */
	readonly everyLinkByJob = new LazyIndex<LinkRow, number>(
		() => this.links.all(),
		(row) => row.job
	);
	readonly escrowsBySource = new LazyIndex<EscrowRow, number>(
		() => this.escrows.all(),
		(row) => jobKey(row.job, row.kind, row.source)
	);
	readonly escrowsByJob = new LazyIndex<EscrowRow, number>(
		() => this.escrows.all(),
		(row) => row.job
	);
	readonly removalsByJob = new LazyIndex<RemovalRow, number>(
		() => this.removals.all(),
		(row) => row.job
	);
	readonly pendingRemovals = new LazyIndex<RemovalRow, number>(
		() => this.removals.all(),
		(row) => (row.held ? null : row.cycle)
	);
	readonly auditsByJob = new LazyIndex<AuditRow, number>(
		() => this.audits.all(),
		(row) => row.job
	);
	readonly mailsByJob = new SortedIndex<MailRow, number>((row) => row.job);
	readonly writtenByGroup = new LazyIndex<WrittenMemberRow, number>(
		() => this.written.all(),
		(row) => jobKey(row.job, 'group', row.group)
	);
	/** Accounts by application and type, and links by job and kind, tombstones too. */
	readonly accountCounts = new CountIndex<AccountRow>(({ app, resource }) => accountTypeKey(app, resource.type));
	readonly linkCounts = new CountIndex<LinkRow>(({ job, kind }) => jobKey(job, kind, 0));
	readonly accountIndexes = new AccountIndexes(
		() => this.accounts,
		(app) => {
			const { kind, key } = this.apps.get(app)!;
			return { kind, seed: hashText(key, this.seed) };
		}
	);
	readonly accountsByType = new LazyIndex<AccountRow, number>(
		() => this.accounts.all(),
		({ app, resource }) => accountTypeKey(app, resource.type)
	);
	readonly runningDiscoveries = new SortedIndex<DiscoveryRow, number>((row) => (row.endedAt === null ? 0 : null));
	readonly discoveriesByApp = new SortedIndex<DiscoveryRow, number>((row) => row.app);
	readonly pagesByDiscovery = new LazyIndex<DiscoveredRow, number>(
		() => this.discovered.all(),
		(row) => row.discovery
	);

	readonly commands = withIndexes<CommandRow>();
	readonly users: Table<UserRow> = withIndexes<UserRow>(
		this.usersById,
		this.usersByUpn,
		this.usersByEmployeeId,
		this.usersByAnchor,
		this.usersByAddress,
		this.usersPutAside
	);
	readonly groups = withIndexes<GroupRow>(this.groupsById, this.dynamicGroups);
	readonly members = withIndexes<MemberRow>(this.membersByGroup, this.membersByMember);
	readonly assignments: Table<AssignmentRow> = withIndexes<AssignmentRow>(
		this.assignmentsByApp,
		this.assignmentsByPrincipal
	);
	readonly apps = withIndexes<AppRow>(this.appsByKey);
	readonly accounts: Table<AccountRow> = withIndexes<AccountRow>(this.accountCounts, this.accountsByType);
	readonly jobs = withIndexes<JobRow>(this.jobsByApp);
	readonly cycles: Table<CycleRow> = withIndexes<CycleRow>(this.runningCycles, this.cyclesByJob);
	readonly links: Table<LinkRow> = withIndexes<LinkRow>(
		this.linkCounts,
		this.linksBySource,
		this.linksByTarget,
		this.linksByJob,
		this.everyLinkByJob
	);
	readonly escrows: Table<EscrowRow> = withIndexes<EscrowRow>(this.escrowsBySource, this.escrowsByJob);
	readonly feed = withIndexes<FeedRow>();
	readonly timers = withIndexes<TimerRow>();
	readonly timerIndex = new TimerIndex();
	readonly mails = withIndexes<MailRow>(this.mailsByJob);
	readonly audits: Table<AuditRow> = withIndexes<AuditRow>(this.auditsByJob);
	readonly tenant = withIndexes<TenantRow>();
	readonly configs = withIndexes<ConfigRow>();
	readonly plans = withIndexes<PlanRow>();
	readonly written: Table<WrittenMemberRow> = withIndexes<WrittenMemberRow>(this.writtenByGroup);
	readonly removals: Table<RemovalRow> = withIndexes<RemovalRow>(this.removalsByJob, this.pendingRemovals);
	readonly discoveries = withIndexes<DiscoveryRow>(this.runningDiscoveries, this.discoveriesByApp);
	readonly discovered: Table<DiscoveredRow> = withIndexes<DiscoveredRow>(this.pagesByDiscovery);

	/** The world's seed: ids of accounts are made from it. */
	constructor(readonly seed: number) {
		super();
		this.accounts.indexes.push(this.accountIndexes);
		this.timers.indexes.push(this.timerIndex);
		this.accounts.indexes.push({ index: (was, is) => this.timerIndex.index(reminderOf(was), reminderOf(is)) });
	}

	/** In the order of the table names, as the tape numbers them. */
	list(): Table[] {
		return tableNames.map((name) => this[name] as unknown as Table);
	}
}
