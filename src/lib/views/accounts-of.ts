import type { Slot } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { accountTypeKey } from '#lib/world/tables/accounts';

const none: readonly Slot[] = [];

/** The accounts that an application holds; a job from or to HR has none of its own. */
export function accountSlots({ tables }: World, app: Slot, type: string): readonly Slot[] {
	if (templateOf(tables.apps.get(app)!.kind)) return none;
	return tables.accountsByType.get(accountTypeKey(app, type));
}

export function accountSlot({ tables }: World, app: Slot, id: string): Slot | undefined {
	if (templateOf(tables.apps.get(app)!.kind)) return undefined;
	return tables.accountIndexes.slotOf(app, id);
}
