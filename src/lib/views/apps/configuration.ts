import * as z from 'zod/mini';
import { quarantineRefusal } from '#lib/engine/job/lifecycle';
import type { JobRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';
import { issuedBy, takes } from '#lib/world/apps/tokens';
import type { AppRow } from '#lib/world/tables/rows';
import { appName, appNamed, jobOf, type AppName } from '../names';
import { hrSystemName, profileOf } from '../profile';
import { appKey, defineView } from '../view';
import { scopeModeWords } from '../words';

export interface Configuration {
	readonly app: AppName;
	/** Provisioning Mode. */
	readonly mode: 'Automatic' | 'Manual';
	/** What the mode can be: an application without a connector stays Manual. */
	readonly canBeAutomatic: boolean;
	readonly settings: JobSettings | null;
	/** What a new configuration asks for; null: there is one, or there can be none. */
	readonly offer: Pick<JobSettings['credentials'], 'kind' | 'system' | 'fields'> | null;
}

export interface JobSettings {
	readonly credentials: {
		readonly kind: string;
		/** The human-resources system that a job signs in to, or API; null: an application. */
		readonly system: string | null;
		readonly fields: readonly {
			readonly key: string;
			readonly label: string;
			readonly secret: boolean;
			/** A secret is masked. */
			readonly value: string;
			readonly filled: boolean;
		}[];
		/** Whether the application accepts the saved token: only the simulator can know. */
		readonly accepted: boolean;
		/** When the saved token ends, and whether a newer one was issued; null: it has no end. */
		readonly end: { readonly at: number; readonly isNewest: boolean } | null;
	};
	readonly notificationMail: string | null;
	readonly sendMail: boolean;
	/** Prevent accidental deletions; null: off. */
	readonly deletionThreshold: number | null;
	readonly scope: {
		readonly mode: 'assigned' | 'all';
		readonly words: string;
		/** H-342: to choose another has no effect. */
		readonly isFixed: boolean;
		/** C-387: another mode waits for a restart, since the next cycle is no initial one. */
		readonly waits: boolean;
	};
	readonly skipOutOfScopeDeletions: boolean;
	/** Provisioning Status. */
	readonly status: 'On' | 'Off';
	readonly dialect: string;
	readonly groupMapping: { readonly supported: boolean; readonly enabled: boolean };
	/** What the command bar offers, and why it does not. */
	readonly actions: readonly ActionState[];
}

export interface ActionState {
	readonly verb: string;
	readonly label: string;
	/** null: it can be done. */
	readonly refusal: string | null;
}

export const configuration = defineView(z.object({ app: appKey }), (world, { app: key }): Configuration => {
	const app = appNamed(world, key);
	const job = jobOf(world, app);
	return {
		app: appName(app),
		mode: job ? 'Automatic' : 'Manual',
		canBeAutomatic: profileOf(app).connector !== 'none',
		settings: job && settingsOf(world, app, job),
		offer: job || profileOf(app).connector === 'none' ? null : offerOf(app)
	};
});

function offerOf(app: AppRow): NonNullable<Configuration['offer']> {
	const { credentials, host, template } = profileOf(app);
	const { kind, fields } = credentials;
	return {
		kind,
		system: template ? hrSystemName(template) : null,
		fields: fields.map(({ key, label, secret = false }) => ({
			key,
			label,
			secret,
			value: secret ? '' : host,
			filled: !secret
		}))
	};
}

const mask = '••••••••';

function settingsOf(world: World, app: AppRow, job: JobRow): JobSettings {
	const config = world.sim.host.config(job.config);
	const { credentials, host, template } = profileOf(app);
	const saved = (key: string) => config.secrets[key] ?? '';
	return {
		credentials: {
			kind: credentials.kind,
			system: template ? hrSystemName(template) : null,
			fields: credentials.fields.map(({ key, label, secret = false }) => {
				const value = saved(key) || (secret ? saved('SecretToken') : host);
				return { key, label, secret, value: secret && value ? mask : value, filled: value !== '' };
			}),
			accepted: takes(app, saved('SecretToken'), world.sim.ledger.clock),
			end: endOf(app, saved('SecretToken'))
		},
		notificationMail: config.notificationMail,
		sendMail: config.sendMail,
		deletionThreshold: config.deletionThreshold,
		scope: {
			mode: config.scopeMode,
			words: scopeModeWords[config.scopeMode],
			isFixed: template?.scope === 'all',
			waits: job.watermark !== null || job.cycle !== null
		},
		skipOutOfScopeDeletions: saved('SkipOutOfScopeDeletions').toLowerCase() === 'true',
		status: job.schedule === 'Active' ? 'On' : 'Off',
		dialect: config.dialect,
		groupMapping: { supported: config.groups !== null, enabled: config.groups?.enabled ?? false },
		actions: actionsOf(world, app, job)
	};
}

function endOf(app: AppRow, token: string): JobSettings['credentials']['end'] {
	const saved = issuedBy(app)?.find((one) => one.token === token);
	return saved ? { at: saved.ends, isNewest: token === app.token } : null;
}

function actionsOf(world: World, app: AppRow, job: JobRow): ActionState[] {
	const { host } = world.sim;
	const isOn = job.schedule === 'Active';
	const { operations } = profileOf(app);
	const { onDemand } = host.tenant.era;
	const action = (verb: string, label: string, refusal: string | null): ActionState => ({ verb, label, refusal });
	return [
		action(
			'job.start',
			'Start provisioning',
			isOn && !job.quarantine ? 'Start provisioning: the job is running already.' : null
		),
		action('job.stop', 'Stop provisioning', isOn ? null : 'Stop provisioning: the job is not running.'),
		action('job.restart', 'Restart provisioning', null),
		action(
			'job.onDemand',
			'Provision on demand',
			onDemand === 'no'
				? 'Provision on demand: the chosen generation of the portal does not have it.'
				: !operations.onDemandWhileRunning && isOn
					? 'Provision on demand: stop the job first (OAuth).'
					: null
		),
		action('job.quarantine', 'Quarantine', quarantineRefusal(host, job)),
		action(
			'job.allowDeletes',
			'Allow deletes',
			host.removalsOf(job.slot).length === 0
				? 'Allow deletes: no removals are held back.'
				: job.forceDeletes
					? 'Allow deletes: they are allowed, and the next cycle carries them out.'
					: null
		)
	];
}
