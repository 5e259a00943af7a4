import { resolve } from '$app/paths';
import type { ViewData } from '#lib/views';

type Check = ViewData<'troubleshoot'>['answers'][number]['checks'][number];

/** The page that mends what a check found. */
export function mendAddress(key: string, to: NonNullable<Check['mend']>['to']): string {
	switch (to) {
		case 'overview':
			return resolve('/apps/[key]/provisioning', { key });
		case 'edit':
			return resolve('/apps/[key]/provisioning/edit', { key });
		case 'skipped':
			return resolve(`/logs?app=${key}&status=Skipped`);
		case 'failures':
			return resolve(`/logs?app=${key}&status=Failure`);
		case 'agents':
			return resolve('/agents');
		case 'groups':
			return resolve('/groups');
		default:
			return resolve(`/apps/[key]/${to}`, { key });
	}
}

export function concernedAddress({ kind, slot }: Check['who'][number]): string {
	const at = String(slot);
	if (kind === 'worker') return resolve('/hr/[worker]', { worker: at });
	return kind === 'group' ? resolve('/groups/[slot]', { slot: at }) : resolve('/users/[slot]', { slot: at });
}
