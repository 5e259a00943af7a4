import type { DefaultMapping } from '#lib/apps';
import type { TargetAttribute } from '#lib/engine/mapping';
import { Part } from '#lib/parts/part';
import type { HrSystem } from './dates';

export const templateIds = ['wd-ad', 'wd-entra', 'wd-wb', 'sf-ad', 'sf-entra', 'sf-wb', 'api-ad', 'api-entra'] as const;
export type TemplateId = (typeof templateIds)[number];

/** A gallery application whose source is HR, or whose target is. */
export interface JobTemplate {
	readonly id: TemplateId;
	/** As the gallery calls it. */
	readonly name: string;
	readonly source: 'hr' | 'api' | 'directory';
	readonly target: 'ad' | 'entra' | 'hr';
	/** null: an HR system of the customer's own, which sends records. */
	readonly system: HrSystem | null;
	/** H-342, H-367. */
	readonly scope: 'all' | 'assigned';
	readonly creates: boolean;
	/** H-411: an API-driven job begins without an address. */
	readonly notificationMail: string | null;
	/** The target attribute that carries the account's state, and what puts it out of use. */
	readonly state: { readonly path: string; readonly inactive: boolean } | null;
	readonly targets: Readonly<Record<string, TargetAttribute>>;
	readonly mappings: readonly DefaultMapping[];
	/** What the mapping is called once the connection is saved (H-027); absent: as in any other application. */
	readonly mappingName?: string;
}

const contact = 'admin@contoso.com';
const toAd = {
	target: 'ad',
	scope: 'all',
	creates: true,
	state: { path: 'accountDisabled', inactive: true }
} as const;
const toEntra = {
	target: 'entra',
	scope: 'all',
	creates: true,
	state: { path: 'accountEnabled', inactive: false }
} as const;
const toHr = {
	source: 'directory',
	target: 'hr',
	creates: false,
	state: null,
	notificationMail: contact
} as const;
const fromWorkday = { source: 'hr', system: 'workday', notificationMail: contact } as const;
const fromSuccessFactors = { source: 'hr', system: 'successfactors', notificationMail: contact } as const;
const fromApi = { source: 'api', system: null, notificationMail: null } as const;

const described: readonly Omit<JobTemplate, 'targets' | 'mappings'>[] = [
	{
		id: 'wd-ad',
		name: 'Workday to Active Directory User Provisioning',
		...fromWorkday,
		...toAd,
		mappingName: 'Synchronize Workday Workers to On Premises Active Directory'
	},
	{
		id: 'wd-entra',
		name: 'Workday to Microsoft Entra User Provisioning',
		...fromWorkday,
		...toEntra,
		mappingName: 'Synchronize Workday Workers to Microsoft Entra ID'
	},
	{ id: 'wd-wb', name: 'Workday Writeback', system: 'workday', scope: 'all', ...toHr },
	{
		id: 'sf-ad',
		name: 'SuccessFactors to Active Directory User Provisioning',
		...fromSuccessFactors,
		...toAd,
		mappingName: 'Synchronize SuccessFactors Users to On Premises Active Directory'
	},
	{
		id: 'sf-entra',
		name: 'SuccessFactors to Microsoft Entra User Provisioning',
		...fromSuccessFactors,
		...toEntra,
		mappingName: 'Synchronize SuccessFactors Users to Microsoft Entra ID'
	},
	{
		id: 'sf-wb',
		name: 'SuccessFactors Writeback',
		system: 'successfactors',
		scope: 'assigned',
		...toHr
	},
	{
		id: 'api-ad',
		name: 'API-driven Inbound User Provisioning to On-Premises AD',
		...fromApi,
		...toAd
	},
	{
		id: 'api-entra',
		name: 'API-driven Inbound User Provisioning to Microsoft Entra ID',
		...fromApi,
		...toEntra
	}
];

/** The targets and mappings that a job is shipped with: they come with the first one. */
export const shipped = new Part(() => import('./shipped'));
export const shippedElsewhere = new Part(() => import('./shipped-elsewhere'));

export const templates: readonly JobTemplate[] = described.map((template) => ({
	...template,
	get targets() {
		return shipped.here.targets[template.id === 'sf-wb' ? 'sf' : template.target];
	},
	get mappings() {
		return shippedWith(template.id);
	}
}));

function shippedWith(id: TemplateId): readonly DefaultMapping[] {
	if (id === 'wd-ad' || id === 'wd-entra' || id === 'wd-wb') return shipped.here.mappings[id];
	return shippedElsewhere.here.mappings[id];
}

const byId = new Map<string, JobTemplate>(templates.map((template) => [template.id, template]));

/** The template of an application of this kind; undefined: an ordinary application. */
export function templateOf(kind: string): JobTemplate | undefined {
	return byId.get(kind);
}
