import type { Json, Ms, Row, Rule, Seq, Slot } from '#lib/engine/base';
import type { Attributes } from '#lib/engine/source';
import { LazyIndex } from '../core/lazy-index';
import { SortedIndex } from '../core/sorted-index';
import { Table, type TableIndex } from '../core/tables';

/** An account of Active Directory; `id` is its objectGUID. A deleted one has no row any more. */
export interface AdRow extends Row {
	readonly id: string;
	readonly attrs: Attributes;
	readonly created: Ms;
	/** H-282: somebody gave the agent's account a right on this object. */
	readonly granted: boolean;
}

/** One entry of the directory's update sequence: what Connect's delta import reads. */
export interface AdFeedRow extends Row {
	readonly at: Ms;
	readonly ad: Slot;
	readonly id: string;
	/** null: created, deleted or moved as a whole. */
	readonly attributes: readonly string[] | null;
	readonly cause: Seq;
}

/** A security group of Active Directory; `id` is its objectGUID. */
export interface AdGroupRow extends Row {
	readonly id: string;
	readonly attrs: Attributes;
	/** Accounts, in the order of their slots. */
	readonly members: readonly Slot[];
	/** H-308: what the directory brings with it is not synchronized. */
	readonly builtIn: boolean;
	readonly deleted: boolean;
	/** Changed since Connect read it last, or with members whom the tenant does not have yet. */
	readonly pending: boolean;
	/** The group of the tenant that Connect made of it. */
	readonly entra: Slot | null;
	readonly cause: Seq;
}

/** An organizational unit. */
export interface AdUnitRow extends Row {
	readonly dn: string;
}

/** The one row of Connect's own state. */
export interface ConnectRow extends Row {
	/** null: a run goes on, or the scheduler is suspended (H-305). */
	readonly nextAt: Ms | null;
	readonly suspended: boolean;
	readonly nextKind: 'delta' | 'initial';
	readonly gridFrom: Ms;
	/** The run that goes on now. */
	readonly run: Slot | null;
	readonly last: Slot | null;
	/** Place of the update sequence up to which it has imported. */
	readonly usn: number;
	/** Units that are chosen to be left out, and those that the last full cycle left out (H-303). */
	readonly excluded: readonly string[];
	readonly applied: readonly string[];
	readonly staging: boolean;
	readonly blockSoftMatch: boolean;
	readonly blockHardMatch: boolean;
	/** H-316: on unless somebody switched it off. */
	readonly duplicateResiliency?: boolean;
	/** null: prevention of accidental deletes is off. */
	readonly deletionThreshold: number | null;
	readonly cause: Seq;
}

export interface ConnectRunRow extends Row {
	readonly kind: 'delta' | 'initial';
	readonly startedAt: Ms;
	readonly endedAt: Ms | null;
	readonly due: Ms;
	/** H-304: in staging mode it exports nothing. */
	readonly staging?: boolean;
	/** success, completed-export-errors, stopped-deletion-threshold-exceeded. */
	readonly status: string | null;
	readonly event: number | null;
	readonly exports: number;
	readonly staged: number;
	readonly failed: number;
	readonly fact: Seq;
}

/** A change that waits for its export to the tenant. */
export interface ConnectExportRow extends Row {
	readonly run: Slot;
	readonly ad: Slot;
	readonly user: Slot | null;
	readonly operation: 'create' | 'link' | 'update' | 'delete' | 'fail';
	readonly values: { readonly [name: string]: Json };
	/** manager is a reference: the slot in Active Directory, null to clear it; absent: untouched. */
	readonly manager?: Slot | null;
	readonly anchor: string;
	readonly code: string;
	/** Why the tenant does not take it. */
	readonly rule?: Rule;
	/** H-320: the deletion threshold stops the export. */
	readonly held: boolean;
	/** H-460: the last run failed with it, and the next one tries it again. */
	readonly failed?: boolean;
	/** What had changed when it failed or was held back; null: everything. */
	readonly attributes?: readonly string[] | null;
	readonly cause: Seq;
}

/** An installed provisioning agent. */
export interface AgentRow extends Row {
	readonly name: string;
	readonly active: boolean;
	/** H-278: it runs and does not answer. */
	readonly silent: boolean;
	/** H-279: its registration with the domain is broken. */
	readonly unregistered?: boolean;
	/** H-110: the schema is read when the agent starts. */
	readonly startedAt: Ms;
}

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : null);

function withIndexes<R extends Row>(...indexes: TableIndex[]): Table<R> {
	const table = new Table<R>();
	table.indexes.push(...indexes);
	return table;
}

/** The tables of the company around the service: Active Directory, Connect, the agents. */
export class HybridTables {
	readonly adById = new LazyIndex<AdRow, string>(
		() => this.adUsers.all(),
		(row) => row.id
	);
	readonly adByEmployeeId = new LazyIndex<AdRow, string>(
		() => this.adUsers.all(),
		(row) => lower(row.attrs.employeeID)
	);
	readonly adByUpn = new LazyIndex<AdRow, string>(
		() => this.adUsers.all(),
		(row) => lower(row.attrs.userPrincipalName)
	);
	readonly adBySam = new LazyIndex<AdRow, string>(
		() => this.adUsers.all(),
		(row) => lower(row.attrs.sAMAccountName)
	);
	readonly adByDn = new LazyIndex<AdRow, string>(
		() => this.adUsers.all(),
		(row) => lower(row.attrs.distinguishedName)
	);
	readonly adByManager = new LazyIndex<AdRow, number>(
		() => this.adUsers.all(),
		(row) => (typeof row.attrs.manager === 'number' ? row.attrs.manager : null)
	);
	readonly pendingAdGroups = new SortedIndex<AdGroupRow, number>((row) => (row.pending ? 0 : null));
	readonly adGroupsByName = new SortedIndex<AdGroupRow, string>((row) =>
		row.deleted ? null : String(row.attrs.displayName).toLowerCase()
	);
	readonly pendingExports = new SortedIndex<ConnectExportRow, number>((row) => (row.held ? 1 : row.failed ? 2 : 0));
	readonly adUnitsByDn = new SortedIndex<AdUnitRow, string>((row) => row.dn.toLowerCase());
	readonly agentsByName = new SortedIndex<AgentRow, string>((row) => row.name);

	readonly adUsers: Table<AdRow> = withIndexes<AdRow>(
		this.adById,
		this.adByEmployeeId,
		this.adByUpn,
		this.adBySam,
		this.adByDn,
		this.adByManager
	);
	readonly adFeed = withIndexes<AdFeedRow>();
	readonly adUnits = withIndexes<AdUnitRow>(this.adUnitsByDn);
	readonly connect = withIndexes<ConnectRow>();
	readonly connectRuns = withIndexes<ConnectRunRow>();
	readonly connectExports = withIndexes<ConnectExportRow>(this.pendingExports);
	readonly adGroups = withIndexes<AdGroupRow>(this.pendingAdGroups, this.adGroupsByName);
	readonly agents = withIndexes<AgentRow>(this.agentsByName);
}
