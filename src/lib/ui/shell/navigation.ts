import { resolve } from '$app/paths';
import { lessonCount } from '#lib/content/lessons/count';
import type { NavSection } from '../frame';
import { desk } from '../learn/desk.svelte';
import { numberWords } from '../portal/amounts';

/** How much there is of each thing, where it is known. */
export type Counts = Partial<Record<'users' | 'groups' | 'apps' | 'deleted', number>>;

const words = (count?: number) => (count === undefined ? undefined : numberWords(count));

/** "4/18": lessons that are done. */
const learnt = () => `${Object.keys(desk.done).length}/${lessonCount}`;

/** Which parts a company has beside its tenant; those of others are found by their address and in the palette. */
export interface Parts {
	readonly hr?: boolean;
	readonly ad?: boolean;
	readonly uploads?: boolean;
}

/** The places of the navigation, in the portal's words. */
export function sections(counts: Counts, has: Parts): NavSection[] {
	const all: NavSection[] = [
		{ items: [{ id: 'home', label: 'Home', href: resolve('/'), icon: 'home' }] },
		{
			items: [
				{ id: 'learn', label: 'Learn', href: resolve('/learn'), icon: 'learn', count: learnt() },
				{ id: 'scenarios', label: 'Scenarios', href: resolve('/scenarios'), icon: 'play' },
				{ id: 'plan', label: 'Plan', href: resolve('/plan'), icon: 'plan' },
				{ id: 'present', label: 'Present', href: resolve('/present'), icon: 'present' },
				{ id: 'rollback', label: 'Rollback drill', href: resolve('/rollback'), icon: 'undo' }
			]
		},
		{
			title: 'Entra ID',
			items: [
				{ id: 'users', label: 'Users', href: resolve('/users'), icon: 'person', count: words(counts.users) },
				{ id: 'groups', label: 'Groups', href: resolve('/groups'), icon: 'people', count: words(counts.groups) },
				{ id: 'apps', label: 'Enterprise apps', href: resolve('/apps'), icon: 'apps', count: words(counts.apps) },
				{
					id: 'deleted',
					label: 'Deleted users',
					href: resolve('/deleted'),
					icon: 'remove',
					count: words(counts.deleted)
				},
				{ id: 'logs', label: 'Provisioning logs', href: resolve('/logs'), icon: 'log' },
				{ id: 'audit', label: 'Audit logs', href: resolve('/audit'), icon: 'log' }
			]
		},
		{
			title: 'Human resources',
			items: [
				...(has.hr
					? ([
							{ id: 'hr', label: 'Workers', href: resolve('/hr'), icon: 'people' },
							{ id: 'hr-connection', label: 'Connection', href: resolve('/hr/connection'), icon: 'server' }
						] as const)
					: []),
				...(has.uploads
					? ([{ id: 'hr-upload', label: 'API-driven upload', href: resolve('/hr/upload'), icon: 'upload' }] as const)
					: [])
			]
		},
		{
			title: 'On premises',
			items: !has.ad
				? []
				: [
						{ id: 'ad', label: 'Active Directory', href: resolve('/ad'), icon: 'source' },
						{ id: 'connect', label: 'Entra Connect', href: resolve('/connect'), icon: 'sync' },
						{ id: 'agents', label: 'Agents', href: resolve('/agents'), icon: 'server' }
					]
		},
		{
			title: 'Simulation',
			items: [
				{ id: 'branches', label: 'Branches', href: resolve('/branches'), icon: 'branch' },
				{ id: 'what-if', label: 'What if', href: resolve('/what-if'), icon: 'question' },
				{ id: 'bench', label: 'Expression bench', href: resolve('/bench'), icon: 'edit' },
				{ id: 'graph', label: 'Graph explorer', href: resolve('/graph'), icon: 'server' },
				{ id: 'mail', label: 'Mailbox', href: resolve('/mail'), icon: 'copy' },
				{ id: 'settings', label: 'Settings', href: resolve('/settings'), icon: 'settings' },
				{ id: 'rules', label: 'Rules and sources', href: resolve('/rules'), icon: 'info' }
			]
		}
	];
	return all.filter(({ items }) => items.length > 0);
}
