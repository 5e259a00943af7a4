import type { Slot } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';

const none: ReadonlySet<Slot> = new Set();

/** The accounts that an application holds; a job from or to HR has none of its own. */
export function accountSlots({ tables }: World, app: Slot, type: string): ReadonlySet<Slot> {
	if (templateOf(tables.apps.get(app)!.kind)) return none;
	return tables.accountIndexes.of(app).byType.get(type) ?? none;
}

export function accountSlot({ tables }: World, app: Slot, id: string): Slot | undefined {
	if (templateOf(tables.apps.get(app)!.kind)) return undefined;
	return tables.accountIndexes.of(app).slots.get(id);
}
