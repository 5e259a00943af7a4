import { definitionOf } from '#lib/apps/catalogue/kinds';
import { firstDirectMatch, type DirectMatch } from '#lib/engine/discovery/matching';
import type { JobRow } from '#lib/engine/job/records';
import { templateOf } from '#lib/hr/templates';
import type { WorldHost } from '../host';

/** C-419: what Account Discovery would compare, or why it cannot be run for this job. */
export function discoverable(host: WorldHost, job: JobRow): DirectMatch | { readonly refusal: string } {
	const app = host.tables.apps.get(job.app)!;
	const { era } = host.tenantRow;
	if (!host.tenant.era.accountDiscovery)
		return { refusal: `The portal of ${era} does not have Account Discovery: it came later.` };
	if (templateOf(app.kind))
		return {
			refusal: `Account Discovery is unsupported for ${app.name}: it looks into applications, and not into directories or human resources.`
		};
	if (definitionOf(app.kind).discovery === false)
		return { refusal: `Account Discovery is unsupported for the connector of ${app.name}, as Microsoft documents it.` };
	return firstDirectMatch(host.config(job.config).users);
}

export function runningDiscovery({ tables }: WorldHost, { slot }: JobRow): boolean {
	return tables.runningDiscoveries.get(0).some((running) => tables.discoveries.get(running)!.job === slot);
}
