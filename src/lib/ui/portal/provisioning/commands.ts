import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';
import type { Command } from '../../kit';
import { act } from '../../shell';
import type { Portal } from '../portal.svelte';

type Settings = NonNullable<ViewData<'configuration'>['settings']>;

/** "Stop provisioning: the job is not running." without its first words: the button says them itself. */
const why = (settings: Settings, verb: string): string | undefined => {
	const refusal = settings.actions.find((action) => action.verb === verb)?.refusal;
	return refusal?.replace(/^[^:]+: /, '').replace(/\.$/, '');
};

/** The command bar of the status page, in the portal's words and order. */
export function provisioningCommands(key: string, name: string, settings: Settings | null, portal: Portal): Command[] {
	if (!settings) return [];
	const newer = portal.flow === 'newer';
	const job =
		(verb: 'job.start' | 'job.stop' | 'job.restart' | 'job.delete' | 'job.quarantine', sentence: string) => () =>
			void act(verb, { app: key }, sentence);
	return [
		{
			id: 'start',
			label: newer ? 'Start Provisioning' : 'Start provisioning',
			icon: 'play',
			disabledWhy: why(settings, 'job.start'),
			run: job('job.start', `Started provisioning to ${name}. The cycle begins at once; time has to run.`)
		},
		{
			id: 'stop',
			label: 'Stop provisioning',
			icon: 'stop',
			disabledWhy: why(settings, 'job.stop'),
			run: job('job.stop', `Stopped provisioning to ${name}. What is done stays done; nothing is removed.`)
		},
		{
			id: 'restart',
			label: 'Restart provisioning',
			icon: 'restart',
			hint: 'clears escrows, quarantine and watermark; links are kept',
			run: job('job.restart', `Restarted provisioning to ${name}: an initial cycle follows. The links are kept.`)
		},
		{
			id: 'edit',
			label: 'Edit provisioning',
			icon: 'edit',
			href: resolve('/apps/[key]/provisioning/edit', { key })
		},
		{
			id: 'demand',
			label: 'Provision on demand',
			icon: 'person',
			disabledWhy: why(settings, 'job.onDemand'),
			href: resolve('/apps/[key]/demand', { key })
		},
		// C-002: the newest portal has it, for applications.
		...(portal.era < 2024 || /^(wd|sf|api)-/.test(key)
			? []
			: [
					{
						id: 'discover',
						label: 'Discover identities',
						icon: 'search' as const,
						hint: 'A report on all accounts, whoever made them: local, unassigned, assigned',
						href: resolve('/apps/[key]/discovery', { key })
					}
				]),
		{
			id: 'logs',
			label: 'View Provisioning Logs',
			icon: 'log',
			href: resolve(`/logs?app=${key}`)
		},
		// An application has accounts to roll back; a job between HR and a directory has none of its own.
		...(/^(wd|sf|api)-/.test(key)
			? []
			: [
					{
						id: 'rollback',
						label: 'Rollback drill',
						icon: 'undo' as const,
						hint: 'Finds wrong operations, the values before them, and puts them back',
						href: resolve(`/rollback?app=${key}`)
					}
				]),
		// C-054: what the job knew is gone, what it did stays.
		...(newer
			? [
					{
						id: 'delete',
						label: 'Delete configuration',
						icon: 'remove' as const,
						hint: 'links, watermark and escrows go; accounts stay as they are',
						run: job('job.delete', `Deleted the configuration of ${name}: links and watermark are gone, accounts stay.`)
					}
				]
			: []),
		// C-011: the status area of 2017 links to two reports.
		...(portal.era === 2017
			? [
					{
						id: 'activity',
						label: 'Account provisioning activity',
						icon: 'log' as const,
						href: resolve('/apps/[key]/reports', { key })
					},
					{
						id: 'errors',
						label: 'Account provisioning errors',
						icon: 'log' as const,
						href: resolve('/apps/[key]/reports?report=errors', { key })
					}
				]
			: []),
		{
			id: 'troubleshoot',
			label: 'Troubleshoot',
			icon: 'question',
			hint: 'No users, wrong users, too slow, credentials: what causes it now',
			href: resolve('/apps/[key]/troubleshoot', { key })
		},
		{
			id: 'what-if',
			label: 'What if',
			icon: 'question',
			hint: 'The same commands under another configuration, compared',
			href: resolve(`/what-if?app=${key}`)
		},
		// C-338: nobody in a tenant can do it, so the portal has no such command.
		{
			id: 'quarantine',
			label: 'Quarantine by Microsoft',
			icon: 'pause',
			hint: 'Simulated, not in the real portal: what Microsoft can do by hand',
			disabledWhy: why(settings, 'job.quarantine'),
			run: job('job.quarantine', `Microsoft put the job of ${name} into quarantine. The next retry may lift it.`)
		}
	];
}
