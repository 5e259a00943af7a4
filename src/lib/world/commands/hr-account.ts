import * as z from 'zod/mini';
import { settingsSaved } from '#lib/engine/job/lifecycle';
import { accountKey, isAccount, isContainer, isHostName } from '#lib/hr/connection-fields';
import { templateOf } from '#lib/hr/templates';
import { readingKeys } from '#lib/hr/workday-api';
import type { Simulation } from '../simulation';
import { appOf, define, jobOf, Refused } from './command';
import { saveConfig } from './jobs';

const app = z.string().check(z.maxLength(60));
const text = z.string().check(z.trim(), z.maxLength(400));

function save(sim: Simulation, key: string, name: string, value: string, what: string, cause: number): void {
	saveConfig(sim, key, (before) => ({ ...before, secrets: { ...before.secrets, [name]: value } }));
	settingsSaved(sim.host, jobOf(sim, key), sim.writer, what, cause);
}

/** H-020, H-023: the fields of a connection to human resources whose form can be wrong. */
export const hrAccount = {
	'hr.account': define({
		schema: z.object({ app, account: text }),
		describe: (sim, { app, account }) => `Set the account of ${appOf(sim, app).name} to ${account}`,
		apply(sim, { app, account }, cause) {
			const { kind, name } = appOf(sim, app);
			const system = templateOf(kind)?.system ?? null;
			if (system === null) throw new Refused(`${name} has no account in human resources.`);
			if (!isAccount(account))
				throw new Refused(
					system === 'workday'
						? 'The Workday Username is user@tenant: the integration account, an at sign, and the name of the Workday tenant.'
						: 'The Admin Username is user@companyID: the API account, an at sign, and the company ID.'
				);
			save(sim, app, accountKey, account, system === 'workday' ? 'Workday Username' : 'Admin Username', cause);
		}
	}),
	'hr.tenantUrl': define({
		schema: z.object({ app, url: text }),
		describe: (sim, { app, url }) => `Set the Tenant URL of ${appOf(sim, app).name} to ${url}`,
		apply(sim, { app, url }, cause) {
			const { kind, name } = appOf(sim, app);
			if (templateOf(kind)?.system !== 'successfactors') throw new Refused(`${name} is not a SuccessFactors job.`);
			if (!isHostName(url))
				throw new Refused('The Tenant URL is the host name only, without https:// and without a path.');
			save(sim, app, readingKeys.url, url, 'Tenant URL', cause);
		}
	}),
	/** H-024. */
	'hr.container': define({
		schema: z.object({ app, container: text }),
		describe: (sim, { app, container }) => `Let ${appOf(sim, app).name} create accounts in ${container}`,
		apply(sim, { app, container }, cause) {
			const before = appOf(sim, app);
			if (templateOf(before.kind)?.target !== 'ad')
				throw new Refused(`${before.name} does not write to Active Directory.`);
			if (!isContainer(container))
				throw new Refused('The container is a distinguished name, such as OU=Users,DC=contoso,DC=com.');
			sim.writer.put('apps', before.slot, { ...before, settings: { ...before.settings, container } });
			settingsSaved(sim.host, jobOf(sim, app), sim.writer, 'Active Directory Container', cause);
		}
	})
};
