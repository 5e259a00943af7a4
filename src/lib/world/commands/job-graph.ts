import * as z from 'zod/mini';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { settingsSaved } from '#lib/engine/job/lifecycle';
import type { ConfigRow } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import { createJob } from '../apps/add';
import type { AppRow } from '../tables/rows';
import { appOf, define, jobOf, Refused } from './command';
import { saveConfig, withSecrets } from './jobs';

const app = z.string().check(z.maxLength(60));
const notification = z.looseObject({
	Enabled: z._default(z.boolean(), false),
	Recipients: z._default(z.string().check(z.maxLength(320)), ''),
	DeleteThresholdEnabled: z._default(z.boolean(), false),
	// C-251.
	DeleteThresholdValue: z._default(z.int().check(z.minimum(0), z.maximum(1_000_000)), 500)
});

type Kept = Pick<ConfigRow, 'secrets' | 'scopeMode' | 'notificationMail' | 'sendMail' | 'deletionThreshold'>;

/** Settings that are stored with the secrets go the way of the secrets: what is left out is lost (C-247). */
function keptOf(row: AppRow, given: ReadonlyMap<string, string>): Kept {
	const secrets = Object.fromEntries(
		[...given].filter(([key]) => key !== 'SyncAll' && key !== 'SyncNotificationSettings')
	);
	// A password or a client secret is what the simulated application takes for its token.
	const field = templateOf(row.kind)
		? undefined
		: definitionOf(row.kind).credentials.fields.find(({ secret }) => secret);
	const token = secrets.SecretToken ?? (field && secrets[field.key]);
	if (token !== undefined) secrets.SecretToken = token;
	const mail = notificationOf(given.get('SyncNotificationSettings'));
	return {
		secrets,
		scopeMode: given.get('SyncAll')?.toLowerCase() === 'true' ? 'all' : 'assigned',
		notificationMail: mail.Recipients || null,
		sendMail: mail.Enabled,
		deletionThreshold: mail.DeleteThresholdEnabled ? mail.DeleteThresholdValue : null
	};
}

function notificationOf(text: string | undefined): z.output<typeof notification> {
	try {
		return notification.parse(text ? JSON.parse(text) : {});
	} catch (error) {
		const why =
			error instanceof z.core.$ZodError ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
		throw new Refused(`SyncNotificationSettings is not a valid JSON object. ${why.join('; ')}`.trim());
	}
}

/** What the portal does by other ways, and Microsoft Graph by a call. */
export const jobGraph = {
	'job.create': define({
		schema: z.object({ app }),
		describe: (sim, args) => `Create a provisioning job for ${appOf(sim, args.app).name}`,
		apply(sim, args, cause) {
			const row = appOf(sim, args.app);
			if (sim.tables.jobsByApp.first(row.slot) !== undefined) throw new Refused(`${row.name} has a job already.`);
			if (!templateOf(row.kind) && definitionOf(row.kind).connector === 'none')
				throw new Refused(`${row.name} has no connector: its mode stays Manual.`);
			createJob(sim, row, cause);
		}
	}),
	'job.setSecrets': define({
		schema: z.object({
			app,
			secrets: z
				.array(
					z.object({
						key: z.string().check(z.minLength(1), z.maxLength(100)),
						value: z.string().check(z.maxLength(4000))
					})
				)
				.check(z.maxLength(60))
		}),
		describe: (sim, args) => `Replace the secrets of ${appOf(sim, args.app).name}`,
		apply(sim, { app, secrets }, cause) {
			const job = jobOf(sim, app);
			const kept = keptOf(appOf(sim, app), new Map(secrets.map(({ key, value }) => [key, value])));
			saveConfig(sim, app, (before) => ({ ...withSecrets(sim, before, kept.secrets), ...kept }));
			settingsSaved(sim.host, sim.host.job(job.slot), sim.writer, 'Credentials', cause);
		}
	})
};
