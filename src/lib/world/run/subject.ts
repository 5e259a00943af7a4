import { entitlementOf, unassigned } from '#lib/engine/job/entitlement';
import { itemKind, itemSlot } from '#lib/engine/job/plan';
import type { CycleRow } from '#lib/engine/job/records';
import type { SourceView } from '#lib/engine/host';
import { displayName, type GroupRow, type UserRow } from '#lib/engine/source';
import type { Subject } from '#lib/engine/steps/view';
import type { WorldHost } from '../host';
import { isDuplicateWorker, templateOfJob } from '../inbound/source';

/** The object a unit is about, as it was when the cycle began to read. */
export function subjectOf(host: WorldHost, cycle: CycleRow, item: number): Subject {
	const kind = itemKind(item);
	const slot = itemSlot(item);
	const job = host.job(cycle.job);
	const source = host.sourceOf(job, cycle);
	const isWorker = templateOfJob(host.tables, job)?.source === 'hr';
	const object = kind === 'user' ? source.user(slot) : source.group(slot);
	const link = host.link(job.slot, kind, slot);
	// References follow who has an account; where everybody may have one, nobody's roles are asked for again.
	const isAsked = cycle.phase !== 'references' || host.config(cycle.config).scopeMode !== 'all';
	return {
		kind,
		slot,
		object,
		id: object?.id ?? link?.sourceId ?? '',
		displayName: object ? (isWorker ? nameOfSource(object) : displayName(object)) : (link?.displayName ?? ''),
		link,
		escrow: host.escrow(job.slot, kind, slot),
		entitlement: isAsked ? entitlementOf(source, host.app(job.app), kind, slot, cycle.startedAt) : unassigned,
		manager: managerOf(object, source),
		change: object === null ? 'Delete' : link ? 'Update' : 'Add',
		isDuplicate: isWorker && isDuplicateWorker(host.tables, slot)
	};
}

/** A directory keeps a manager as a place among its users: mappings and the log read the id. */
export function managerOf(object: UserRow | GroupRow | null, source: SourceView): string | null | undefined {
	const manager = object?.attrs.manager;
	return typeof manager === 'number' ? (source.user(manager)?.id ?? null) : undefined;
}

/** Workers have a name too, under whatever name their system gives it. */
export function nameOfSource(object: UserRow | GroupRow): string {
	const { PreferredNameData, 'PerPersonal.displayName': name } = object.attrs;
	const worker = PreferredNameData ?? name;
	return typeof worker === 'string' ? worker : displayName(object);
}
