import * as z from 'zod/mini';
import { AD_DOMAIN } from '#lib/content/company/tenant';
import { accountKey, sampleAccount, sampleTenantUrl } from '#lib/hr/connection-fields';
import { employmentPaths, type EmploymentPath } from '#lib/hr/employments';
import { templateOf } from '#lib/hr/templates';
import { picklistOf } from '#lib/hr/type-ids';
import { endsAt } from '#lib/hr/worker';
import { getDomains, isListed, putDomains, readingKeys, unlistedAttributes, versionOf } from '#lib/hr/workday-api';
import type { World } from '#lib/world';
import { domainsOf } from '#lib/world/commands/hr-connection';
import { containerOf } from '#lib/world/inbound/container';
import { readingOf } from '#lib/world/inbound/reading';
import type { AppRow } from '#lib/world/tables/rows';
import { jobOf } from '../names';
import { defineView } from '../view';
import { hrOf, workerText, type Hr } from './hr';

interface Domain {
	readonly name: string;
	/** Attributes that it opens to be read, or operations that write. */
	readonly opens: readonly string[];
	readonly missing: boolean;
	/** H-031: what it will be once the change is activated. */
	readonly pending: boolean;
}

export interface HrConnectionJob {
	readonly key: string;
	readonly name: string;
	/** It reads human resources; else it writes back. */
	readonly reads: boolean;
	/** Provisioning is on. */
	readonly on: boolean;
	/** H-020, H-023: with which account it signs in; SuccessFactors: at which host. */
	readonly account: string;
	readonly tenantUrl: string;
	/** H-024: where it creates accounts, and in which forest; null: not in Active Directory. */
	readonly container: string | null;
	readonly forest: string;
	/** Workday: the Web Services API URL, its version, and the version for which the expressions are written. */
	readonly url: string;
	readonly version: number | null;
	readonly xpaths: 'v21.1' | 'v30.0';
	readonly lookahead: boolean;
	/** Attributes that come back empty as things stand. */
	readonly empty: readonly string[];
	/** H-164: attributes that the shipped list does not have. */
	readonly unlisted: readonly { readonly name: string; readonly listed: boolean }[];
	readonly domains: readonly Domain[];
	readonly isPending: boolean;
	readonly constrainedTo: string | null;
	/** SuccessFactors: the employments that are read. */
	readonly employment: EmploymentPath;
	readonly startDate: EmploymentPath;
	readonly preHires: boolean;
	/** H-350, H-364. */
	readonly ownTypeIds: boolean;
	readonly typeIds: readonly { readonly name: string; readonly id: string }[];
}

export interface HrConnection {
	readonly hr: Hr;
	/** H-013: workers that are sourced from HR need a licence each. */
	readonly licences: number;
	readonly organisations: readonly string[];
	readonly jobs: readonly HrConnectionJob[];
}

/** How the jobs of a human-resources system read and write it; null: the company has none. */
export const hrConnection = defineView(z.object({}), (world): HrConnection | null => {
	const hr = hrOf(world);
	if (!hr) return null;
	const organisations = new Set<string>();
	let licences = 0;
	for (const row of world.tables.workers.all()) {
		const organisation = workerText(row, hr.fields.organisation);
		if (organisation !== null) organisations.add(organisation);
		// Who leaves is employed to the end of the last day.
		if (world.clock < endsAt(row, hr.system)) licences++;
	}
	const apps = [...world.tables.apps.all()].filter(({ kind }) => templateOf(kind)?.system === hr.system);
	return {
		hr,
		licences,
		organisations: [...organisations].sort(),
		jobs: apps.flatMap((app) => jobInfo(world, app) ?? [])
	};
});

const unlisted: ReadonlySet<string> = new Set(unlistedAttributes);

/** Null: its configuration was deleted (C-054). */
function jobInfo(world: World, app: AppRow): HrConnectionJob | null {
	const template = templateOf(app.kind)!;
	const job = jobOf(world, app);
	if (!job) return null;
	const config = world.sim.host.config(job.config);
	const { secrets } = config;
	const reading = readingOf(template, config, app, world.clock);
	const { missing, pending } = domainsOf(world.sim, app.key);
	const reads = template.source === 'hr';
	const known = reads ? Object.keys(getDomains) : Object.keys(putDomains);
	const path = (key: string) => employmentPaths.find((one) => one === secrets[key]) ?? 'first';
	const ownTypeIds = app.settings.ownTypeIds === true;
	const url = secrets[readingKeys.url] ?? '';
	return {
		key: app.key,
		name: app.name,
		reads,
		on: job.schedule === 'Active',
		account: secrets[accountKey] ?? sampleAccount[template.system ?? 'workday'],
		tenantUrl: url || sampleTenantUrl,
		container: template.target === 'ad' ? containerOf(app) : null,
		forest: AD_DOMAIN,
		url,
		version: versionOf(url),
		xpaths: secrets[readingKeys.xpaths] === 'v30.0' ? 'v30.0' : 'v21.1',
		lookahead: reading.lookahead,
		empty: [...(reading.unread ?? [])].filter((name) => !unlisted.has(name)).sort(),
		unlisted: [...unlisted].map((name) => ({ name, listed: isListed(secrets, name) })),
		domains: known.map((name) => ({
			name,
			opens: getDomains[name] ?? putDomains[name] ?? [],
			missing: missing.includes(name),
			pending: (pending ?? missing).includes(name)
		})),
		isPending: pending !== null,
		constrainedTo: reading.only ?? null,
		employment: path(readingKeys.employment),
		startDate: path(readingKeys.startDate),
		preHires: reading.preHires ?? false,
		ownTypeIds,
		typeIds:
			template.system === 'successfactors' && !reads
				? Object.entries(picklistOf(ownTypeIds)).map(([name, id]) => ({ name, id }))
				: []
	};
}
