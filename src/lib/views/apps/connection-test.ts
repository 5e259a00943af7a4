import * as z from 'zod/mini';
import type { ConfigRow } from '#lib/engine/job/records';
import { failureOf, incompatible, isSuccess } from '#lib/engine/target/errors';
import { plainTarget } from '#lib/engine/target/plain';
import { scimTarget } from '#lib/engine/target/scim';
import { guid } from '#lib/tenant/sample/identifiers';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { shippedMappings } from '#lib/world/apps/add';
import { leadsTo, wrongAddress } from '#lib/world/apps/address';
import type { AppRow } from '#lib/world/tables/rows';
import { appNamed, jobOf, NotThere } from '../names';
import { profileOf } from '../profile';
import { appKey, defineView } from '../view';

export interface ConnectionTest {
	readonly ok: boolean;
	readonly message: string;
	/** What was asked, and what came back: the credentials are left out. */
	readonly request: string;
	readonly status: number;
	readonly body: string;
	readonly code: string | null;
}

/** What stands in the form; absent: what is saved counts. */
const typed = z.optional(z.string().check(z.maxLength(4000)));

/**
 * Test Connection (C-039): the application itself answers a query for somebody who cannot exist, with the credentials
 * that stand in the form, saved or not. Only 200 with an empty list will do.
 */
export const connectionTest = defineView(
	z.object({ app: appKey, token: typed, address: typed }),
	(world, asked): ConnectionTest => {
		const app = appNamed(world, asked.app);
		const job = jobOf(world, app);
		// Before there is a configuration, what the connector ships is tested (C-040).
		if (!job && profileOf(app).connector === 'none')
			throw new NotThere(`${app.name} has no connector: there is no connection to test.`);
		const { host, apps } = world.sim;
		const config = job ? host.config(job.config) : unconfigured(world, app);
		const token = asked.token ?? config.secrets.SecretToken ?? '';
		const template = templateOf(app.kind);
		const target = template ? plainTarget() : scimTarget(config.dialect, token, app.slot);
		const nobody = guid(host.tenantRow.seedText, 'nobody', world.checkpoint().seq);
		const matching = config.users.attributes
			.filter(({ matchingPrecedence }) => (matchingPrecedence ?? 0) > 0)
			.sort((a, b) => a.matchingPrecedence! - b.matchingPrecedence!);
		const request = target.probe(matching[0]?.target ?? 'userName', nobody);
		if (!leadsTo(world.sim, app, asked.address ?? config.secrets.BaseAddress ?? ''))
			return {
				ok: false,
				message: `You appear to have entered invalid credentials. ${wrongAddress.reason} In this simulation ${app.name} answers at ${profileOf(app).host} and nowhere else.`,
				request: `${request.method} ${request.path}`,
				status: 0,
				body: '',
				code: wrongAddress.code
			};
		const response = apps.answer(template ? { ...request, app: app.slot } : request);
		const hits = isSuccess(response) ? target.list(response) : null;
		const failure =
			hits !== null
				? null
				: isSuccess(response)
					? { code: incompatible, reason: 'The answer to the test query cannot be read.' }
					: failureOf(response);
		return {
			ok: hits?.length === 0,
			message: failure
				? template?.target === 'ad'
					? failure.reason
					: `You appear to have entered invalid credentials. ${app.name} answered: ${failure.reason.replace(/\.$/, '')}.`
				: hits!.length > 0
					? `${app.name} found a user who cannot exist: its filter does not work.`
					: 'The supplied credentials are authorized to enable provisioning.',
			request: `${request.method} ${request.path}`,
			status: response.status,
			body: response.body ?? '',
			code: failure?.code ?? null
		};
	}
);

function unconfigured({ sim }: World, { kind }: AppRow): Pick<ConfigRow, 'secrets' | 'dialect' | 'users'> {
	const { users } = shippedMappings(kind, sim.host.tenantRow);
	return { secrets: {}, dialect: 'legacy', users };
}
