import type { Ms, Slot } from './base';
import type { EraProfile } from './eras';
import type {
	ConfigRow,
	CycleRow,
	EscrowRow,
	JobRow,
	LinkRow,
	PlanRow,
	RemovalRow,
	WrittenMemberRow
} from './job/records';
import type { TargetValue } from './target/target';
import type { AssignmentRow, FeedRow, GroupRow, MemberRow, PrincipalKind, UserRow } from './source';

/** The directory as it was when a cycle began to read it (C-127, C-157). */
export interface SourceView {
	user(slot: Slot): UserRow | null;
	group(slot: Slot): GroupRow | null;
	/** Direct members. */
	membersOf(group: Slot): readonly MemberRow[];
	/** Direct memberships of a user or group. */
	membershipsOf(kind: PrincipalKind, slot: Slot): readonly MemberRow[];
	assignmentsOfApp(app: Slot): readonly AssignmentRow[];
	/** Whether there is any; asked of everybody. */
	isAssigned(app: Slot): boolean;
	assignmentsOfPrincipal(kind: PrincipalKind, slot: Slot): readonly AssignmentRow[];
	readonly userCount: number;
	readonly groupCount: number;
	userById(id: string): Slot | undefined;
}

/** What the service has to know of an application beside its SCIM answers. */
export interface AppView {
	readonly slot: Slot;
	readonly key: string;
	readonly name: string;
	/** The object id of the service principal. */
	readonly id: string;
	readonly supportsDisable: boolean;
	/** Without it a hard delete ends in an inactive account. */
	readonly supportsDelete: boolean;
	readonly configuredAt: Ms;
	/** What a connection through an agent takes at least. */
	readonly probeMs?: Ms;
	/** A gallery connector paces itself to the vendor's limits: what one write of this kind takes at least. */
	readonly pace: { readonly create: Ms; readonly write: Ms };
	/** how many writes of a page of 100 a throttled custom app takes; null: all. */
	readonly writesPerPage: number | null;
	/** How many members it takes in one request; absent: any number. */
	readonly membersPerRequest?: number | undefined;
	/** C-185 holds only for gallery connectors. */
	readonly gallery: boolean;
	/** Values that the connector itself refuses (C-192): the offending attribute, or null. Absent: the target alone decides. */
	refuses?(values: readonly TargetValue[]): { readonly attribute: string; readonly message: string } | null;
}

export interface TenantView {
	readonly era: EraProfile;
	readonly replicationMs: Ms;
	readonly cycleMinutes: number;
	readonly staleLink: 'recreate' | 'invalidAnchor';
	readonly thresholdScale: number;
	readonly defaultDomain: string;
}

/** All that the engine reads. What it changes it hands back as writes. */
export interface Host {
	readonly now: Ms;
	readonly tenant: TenantView;
	app(slot: Slot): AppView;
	job(slot: Slot): JobRow;
	config(slot: Slot): ConfigRow;
	plan(slot: Slot): PlanRow;
	cycle(slot: Slot): CycleRow;
	/** What the job reads, now, or as it was when a cycle began: the directory, or a human-resources system. */
	sourceOf(job: JobRow, cycle?: CycleRow): SourceView;
	/** Entries that became visible after `from` and not after `to`, in their order. */
	feed(from: Ms, to: Ms, job: JobRow): readonly FeedRow[];
	link(job: Slot, kind: PrincipalKind, source: Slot): LinkRow | null;
	linksTo(job: Slot, targetId: string): readonly LinkRow[];
	linksOf(job: Slot): readonly LinkRow[];
	linkCount(job: Slot): number;
	/** Tombstones too: what the status page counts (C-446 to C-448). */
	everyLinkOf(job: Slot): readonly LinkRow[];
	escrow(job: Slot, kind: PrincipalKind, source: Slot): EscrowRow | null;
	escrowsOf(job: Slot): readonly EscrowRow[];
	removalsOf(job: Slot): readonly RemovalRow[];
	/** The first removal of this cycle that is neither carried out nor held back yet. */
	pendingRemoval(cycle: Slot): RemovalRow | null;
	/** Memberships that the job has written to its target, by group. */
	writtenMembers(job: Slot, group: Slot): readonly WrittenMemberRow[];
	/** Whether the job has sent a mail since that moment. */
	mailedSince(job: Slot, at: Ms): boolean;
}
