import * as z from 'zod/mini';
import { endCycle } from '#lib/engine/job/cycle-close';
import { openDemand } from '#lib/engine/job/cycle-open';
import {
	allowDeletes,
	deleteJob,
	quarantineJob,
	quarantineRefusal,
	restartJob,
	resetScopes,
	settingsSaved,
	stopJob
} from '#lib/engine/job/lifecycle';
import { portalRestart } from '#lib/engine/job/reset';
import { NEW } from '#lib/engine/unit';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { templateOf } from '#lib/hr/templates';
import { dialectOf } from '#lib/scim/client';
import { leadsTo, wrongAddress } from '../apps/address';
import { validToken } from '../apps/tokens';
import { assignedAbove } from '../directory/nested';
import { purgeUploads } from '../inbound/uploads';
import type { Simulation } from '../simulation';
import { appOf, define, groupOf, jobOf, nameOf, Refused, userOf } from './command';
import { workerAt, workerName } from './hr-worker';

const app = z.string().check(z.maxLength(60));
const key = z.object({ app });

/** Writes a changed configuration as a new row, so that a running cycle keeps the one it began with. */
export function saveConfig(sim: Simulation, appKey: string, change: (before: ConfigRow) => ConfigRow): void {
	const job = jobOf(sim, appKey);
	const after = change(sim.host.config(job.config));
	// H-342.
	const isForAll = templateOf(appOf(sim, appKey).kind)?.scope === 'all';
	const config = sim.writer.put('configs', NEW, { ...after, ...(isForAll && { scopeMode: 'all' }), slot: NEW });
	sim.writer.put('jobs', job.slot, { ...sim.host.job(job.slot), config });
}

function setting<A extends { app: string }>(
	schema: z.ZodMiniType<A>,
	describe: (sim: Simulation, args: A) => string,
	change: (before: ConfigRow, args: A, sim: Simulation) => ConfigRow
) {
	return define<A>({
		schema,
		describe,
		apply(sim, args, cause) {
			saveConfig(sim, args.app, (before) => change(before, args, sim));
			settingsSaved(sim.host, jobOf(sim, args.app), sim.writer, describe(sim, args), cause);
		}
	});
}

/** S-001, S-003, S-005: the tenant URL says where requests go, and in which dialect they are written. */
export function withSecrets(sim: Simulation, before: ConfigRow, secrets: ConfigRow['secrets']): ConfigRow {
	const address = secrets.BaseAddress ?? '';
	const app = sim.tables.apps.get(sim.host.job(before.job).app)!;
	return {
		...before,
		secrets,
		dialect: dialectOf(address) === 'compliant' ? 'aadOptscim062020' : 'legacy',
		misled: leadsTo(sim, app, address) ? null : wrongAddress
	};
}

const scope = z.string().check(
	z.maxLength(200),
	z.refine((text) => text.split(',').every((part) => (resetScopes as readonly string[]).includes(part.trim())), {
		message: `Use a comma-separated list of ${resetScopes.join(', ')}.`
	})
);

