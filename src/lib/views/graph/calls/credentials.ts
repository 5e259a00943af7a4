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
	const address = value('BaseAddress');
	if (address !== undefined && !isAddressOf(asked, app, address))
		throw new GraphError(
			400,
			'SystemForCrossDomainIdentityManagementInvalidCredentials',
			'Please provide a valid tenant URL for your application.'
		);
	const token = value('SecretToken') ?? (isSaved ? undefined : '');
	const test = connectionTest(asked.world, { app: app.key, ...(token !== undefined && { token }) });
	if (!test.ok) throw new GraphError(400, 'CredentialValidationUnavailable', test.message);
	return noContent();
}

const hostOf = (url: string) =>
	url
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.split(/[/?]/)[0]!;

/** Its own host, or the one that the simulated requests go to. */
function isAddressOf({ world }: Asked, app: AppRow, address: string): boolean {
	const { host, template } = profileOf(app);
	if (template) return true;
	return [host, world.sim.apps.of(app.slot).app.baseUrl].some((url) => hostOf(url) === hostOf(address));
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
