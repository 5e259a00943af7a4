import type { Slot } from '#lib/engine/base';
import { nameOf } from '#lib/apps/admin';
import { forget } from '#lib/apps/provider/members';
import type { Simulation } from '../simulation';

/** an application takes an account away by itself when its time has come. */
export function removeAccount(sim: Simulation, slot: Slot): void {
	const { app, resource } = sim.tables.accounts.get(slot)!;
	const { store } = sim.apps.of(app);
	forget(store, resource.id);
	store.put(resource.id, null);
	const { kind } = sim.tables.apps.get(app)!;
	sim.writer.tell('account.changed', 'A-183', 0, 'apps', app, 0, `${nameOf(kind, resource)} removed`);
}
