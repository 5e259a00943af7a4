import type { ConfigRow, JobRow, ObjectMapping } from '#lib/engine/job/records';
import type { Ms } from '#lib/engine/base';
import { shipped, templateOf, type JobTemplate } from '#lib/hr/templates';
import type { AppView } from '#lib/engine/host';
import type { AppRow, TenantRow } from '../tables/rows';
import { attributeMapping } from '../apps/default-config';

/** The shipped mappings of a job to or from HR; there are no groups in it (H-035). */
export function inboundMappings(template: JobTemplate, tenant: TenantRow): { users: ObjectMapping; groups: null } {
	const captured = tenant.captureHireDate && template.id === 'wd-ad' ? [shipped.here.captureHireDate] : [];
	const rows = [...template.mappings.filter(({ off }) => !off), ...captured];
	const attributes = rows.map(attributeMapping);
	return {
		users: {
			enabled: true,
			create: template.creates,
			update: true,
			delete: template.creates,
			attributes,
			filter: null
		},
		groups: null
	};
}

export function inboundConfig({ scope, notificationMail }: JobTemplate): Partial<ConfigRow> {
	return { scopeMode: scope, notificationMail, secrets: {} };
}

/** M-031: whether jobs of this kind can clear values. */
export function takesNull(kind: string): boolean {
	const template = templateOf(kind);
	return template !== undefined && template.target !== 'hr';
}

/** A job that runs when the sandbox begins. */
export function runningFrom(job: JobRow, at: Ms): JobRow {
	return { ...job, schedule: 'Active', nextAt: at };
}

/** What the service knows of a target that is no application. */
export function inboundView(row: AppRow): AppView {
	return {
		slot: row.slot,
		key: row.key,
		name: row.name,
		id: row.id,
		supportsDisable: true,
		supportsDelete: true,
		configuredAt: row.configuredAt,
		probeMs: 1,
		pace: { create: 0, write: 0 },
		writesPerPage: null,
		gallery: true
	};
}
