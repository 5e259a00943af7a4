import type { ConfigRow } from '#lib/engine/job/records';
import { profileOf } from '../../profile';
import { GraphError, noContent, ok, withContext } from '../answer';
import { bodyObject, pairsOf, principalOf, type Asked, type Call } from '../call';
import { isKnownKey, settingKeys } from '../secret-keys';

const path = '/servicePrincipals/{sp}/synchronization/secrets';

/** The settings that are stored with the secrets, and the secrets themselves, which nobody can read again. */
export function secretsOf({ secrets, scopeMode, ...config }: ConfigRow): { key: string; value: string }[] {
	const { notificationMail, sendMail, deletionThreshold } = config;
	const notification = {
		Enabled: sendMail && notificationMail !== null,
		Recipients: notificationMail ?? '',
		DeleteThresholdEnabled: deletionThreshold !== null,
		DeleteThresholdValue: deletionThreshold ?? 0
	};
	return [
		...Object.entries(secrets).map(([key, value]) => ({ key, value: settingKeys.has(key) ? value : '*' })),
		{ key: 'SyncNotificationSettings', value: JSON.stringify(notification) },
		{ key: 'SyncAll', value: scopeMode === 'all' ? 'true' : 'false' }
	];
}

function configured(asked: Asked) {
	const { world } = asked;
	const app = principalOf(asked);
	const slot = world.tables.jobsByApp.first(app.slot);
	if (slot === undefined)
		throw new GraphError(404, 'NotFound', `Service principal '${app.id}' has no synchronization: create a job first.`);
	return { app, config: world.sim.host.config(world.tables.jobs.get(slot)!.config) };
}

export const secrets: readonly Call[] = [
	{
		method: 'GET',
		path,
		title: 'Read secrets',
		run(asked) {
			const { app, config } = configured(asked);
			const of = `servicePrincipals('${app.id}')/synchronization/secrets`;
			return ok(withContext(asked.version, of, { value: secretsOf(config) }));
		}
	},
	{
		method: 'PUT',
		path,
		title: 'Save secrets (replaces all of them)',
		sample: (world, app) => ({
			value: [
				{ key: 'BaseAddress', value: profileOf(app).template ? '' : world.sim.apps.of(app.slot).app.baseUrl },
				{ key: 'SecretToken', value: app.token },
				{ key: 'SyncAll', value: 'false' }
			]
		}),
		run(asked) {
			const { app } = configured(asked);
			const secrets = pairsOf(bodyObject(asked).value, 'value');
			for (const { key } of secrets)
				if (!isKnownKey(key)) throw new GraphError(500, 'InternalError', `Requested value '${key}' was not found.`);
			return noContent({ verb: 'job.setSecrets', args: { app: app.key, secrets } });
		}
	}
];
