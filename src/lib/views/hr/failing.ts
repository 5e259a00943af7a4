import type { Ms, Seq, Slot } from '#lib/engine/base';
import type { World } from '#lib/world';

import { appName, type AppName } from '../names';
import { profileOf } from '../profile';
import { linksOf } from './hr';

/** A job that cannot carry something of a worker, to an account or back into human resources. */
export interface Failing {
	readonly app: AppName;
	/** Of a writeback: what comes back does not arrive. */
	readonly isWriteback: boolean;
	readonly code: string;
	readonly reason: string;
	/** When it is tried again; null: not while the job is off. */
	readonly retryAt: Ms | null;
	readonly seq: Seq;
}

/** What fails about a worker at this moment (C-306): of the jobs that read it, and of the writeback of its users. */
export function failingOf(world: World, worker: Slot): Failing[] {
	const { tables, sim } = world;
	const users = linksOf(world, worker).flatMap(({ user }) => (user ? [user.slot] : []));
	return [...tables.jobs.all()].flatMap((job) => {
		const app = tables.apps.get(job.app)!;
		const template = profileOf(app).template;
		const isWriteback = template?.target === 'hr';
		const sources = isWriteback ? users : template?.source === 'hr' ? [worker] : [];
		return sources.flatMap((source): Failing[] => {
			const escrow = sim.host.escrow(job.slot, 'user', source);
			if (!escrow) return [];
			const { code, reason, dueAt, cause } = escrow;
			const retryAt = job.schedule === 'Active' ? Math.max(dueAt, job.nextAt ?? dueAt) : null;
			return [{ app: appName(app), isWriteback, code, reason, retryAt, seq: cause }];
		});
	});
}
