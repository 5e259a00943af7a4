import * as z from 'zod/mini';
import { progressOf } from '#lib/engine/job/progress';
import { templateOf } from '#lib/hr/templates';
import { jobsInGallery } from '#lib/world/inbound/gallery';
import type { World } from '#lib/world';
import type { AppRow } from '#lib/world/tables/rows';
import { jobOf } from '../names';
import { endpointOf } from '../status/provisioning';
import { defineView } from '../view';

export interface UploadJob {
	readonly key: string;
	readonly name: string;
	readonly on: boolean;
	readonly hasMail: boolean;
	/** Why it is in quarantine; null: it is not. */
	readonly quarantine: string | null;
	readonly endpoint: string;
	/** Records that wait for a cycle. */
	readonly waiting: number;
	/** Attributes that its mappings read. */
	readonly attributes: readonly string[];
}

export interface UploadCallInfo {
	readonly at: number;
	readonly app: string;
	readonly records: number;
	readonly calls: number;
	/** "202", or "40 × 202, 1 × 429". */
	readonly answers: string;
}

export interface UploadedRecord {
	readonly slot: number;
	readonly app: string;
	readonly externalId: string;
	readonly at: number;
	/** taken: a cycle that goes on has it among its objects. */
	readonly state: 'waiting' | 'taken' | 'processed' | 'failed' | 'purged';
}

export interface Uploads {
	readonly jobs: readonly UploadJob[];
	/** What the company has, and has no configuration (C-054). */
	readonly unconfigured: readonly { readonly key: string; readonly name: string }[];
	/** What the gallery has and the company has not. */
	readonly offered: readonly { readonly key: string; readonly name: string }[];
	/** The newest first, as many as a page shows. */
	readonly calls: readonly UploadCallInfo[];
	readonly records: readonly UploadedRecord[];
	readonly recordCount: number;
}

const shown = 50;

/** API-driven inbound provisioning: the jobs that listen, what was sent to them and how it was answered. */
export const uploads = defineView(z.object({}), (world): Uploads => {
	const { tables, sim } = world;
	const apps = [...tables.apps.all()].filter(({ kind }) => templateOf(kind)?.source === 'api');
	const keyOf = (slot: number) => tables.apps.get(slot)!.key;
	return {
		jobs: apps.flatMap((app) => jobInfo(world, app) ?? []),
		unconfigured: apps.filter((app) => !jobOf(world, app)).map(({ key, name }) => ({ key, name })),
		offered: jobsInGallery(sim)
			.filter(({ id, source }) => source === 'api' && tables.appsByKey.first(id) === undefined)
			.map(({ id, name }) => ({ key: id, name })),
		calls: newest(tables.uploadCalls, shown).map(({ at, app, records, calls, answers }) => ({
			at,
			app: keyOf(app),
			records,
			calls,
			answers
		})),
		records: newest(tables.uploads, shown).map(({ slot, app, externalId, at, pending, purged }) => ({
			slot,
			app: keyOf(app),
			externalId,
			at,
			state: purged ? 'purged' : pending ? 'waiting' : stateOf(world, tables.apps.get(app)!, slot)
		})),
		recordCount: tables.uploads.next
	};
});

/** What has become of a record that a cycle took on. What failed goes with the configuration (C-054). */
function stateOf(world: World, app: AppRow, slot: number): 'taken' | 'processed' | 'failed' {
	const { tables, sim } = world;
	const job = jobOf(world, app);
	if (!job) return 'processed';
	if (job.cycle !== null) {
		const cycle = tables.cycles.get(job.cycle)!;
		const plan = tables.plans.get(cycle.plan)!;
		if (plan.work.indexOf(slot) >= progressOf(cycle, plan).doneObjects) return 'taken';
	}
	return sim.host.escrow(job.slot, 'user', slot) ? 'failed' : 'processed';
}

interface Rows<R> {
	readonly next: number;
	get(slot: number): R | null;
}

function newest<R>(table: Rows<R>, count: number): R[] {
	const rows: R[] = [];
	for (let slot = table.next - 1; slot >= 0 && rows.length < count; slot--) {
		const row = table.get(slot);
		if (row) rows.push(row);
	}
	return rows;
}

/** Null: its configuration was deleted (C-054). */
function jobInfo(world: World, app: AppRow): UploadJob | null {
	const job = jobOf(world, app);
	if (!job) return null;
	const config = world.sim.host.config(job.config);
	const reads = config.users.attributes.flatMap(({ source }) =>
		source.type === 'Expression'
			? [...source.expression.matchAll(/\[([\w.]+)\]/g)].map(([, name]) => name!)
			: source.type === 'Direct'
				? [source.attribute]
				: []
	);
	return {
		key: app.key,
		name: app.name,
		on: job.schedule === 'Active',
		hasMail: Boolean(config.notificationMail),
		quarantine: job.quarantine?.reason ?? null,
		endpoint: endpointOf(app, job),
		waiting: world.tables.pendingUploads.get(app.slot).length,
		attributes: [...new Set(reads)]
	};
}
