import { wrongAddress } from '#lib/world/apps/address';
import { connectionTest } from '../../apps/connection-test';
import { profileOf } from '../../profile';
import { GraphError, noContent } from '../answer';
import { bodyObject, jobOfPath, pairsOf, principalOf, type Asked, type Call } from '../call';
import { isKnownKey } from '../secret-keys';
import { templateId } from './jobs';
import type { AppRow } from '#lib/world/tables/rows';

const jobsPath = '/servicePrincipals/{sp}/synchronization/jobs';

/** Asks the application as Test Connection does (C-039). 204: it accepts the credentials. */
function validated(asked: Asked, app: AppRow) {
	const { useSavedCredentials, credentials } = bodyObject(asked);
	const isSaved = useSavedCredentials === true;
	const given = isSaved ? [] : pairsOf(credentials, 'credentials');
	for (const { key } of given)
		if (!isKnownKey(key)) throw new GraphError(500, 'InternalError', `Requested value '${key}' was not found.`);
	const value = (key: string) => given.find((pair) => pair.key === key)?.value;
	const address = value('BaseAddress') ?? (isSaved ? undefined : '');
	const token = value('SecretToken') ?? (isSaved ? undefined : '');
	const test = connectionTest(asked.world, {
		app: app.key,
		...(address !== undefined && { address }),
		...(token !== undefined && { token })
	});
	if (test.code === wrongAddress.code) throw new GraphError(400, wrongAddress.code, wrongAddress.reason);
	if (!test.ok) throw new GraphError(400, 'CredentialValidationUnavailable', test.message);
	return noContent();
}

export const credentials: readonly Call[] = [
	{
		method: 'POST',
		path: `${jobsPath}/{job}/validateCredentials`,
		title: 'Validate credentials',
		sample: (world, app) => ({
			useSavedCredentials: false,
			credentials: [
				{ key: 'BaseAddress', value: profileOf(app).template ? '' : world.sim.apps.of(app.slot).app.baseUrl },
				{ key: 'SecretToken', value: app.token }
			]
		}),
		run: (asked) => validated(asked, jobOfPath(asked).app)
	},
	{
		method: 'POST',
		path: `${jobsPath}/validateCredentials`,
		title: 'Validate credentials of a template',
		sample: (_world, app) => ({ templateId: templateId(app), useSavedCredentials: true }),
		run(asked) {
			const app = principalOf(asked);
			const wanted = bodyObject(asked).templateId;
			if (typeof wanted !== 'string')
				throw new GraphError(400, 'RequestMissingRequiredParameter', 'The body has to have a templateId.');
			if (wanted !== templateId(app))
				throw new GraphError(400, 'BadRequest', `${app.name} has no synchronization template '${wanted}'.`);
			if (asked.world.tables.jobsByApp.first(app.slot) === undefined)
				throw new GraphError(
					400,
					'CredentialValidationUnavailable',
					`${app.name} has no connector here: create its job first.`
				);
			return validated(asked, app);
		}
	}
];
