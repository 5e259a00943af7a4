import { tableNames, type Seq, type Slot } from '#lib/engine/base';
import { nameOf } from '#lib/apps/admin';
import { forget } from '#lib/apps/provider/members';
import type { Simulation } from '../simulation';
import type { AccountRow } from '../tables/rows';

/** an application takes an account away by itself when its time has come. */
export function removeAccount(sim: Simulation, slot: Slot): void {
	const cause = suspensionOf(sim, slot);
	const { app, resource } = sim.tables.accounts.get(slot)!;
	const { store } = sim.apps.of(app);
	forget(store, resource.id);
	store.put(resource.id, null);
	const { kind } = sim.tables.apps.get(app)!;
	sim.writer.tell('account.changed', 'A-183', cause, 'apps', app, 0, `${nameOf(kind, resource)} removed`);
}

const accounts = tableNames.indexOf('accounts');

/** The fact that told of the write which set the time of an account: a write comes just before its fact. */
function suspensionOf({ ledger: { tape } }: Simulation, account: Slot): Seq {
	const dueOf = (row: unknown) => (row as AccountRow | null | undefined)?.resource.aside?.removeAt;
	let op = tape.n - 1;
	while (op >= 0) {
		if (tape.table[op] === accounts && tape.slot[op] === account && dueOf(tape.before[op]) !== dueOf(tape.after[op]))
			return tape.seq[op]!;
		op--;
	}
	return 0;
}
