import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import type { JobTemplate } from '#lib/hr/templates';
import { guid } from '#lib/tenant/sample/identifiers';
import type { World } from '#lib/world';
import { appNamed, directoryName, jobOf, sourceSystemName } from '../names';
import { hrOf } from '../hr/hr';
import { profileOf } from '../profile';
import { linkCounts } from '../status/counts';
import { appKey, defineView } from '../view';
import { appListRow, type AppListRow } from './apps';
import { mappingName } from './mappings';

export interface AppDetails {
	readonly app: AppListRow;
	/** The system that its job reads, and whether that is human resources: there nobody is assigned (H-007). */
	/** `mapping`: what its mapping is called (H-027). */
	readonly source: { readonly name: string; readonly isHr: boolean; readonly mapping: string };
	/** C-076, H-342: everybody in the directory is in scope, assigned or not. */
	readonly isForAll: boolean;
	/** A job between human resources and a directory has no accounts of its own: how many it has linked, and where. */
	readonly linked: { readonly count: number; readonly to: string } | null;
	readonly properties: {
		readonly name: string;
		/** The service principal (portal glossary 1). */
		readonly objectId: string;
		readonly applicationId: string;
		readonly kind: string;
		readonly connector: string;
		readonly note: string | null;
		readonly roles: readonly string[];
		readonly credentials: string;
		readonly host: string;
		readonly created: number;
	};
	readonly operations: {
		readonly create: boolean;
		readonly update: boolean;
		/** "deactivate", "suspend", or null where accounts cannot be put out of use. */
		readonly disable: string | null;
		/** H-120: who leaves human resources is disabled and never deleted; H-146: a client of the API may delete. */
		readonly delete: 'yes' | 'no' | 'never';
		readonly groups: boolean;
		/** C-408: an OAuth grant allows one run at a time. */
		readonly onDemandWhileRunning: boolean;
	};
	/** The vendor's switches, seats, lookup tables and faults. */
	readonly settings: { readonly [name: string]: Json };
	readonly limits: { readonly createsPerMinute: number | null; readonly writesPerMinute: number | null };
}

/** The overview and the properties of an enterprise application. */
export const app = defineView(z.object({ app: appKey }), (world, { app: key }): AppDetails => {
	const row = appNamed(world, key);
	const { name, connector, note, credentials, host, operations, limits, template } = profileOf(row);
	const job = jobOf(world, row);
	return {
		app: appListRow(world, row, job),
		source: {
			name: sourceSystemName(world, row),
			isHr: template !== undefined && template.source !== 'directory',
			mapping: mappingName(world, row, 'Users')
		},
		isForAll: job !== null && world.sim.host.config(job.config).scopeMode === 'all',
		linked: template && job ? { count: linkCounts(world, job.slot).users, to: targetOf(world, template.target) } : null,
		properties: {
			name: row.name,
			objectId: row.id,
			applicationId: guid(world.sim.host.tenantRow.seedText, 'application', row.slot),
			kind: name,
			connector,
			note: note ?? null,
			roles: row.roles,
			credentials: credentials.kind,
			host,
			created: row.created
		},
		operations: {
			create: template?.creates ?? operations.create,
			update: operations.update,
			disable: template?.state === null ? null : (operations.disable ?? null),
			delete:
				template && template.source !== 'api' ? (template.state ? 'never' : 'no') : operations.delete ? 'yes' : 'no',
			groups: operations.groups,
			onDemandWhileRunning: operations.onDemandWhileRunning
		},
		settings: row.settings,
		limits: {
			createsPerMinute: limits?.createsPerMinute ?? null,
			writesPerMinute: limits?.writesPerMinute ?? null
		}
	};
});

function targetOf(world: World, target: JobTemplate['target']): string {
	if (target === 'ad') return 'Active Directory';
	return target === 'entra' ? directoryName(world) : (hrOf(world)?.name ?? 'human resources');
}
