import type { AppDefinition } from '#lib/apps';
import { definitionOf } from '#lib/apps/catalogue/kinds';
import { defaultSeats, LOOKUP_TABLES } from '#lib/tenant/brownfield/settings';
import type { ConfigRow, JobRow } from '#lib/engine/job/records';
import { NEW } from '#lib/engine/unit';
import { guid } from '#lib/tenant/sample/identifiers';
import type { Ms, Seq } from '#lib/engine/base';
import { eraProfile } from '#lib/engine/eras';
import type { Simulation } from '../simulation';
import { shipped, templateOf, type JobTemplate } from '#lib/hr/templates';
import { inboundConfig, inboundMappings } from '../inbound/add';
import type { AppRow, TenantRow } from '../tables/rows';
import { defaultMappings } from './default-config';
import { brownfield, providers } from '../parts';

/** The kind of an application's key: slack-b is a further Slack. */
export function kindOfKey(key: string): string {
	return key.replace(/-[ab]$/, '');
}

/** The vendor's own position, with the licences and tables of allowed values of the sample company. */
function firstSettings(definition: AppDefinition, token: string, size: number, now: Ms): AppRow['settings'] {
	const { id, settings } = definition;
	// Salesforce's licences go by the number of people assigned, which nobody knows yet.
	const { seats } = defaultSeats(id, size, Infinity);
	return {
		...settings,
		...(definition.tokenEnds && { issued: [{ token, ends: definition.tokenEnds(now) }] }),
		...(seats !== null && Number.isFinite(seats) && { seats }),
		...(LOOKUP_TABLES[id] && { lookups: LOOKUP_TABLES[id] })
	} as AppRow['settings'];
}

/** The mappings that an application or an inbound job is shipped with (C-385). */
export function shippedMappings(kind: string, tenant: TenantRow) {
	const template = templateOf(kind);
	return template ? inboundMappings(template, tenant) : defaultMappings(kind, tenant.groupMapping);
}

/** A job to or from human resources is an application of the gallery as well (H-340, H-400). */
function addInbound(sim: Simulation, { id, name }: JobTemplate, key: string, cause: Seq): void {
	const { writer, ledger, host } = sim;
	const row: AppRow = {
		slot: NEW,
		key,
		kind: id,
		// H-011: a further instance is told from the first by its letter.
		name: key === id ? name : `${name} (${key.slice(id.length + 1)})`,
		id: guid(host.tenantRow.seedText, `app:${key}`, 0),
		token: '',
		supportsDisable: true,
		created: ledger.clock,
		configuredAt: ledger.clock,
		settings: {},
		roles: []
	};
	const app = writer.put('apps', NEW, row);
	writer.tell('audit', 'C-031', cause, 'apps', app, 0, 'Add provisioning configuration');
	addJob(sim, app, key, id, cause);
}

/** Asks for the parts that an application takes to be added. */
export function needApp(key: string, hasAccounts: boolean): void {
	if (templateOf(kindOfKey(key))) return shipped.need();
	if (definitionOf(kindOfKey(key)).connector !== 'none' && !hasAccounts) return;
	brownfield.need();
	providers.need();
}

/** Adds an application from the gallery with its provisioning configured and off (C-031). */
export function addApp(sim: Simulation, key: string, cause: Seq): void {
	const { writer, ledger, host } = sim;
	const template = templateOf(kindOfKey(key));
	if (template) return addInbound(sim, template, key, cause);
	const definition = definitionOf(kindOfKey(key));
	const { seedText } = host.tenantRow;
	const token = `tok-${key}`;
	const row: AppRow = {
		slot: NEW,
		key,
		kind: definition.id,
		name: definition.name,
		id: guid(seedText, `app:${key}`, 0),
		token,
		supportsDisable: definition.operations.disable !== undefined,
		created: ledger.clock,
		configuredAt: ledger.clock,
		settings: firstSettings(definition, token, host.tenantRow.size, ledger.clock),
		roles: definition.roles ?? []
	};
	const app = writer.put('apps', NEW, row);
	// O-24; a manual one always holds its rows.
	if (host.tenantRow.brownfield || definition.connector === 'none')
		brownfield.here.fillApp(sim, sim.tables.apps.get(app)!);
	writer.tell('audit', 'C-031', cause, 'apps', app, 0, 'Add provisioning configuration');
	if (definition.connector === 'none') return;
	addJob(sim, app, key, definition.id, cause);
}

/** A job for an application that has none any more: without credentials, so that it is not configured yet (C-031). */
export function createJob(sim: Simulation, { slot, key, kind }: AppRow, cause: Seq): void {
	sim.writer.tell('audit', 'C-031', cause, 'apps', slot, 0, 'Add provisioning configuration');
	addJob(sim, slot, key, kind, cause, true);
}

function addJob(sim: Simulation, app: number, key: string, kind: string, cause: Seq, isAnother = false): void {
	const { writer, host } = sim;
	const { seedText, tenantId } = host.tenantRow;
	const template = templateOf(kind);
	const job = sim.tables.jobs.next;
	const config: ConfigRow = {
		slot: NEW,
		job,
		...shippedMappings(kind, host.tenantRow),
		scopeMode: 'assigned',
		notificationMail: 'admin@contoso.com',
		sendMail: true,
		deletionThreshold: null,
		secrets: isAnother ? {} : { SecretToken: `tok-${key}` },
		dialect: 'legacy',
		...(template && inboundConfig(template))
	};
	const row: JobRow = {
		slot: NEW,
		app,
		id: `${kind === 'byoa' ? 'scim' : kind}.${tenantId.replaceAll('-', '')}.${guid(seedText, `job:${key}`, isAnother ? job : 0)}`,
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
		...(template?.source === 'api' && { listens: true }),
		cause
	};
	writer.put('jobs', NEW, row);
}
