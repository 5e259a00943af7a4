import * as z from 'zod/mini';
import { logsKeptMs } from '#lib/engine/edition';
import { historyOf } from '../folds/history';
import { appName, appNamed, type AppName } from '../names';
import { appKey, defineView, pageOf, search, window, type Page } from '../view';
import { needleOf, searchable } from '../search-text';
import { DAY } from '../timeline/words';

export interface AuditListRow {
	readonly slot: number;
	readonly at: number;
	/** C-468. */
	readonly activity: string;
	/** C-467. */
	readonly category: 'ProvisioningManagement';
	readonly app: AppName;
	readonly text: string;
	/** A person's doing, or the service's own. */
	readonly initiatedBy: 'You' | 'Azure AD Provisioning Service';
	readonly seq: number;
}

export interface AuditList extends Page<AuditListRow> {
	readonly activities: readonly string[];
	/** How many days a row is kept, and how many rows are older. */
	readonly keptDays: number;
	readonly older: number;
}

const own = new Set(['Quarantine', 'Process escrow']);

/** The audit log of configuration and health, newest first (C-467 to C-472). */
export const audit = defineView(
	z.object({ app: z.optional(appKey), activity: z.optional(z.string().check(z.maxLength(200))), search, ...window }),
	(world, asked): AuditList => {
		const { tables } = world;
		// C-526: the rows of a job outlast it.
		const history = historyOf(world.sim);
		const app = asked.app === undefined ? null : appNamed(world, asked.app).slot;
		// C-475: what is older than the logs are kept is gone.
		const keptMs = logsKeptMs(world.sim.host.edition);
		const kept = world.clock - keptMs;
		const all = [...tables.audits.all()].reverse().filter(({ at }) => at >= kept);
		const needle = needleOf(asked.search);
		const found = all.filter(
			({ job, activity, text }) =>
				(app === null || history.appOfJob(job) === app) &&
				(asked.activity === undefined || activity === asked.activity) &&
				(!needle || searchable(`${activity} ${text}`).includes(needle))
		);
		const page = pageOf(found, all.length, asked, (row): AuditListRow => ({
			slot: row.slot,
			at: row.at,
			activity: row.activity,
			category: 'ProvisioningManagement',
			app: appName(history.app(history.appOfJob(row.job))!),
			text: row.text,
			initiatedBy: own.has(row.activity) ? 'Azure AD Provisioning Service' : 'You',
			seq: row.cause
		}));
		return {
			...page,
			activities: [...new Set(all.map(({ activity }) => activity))].sort(),
			keptDays: keptMs / DAY,
			older: [...tables.audits.all()].length - all.length
		};
	}
);
