import { definitionOf } from '#lib/apps/catalogue/kinds';
import type { Failure } from '#lib/engine/job/escrow';
import { templateOf } from '#lib/hr/templates';
import type { Simulation } from '../simulation';
import type { AppRow } from '../tables/rows';

/** What the service says where the tenant URL leads elsewhere. */
export const wrongAddress: Failure = {
	code: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
	reason: 'Please provide a valid tenant URL for your application.'
};

/** S-001: whether a tenant URL leads to the application: its own host, or the one that the simulated requests go to. */
export function leadsTo({ apps }: Simulation, { kind, slot }: AppRow, address: string): boolean {
	if (templateOf(kind) || address === '') return true;
	return [definitionOf(kind).host, apps.of(slot).app.baseUrl].some((url) => hostOf(url) === hostOf(address));
}

const hostOf = (url: string) =>
	url
		.trim()
		.toLowerCase()
		.replace(/^https?:\/\//, '')
		.split(/[/?]/)[0]!;
