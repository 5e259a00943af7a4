import type { Resource } from '#lib/apps';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

/** A person's account: the linked one, or in a manual application the one that is known to be theirs. */
export function linkedAccount(sim: Simulation, app: AppRow, user: number): Resource | null {
	const { store } = sim.apps.of(app.slot);
	const job = sim.tables.jobsByApp.first(app.slot);
	if (job !== undefined) {
		const link = sim.host.link(job, 'user', user);
		return (link && store.get(link.targetId)) ?? null;
	}
	const employeeNumber = `0${String(sim.tables.users.get(user)?.attrs.employeeId ?? '')}`;
	const name = sim.tables.users.get(user)?.attrs.userPrincipalName;
	for (const account of store.all('User')) {
		if (account.data.nameId !== undefined ? account.data.nameId === name : account.data.employee_no === employeeNumber)
			return account;
	}
	return null;
}
