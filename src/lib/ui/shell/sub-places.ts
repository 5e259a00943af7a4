import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';
import { placesOf, type PaletteEntry } from './palette-entries';

type Sub = readonly [label: string, hint: string, href: string, icon?: PaletteEntry['icon'], also?: string];

/** What the page of a place is called where the navigation says less. */
const titles: Readonly<Record<string, string>> = {
	'place apps': 'All applications',
	'place agents': 'Provisioning agents',
	'place connect': 'Microsoft Entra Connect',
	'place hr': 'Workers human resources HR',
	'place hr-connection': 'Connection to human resources HR',
	'place mail': 'Simulated mailbox e-mail',
	'place what-if': 'What if changes',
	'place start': 'Provlab'
};

/** What has an address of its own below a place of the navigation. */
const below = (): readonly Sub[] => [
	['Shared session', 'Home', resolve('/open'), 'link', 'open link'],
	['Results', 'Learn', resolve('/learn/results'), 'learn', 'lessons'],
	['Own script', 'Scenarios', resolve('/scenarios/own'), 'edit'],
	['Test plan', 'Plan', resolve('/plan/tests'), 'plan'],
	['Pilot planner', 'Plan', resolve('/plan/pilot'), 'plan', 'waves'],
	['Bulk create', 'Users', resolve('/users/import'), 'upload', 'import people'],
	['Deleted groups', 'Groups', resolve('/deleted/groups'), 'remove'],
	['Provisioning Insights', 'Monitoring & health', resolve('/insights'), 'log', 'charts'],
	['Groups of Active Directory', 'On premises', resolve('/ad/groups'), 'people'],
	['Provisioning errors', 'Entra Connect', resolve('/connect?tab=errors'), 'sync'],
	['OU filtering', 'Entra Connect', resolve('/connect?tab=filter'), 'filter'],
	['Settings of Entra Connect', 'On premises', resolve('/connect?tab=settings'), 'settings'],
	['Events', 'Timeline', resolve('/events'), 'log'],
	['Functions for expressions', 'Expression bench', resolve('/functions'), 'edit', 'reference'],
	['Generations', 'Rules and sources', resolve('/generations'), 'info', 'eras years']
];

const entryOf = ([label, hint, href, icon = 'right', also]: Sub): PaletteEntry => ({
	id: `place ${href}`,
	label,
	hint,
	href,
	icon,
	also: `${hint} ${also ?? ''}`
});

/** Every place that needs no name of somebody or something: those of the navigation, and what stands below them. */
export function everyPlace(): PaletteEntry[] {
	const places = placesOf().map((entry) => ({ ...entry, also: titles[entry.id] }));
	return [...places, ...below().map(entryOf)];
}

/** The pages of one application. */
export function placesOfApp({ key, name, mode }: ViewData<'apps'>['rows'][number]): PaletteEntry[] {
	const at = { key };
	// A job between HR and a directory has no system of its own behind it.
	const isInbound = /^(wd|sf|api)-/.test(key);
	const own: Sub[] = [
		['Provisioning of', 'Overview', resolve('/apps/[key]/provisioning', at), 'sync', 'status start stop restart'],
		['Troubleshoot', 'Checks that run now', resolve('/apps/[key]/troubleshoot', at), 'question'],
		['Overview of', 'Properties', resolve('/apps/[key]', at), 'apps'],
		['Users and groups of', 'Assignments', resolve('/apps/[key]/users', at), 'people'],
		['Settings of', 'Admin Credentials, Settings', resolve('/apps/[key]/provisioning/edit', at), 'settings', 'edit'],
		['Attribute Mapping of', 'Mappings', resolve('/apps/[key]/mappings', at), 'edit'],
		['Source Object Scope of', 'Scoping filters', resolve('/apps/[key]/scoping', at), 'filter'],
		['Schema editor of', 'Export and import', resolve('/apps/[key]/schema', at), 'edit', 'json download'],
		['Provision on demand to', 'One person', resolve('/apps/[key]/demand', at), 'play'],
		['Provisioning logs of', 'Monitoring & health', resolve(`/logs?app=${key}`), 'log'],
		['Audit logs of', 'Monitoring & health', resolve(`/audit?app=${key}`), 'log'],
		['Provisioning Insights of', 'Monitoring & health', resolve(`/insights?app=${key}`), 'log', 'charts'],
		['Reports of', 'Portal of 2017', resolve('/apps/[key]/reports', at), 'log', 'activity errors']
	];
	const system: Sub[] = [
		['Accounts in', 'Its admin page', resolve('/apps/[key]/accounts', at), 'server', 'admin'],
		['SCIM console of', 'Its admin page', resolve('/apps/[key]/console', at), 'server', 'requests'],
		['Faults and behaviour of', 'Its admin page', resolve('/apps/[key]/faults', at), 'settings', 'errors']
	];
	const discover: Sub[] = [
		['Discover identities in', 'Account Discovery', resolve('/apps/[key]/discovery', at), 'search']
	];
	return [...own, ...(isInbound ? [] : system), ...(isInbound || mode === 'Manual' ? [] : discover)].map(
		([label, hint, href, icon, also]) => entryOf([`${label} ${name}`, hint, href, icon, `${also ?? ''} ${key}`])
	);
}