export const jobs = {
	'job.stop': define({
		schema: key,
		describe: (sim, args) => `Stop provisioning to ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			if (job.schedule !== 'Active') throw new Refused('Stop provisioning: the job is not running.');
			stopJob(sim.host, job, sim.writer, cause);
		}
	}),
	'job.restart': define({
		schema: z.extend(key, { scope: z.optional(scope) }),
		describe: (sim, args) => `Restart provisioning to ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			purgeUploads(sim, job);
			restartJob(sim.host, job, sim.writer, args.scope || portalRestart, cause);
		}
	}),
	'job.delete': define({
		schema: key,
		describe: (sim, args) => `Delete the provisioning configuration of ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			for (const slot of [...sim.tables.runningCycles.get(0)]) {
				const cycle = sim.host.cycle(slot);
				if (cycle.job === job.slot) endCycle(cycle, sim.writer, sim.host, 'Failed');
			}
			deleteJob(sim.host, job, sim.writer, cause);
		}
	}),
	'job.deleteLink': define({
		schema: z.extend(key, {
			kind: z._default(z.enum(['user', 'group']), 'user'),
			object: z.int().check(z.nonnegative())
		}),
		describe: (sim, args) => `Delete an object connection of ${appOf(sim, args.app).name}`,
		apply(sim, args) {
			const job = jobOf(sim, args.app);
			// C-297: only while the job does not run.
			if (job.schedule === 'Active')
				throw new Refused(
					'Stop provisioning first: a connection can be deleted only while the job is paused or off (409).'
				);
			// C-298: an absent link answers like a successful delete.
			const link = sim.host.link(job.slot, args.kind, args.object);
			if (link) sim.writer.put('links', link.slot, null);
		}
	}),
	'job.allowDeletes': define({
		schema: key,
		describe: (sim, args) => `Allow deletes in ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			if (sim.host.removalsOf(job.slot).length === 0) throw new Refused('No removals are held back.');
			allowDeletes(sim.host, job, sim.writer, cause);
		}
	}),
	'job.quarantine': define({
		schema: key,
		describe: (sim, args) => `Microsoft quarantines the job of ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			const refusal = quarantineRefusal(sim.host, job);
			if (refusal) throw new Refused(refusal);
			quarantineJob(sim.host, job, sim.writer, cause);
		}
	}),
	'job.onDemand': define({
		schema: z.extend(key, {
			kind: z._default(z.enum(['user', 'group']), 'user'),
			object: z.int().check(z.nonnegative()),
			/** C-393. */
			members: z._default(
				z.array(z.int().check(z.nonnegative())).check(z.maxLength(5, 'At most five members of a group can be picked.')),
				[]
			)
		}),
		describe: (sim, { app, kind, object }) =>
			`Provision ${demanded(sim, app, kind, object).name} on demand to ${appOf(sim, app).name}`,
		apply(sim, args, cause) {
			const job = jobOf(sim, args.app);
			const { name, isDeleted } = demanded(sim, args.app, args.kind, args.object);
			// H-032, H-090, H-134: a run about somebody whom HR does not return has nothing to look at.
			if (templateOf(appOf(sim, args.app).kind)?.source === 'hr' && !sim.host.sourceOf(job).user(args.object))
				throw new Refused(`Human resources does not return ${name} to this job.`);
			const { onDemand } = sim.host.tenant.era;
			if (onDemand === 'no' || (onDemand === 'users' && args.kind === 'group'))
				throw new Refused('Provision on demand is not available for this in the chosen generation of the portal.');
			// C-408: an OAuth grant allows one run at a time.
			if (!runsOnDemand(sim, args.app) && job.schedule === 'Active')
				throw new Refused('refused: stop the job first (OAuth)');
			if (isDeleted) throw new Refused(`${name}: deleted users cannot be provisioned on demand.`);
			if (args.kind === 'group') refuseGroup(sim, job, name, args.object, args.members);
			const { tape } = sim.ledger;
			openDemand(sim.host, job, sim.writer, tape.n, args.kind, args.object, args.members, cause);
		}
	}),
	'job.setScope': setting(
		z.extend(key, { mode: z.enum(['assigned', 'all']) }),
		(_sim, { mode }) => (mode === 'all' ? 'Sync all users and groups' : 'Sync only assigned users and groups'),
		(before, { mode }) => ({ ...before, scopeMode: mode })
	),
	'job.setThreshold': setting(
		z.extend(key, { threshold: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))) }),
		(_sim, { threshold }) =>
			threshold === null ? 'Prevent accidental deletions off' : `Prevent accidental deletions above ${threshold}`,
		(before, { threshold }) => ({ ...before, deletionThreshold: threshold })
	),
	'job.setNotificationMail': setting(
		z.extend(key, { address: z.nullable(z.string().check(z.maxLength(320))), send: z.optional(z.boolean()) }),
		(_sim, { address }) => (address ? `Notification Email ${address}` : 'No Notification Email'),
		(before, { address, send }) => ({ ...before, notificationMail: address || null, sendMail: send ?? before.sendMail })
	),
	'job.setSecret': setting(
		z.extend(key, {
			key: z.string().check(z.minLength(1), z.maxLength(100)),
			value: z.string().check(z.maxLength(4000))
		}),
		(_sim, { key }) => `Set ${key}`,
		(before, { key, value }, sim) => withSecrets(sim, before, { ...before.secrets, [key]: value })
	),
	'job.setCredential': define({
		schema: z.extend(key, { state: z.enum(['ok', 'bad']) }),
		describe: (sim, { app, state }) =>
			state === 'ok'
				? `Enter a valid token for ${appOf(sim, app).name}`
				: `Let the token of ${appOf(sim, app).name} expire`,
		apply(sim, args, cause) {
			const SecretToken = args.state === 'ok' ? validToken(sim, appOf(sim, args.app)) : 'expired';
			saveConfig(sim, args.app, (before) => ({ ...before, secrets: { ...before.secrets, SecretToken } }));
			settingsSaved(sim.host, jobOf(sim, args.app), sim.writer, 'Credentials', cause);
		}
	})
};

/** What a run on demand is about: a worker of HR, or an object of the directory (H-064, H-065). */
function demanded(
	sim: Simulation,
	app: string,
	kind: 'user' | 'group',
	slot: number
): { name: string; isDeleted: boolean } {
	const source = templateOf(appOf(sim, app).kind)?.source;
	if (source === 'api') throw new Refused('Provision on demand is not available for API-driven inbound provisioning.');
	if (source === 'hr') return { name: workerName(workerAt(sim, slot)), isDeleted: false };
	const row = kind === 'group' ? groupOf(sim, slot) : userOf(sim, slot);
	return { name: nameOf(row), isDeleted: row.softDeletedAt !== null };
}

function runsOnDemand(sim: Simulation, app: string): boolean {
	const { kind } = appOf(sim, app);
	return templateOf(kind) !== undefined || definitionOf(kind).operations.onDemandWhileRunning;
}

/** C-209, C-407, C-393: groups may be off, one below an assigned one cannot be chosen, and only its own members picked. */
function refuseGroup(sim: Simulation, job: JobRow, name: string, group: number, members: readonly number[]): void {
	const { groups, scopeMode } = sim.host.config(job.config);
	if (!groups?.enabled) throw new Refused('The mapping of groups is not enabled.');
	if (scopeMode === 'assigned') {
		const above = assignedAbove(sim, job.app, group);
		if (above !== null)
			throw new Refused(
				`${name} is nested in ${above} and is not itself assigned: nested groups cannot be provisioned on demand.`
			);
	}
	const own = new Set(
		sim.host
			.source()
			.membersOf(group)
			.filter(({ kind }) => kind === 'user')
			.map(({ member }) => member)
	);
	const stranger = members.find((member) => !own.has(member));
	if (stranger !== undefined)
		throw new Refused(`${nameOf(userOf(sim, stranger))} is not an immediate member of ${name}.`);
}
