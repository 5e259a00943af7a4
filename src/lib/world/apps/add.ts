import { definitionOf, type AppDefinition } from '#lib/apps';
import { defaultSeats, LOOKUP_TABLES } from '#lib/tenant/brownfield/settings';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import { NEW } from '#lib/engine/unit';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Seq } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';
import { defaultMappings } from './default-config';
import { fillApp } from './brownfield';

/** The kind of an application's key: slack-b is a further Slack. */
export function kindOfKey(key: string): string {
	return key.replace(/-[ab]$/, '');
}

/** The vendor's own position, with the licences and tables of allowed values of the sample company. */
function firstSettings({ id, settings }: AppDefinition, size: number): AppRow['settings'] {
	// Salesforce's licences go by the number of people assigned, which nobody knows yet.
	const { seats } = defaultSeats(id, size, Infinity);
	return {
		...settings,
		...(seats !== null && Number.isFinite(seats) && { seats }),
		...(LOOKUP_TABLES[id] && { lookups: LOOKUP_TABLES[id] })
	} as AppRow['settings'];
}

/** Adds an application from the gallery with its provisioning configured and off (C-031). */
export function addApp(sim: Simulation, key: string, cause: Seq): void {
	const { writer, ledger, host } = sim;
	const definition = definitionOf(kindOfKey(key));
	const { seedText } = host.tenantRow;
	const row: AppRow = {
		slot: NEW,
		key,
		kind: definition.id,
		name: definition.name,
		id: guid(seedText, `app:${key}`, 0),
		token: `tok-${key}`,
		supportsDisable: definition.operations.disable !== undefined,
		created: ledger.clock,
		configuredAt: ledger.clock,
		settings: firstSettings(definition, host.tenantRow.size),
		roles: definition.roles ?? []
	};
	const app = writer.put('apps', NEW, row);
	fillApp(sim, sim.tables.apps.get(app)!);
	writer.tell('audit', 'C-031', cause, 'apps', app, 0, 'Add provisioning configuration');
	if (definition.connector === 'none') return;
	addJob(sim, app, key, definition.id, cause);
}

function addJob(sim: Simulation, app: number, key: string, kind: string, cause: Seq): void {
	const { writer, host } = sim;
	const { seedText, tenantId, groupMapping } = host.tenantRow;
	const job = sim.tables.jobs.next;
	const config: ConfigRow = {
		slot: NEW,
		job,
		...defaultMappings(kind, groupMapping),
		scopeMode: 'assigned',
		notificationMail: 'admin@contoso.com',
		sendMail: true,
		deletionThreshold: null,
		secrets: { SecretToken: `tok-${key}` },
		dialect: 'legacy'
	};
	const row: JobRow = {
		slot: NEW,
		app,
		id: `${kind === 'byoa' ? 'scim' : kind}.${tenantId.replaceAll('-', '')}.${guid(seedText, `job:${key}`, 0)}`,
		schedule: 'Disabled',
		offBy: null,
		config: writer.put('configs', NEW, config),
		intervalMs: eraProfile(host.tenantRow.era).intervalMs,
		nextAt: null,
		watermark: null,
		everStarted: false,
		everCompleted: false,
		cycle: null,
		pendingReset: null,
		forceDeletes: false,
		quarantine: null,
		escrowsPruned: false,
		successiveFailures: 0,
		steadyFirst: null,
		steadyLast: null,
		last: null,
		lastSuccessful: null,
		lastWithExports: null,
		cause
	};
	writer.put('jobs', NEW, row);
}
