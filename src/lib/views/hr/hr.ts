import type { Slot } from '#lib/engine/base';
import { displayName } from '#lib/engine/source';
import { dateAt, nextDay, visibleFrom, type HrSystem } from '#lib/hr/dates';
import { nextEmployment } from '#lib/hr/employments';
import { endsAt } from '#lib/hr/worker';
import { anchorOf } from '#lib/tenant/entra/anchor';
import type { World } from '#lib/world';
import { named } from '#lib/world/hr/sample';
import type { WorkerRow } from '#lib/world/tables/hr';
import { profileOf } from '../profile';

/** The human-resources system of a company, under its own names; null: there is none. */
export interface Hr {
	readonly system: HrSystem;
	readonly name: string;
	/** The day it is, as dates are written in HR. */
	readonly today: string;
	/** What this system calls the fields that the forms ask for. */
	readonly fields: { readonly [known in Known]: string };
	/** Where it keeps that somebody is on leave, and as what. */
	readonly leave: Leave;
}

interface Leave {
	readonly field: string;
	readonly kinds: readonly { readonly value: string; readonly label: string }[];
	/** What becomes of the account. */
	readonly follows: string;
}

const leaves: { readonly [system in HrSystem]: Leave } = {
	// H-136.
	workday: {
		field: 'LeaveAbsenceType',
		kinds: ['Parental', 'Medical', 'Sabbatical'].map((value) => ({ value, label: `${value} leave` })),
		follows: 'Active stays 1, so the account stays enabled in the mapping as shipped.'
	},
	// H-135, H-137.
	successfactors: {
		field: 'EmpJob.emplStatus',
		kinds: [
			{ value: 'U', label: 'U: unpaid leave' },
			{ value: 'P', label: 'P: paid leave' },
			{ value: 'F', label: 'F: furlough' },
			{ value: 'S', label: 'S: suspended' }
		],
		follows: 'As shipped, the account stays enabled; a mapping of emplStatus can disable for F and S.'
	}
};

const known = ['firstName', 'lastName', 'name', 'title', 'organisation', 'city', 'company'] as const;
type Known = (typeof known)[number];

export function hrOf(world: World): Hr | null {
	const { hr: system } = world.sim.host.tenantRow;
	if (system === 'none') return null;
	const itself = Object.fromEntries(known.map((name) => [name, name]));
	const fields = Object.fromEntries(
		Object.entries(named(itself, system)).map(([field, name]) => [String(name), field])
	);
	const name = system === 'workday' ? 'Workday' : 'SuccessFactors';
	return { system, name, today: dateAt(world.clock), fields: fields as Hr['fields'], leave: leaves[system] };
}

export function workerText(row: WorkerRow, field: string | undefined): string | null {
	const value = field === undefined ? null : row.fields[field];
	return value === null || value === undefined ? null : String(value);
}

export function workerName(row: WorkerRow, { fields }: Hr): string {
	return workerText(row, fields.name) ?? row.workerId;
}

export const workerStates = ['active', 'on leave', 'future hire', 'leaving', 'terminated', 'hire rescinded'] as const;
export type WorkerState = (typeof workerStates)[number];

/** Whether another employment begins on the day after the last one (H-158). */
export function isFollowed(row: WorkerRow): boolean {
	return row.lastDay !== null && nextEmployment(row)?.start === nextDay(row.lastDay);
}

export function stateOf(row: WorkerRow, { system, leave }: Hr, at: number): WorkerState {
	if (row.rescinded) return 'hire rescinded';
	if (at >= endsAt(row, system)) return 'terminated';
	if (visibleFrom(system, row.hireDate) > at) return 'future hire';
	if (row.lastDay !== null && !isFollowed(row)) return 'leaving';
	const kind = workerText(row, leave.field);
	return kind && kind !== 'A' ? 'on leave' : 'active';
}

/** The account or user that a job from HR has linked to a worker. */
export interface WorkerLink {
	readonly job: string;
	/** The application that the job belongs to. */
	readonly app: string;
	readonly target: 'Active Directory' | 'Microsoft Entra ID';
	/** The account's name there; null: it is gone. */
	readonly account: string | null;
	/** The user that the tenant has of it; null: none yet. */
	readonly user: { readonly slot: Slot; readonly name: string } | null;
}

/** The jobs that read this system. */
export function hrJobs({ tables }: World): readonly { readonly slot: Slot; readonly app: Slot }[] {
	return [...tables.jobs.all()].filter(({ app }) => profileOf(tables.apps.get(app)!).template?.source === 'hr');
}

export function isLinked(world: World, worker: Slot): boolean {
	return hrJobs(world).some(({ slot }) => world.sim.host.link(slot, 'user', worker));
}

export function linksOf(world: World, worker: Slot): WorkerLink[] {
	const { tables, sim } = world;
	const found: WorkerLink[] = [];
	for (const { slot, app: appSlot } of hrJobs(world)) {
		const link = sim.host.link(slot, 'user', worker);
		if (!link) continue;
		const app = tables.apps.get(appSlot)!;
		const isAd = profileOf(app).template!.target === 'ad';
		const adSlot = isAd ? tables.adById.first(link.targetId) : undefined;
		const account = adSlot === undefined ? null : tables.adUsers.get(adSlot);
		const userSlot = isAd
			? account && tables.usersByAnchor.first(anchorOf(account))
			: tables.usersById.first(link.targetId);
		const user = typeof userSlot === 'number' ? tables.users.get(userSlot) : null;
		const upn = isAd ? account?.attrs.userPrincipalName : user?.attrs.userPrincipalName;
		found.push({
			job: app.name,
			app: app.key,
			target: isAd ? 'Active Directory' : 'Microsoft Entra ID',
			account: typeof upn === 'string' ? upn : null,
			user: user && { slot: user.slot, name: displayName(user) }
		});
	}
	return found;
}
