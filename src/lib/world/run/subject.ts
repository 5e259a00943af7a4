import { entitlementOf } from '#lib/engine/job/entitlement';
import { itemKind, itemSlot } from '#lib/engine/job/plan';
import type { CycleRow } from '#lib/engine/job/records';
import { displayName } from '#lib/engine/source';
import type { Subject } from '#lib/engine/steps/view';
import type { WorldHost } from '../host';

/** The object a unit is about, as it was when the cycle began to read. */
export function subjectOf(host: WorldHost, cycle: CycleRow, item: number): Subject {
	const kind = itemKind(item);
	const slot = itemSlot(item);
	const job = host.job(cycle.job);
	const plan = host.plan(cycle.plan);
	const source = host.source(plan.op);
	const object = kind === 'user' ? source.user(slot) : source.group(slot);
	const link = host.link(job.slot, kind, slot);
	return {
		kind,
		slot,
		object,
		id: object?.id ?? link?.sourceId ?? '',
		displayName: object ? displayName(object) : (link?.displayName ?? ''),
		link,
		escrow: host.escrow(job.slot, kind, slot),
		entitlement: entitlementOf(source, host.app(job.app), kind, slot, cycle.startedAt),
		change: object === null ? 'Delete' : link ? 'Update' : 'Add'
	};
}
