import type { Era } from '#lib/engine/eras';
import { live } from '#lib/worker/live.svelte';
import type { TenantRow } from '#lib/world/tables/rows';
import { remembered } from '../kit';

/** Both ways of configuring are in today's documentation (portal glossary 2). */
export type Flow = 'classic' | 'newer';
const isFlow = (value: unknown): value is Flow => value === 'classic' || value === 'newer';
const chosen = remembered<Flow>('portal.flow', 'classic', isFlow);

/** What the generation of the portal changes in the words of a page. */
export interface Portal {
	readonly era: Era;
	readonly flow: Flow;
	/** "Enterprise apps", before 2024 "Enterprise applications". */
	readonly apps: string;
	/** "Microsoft Entra ID", before 2024 "Azure Active Directory". */
	readonly source: string;
	readonly testConnection: string;
}

/** The portal as the world's era and the person's choice have it. Made in a component: it ends with it. */
export function portal(): { readonly now: Portal; flow: Flow } {
	const tenant = live<TenantRow>(() => ['row', { table: 'tenant', slot: 0 }]);
	const now = $derived.by((): Portal => {
		const era = tenant.value?.era ?? 2024;
		const isNew = era >= 2024;
		const flow = isNew ? chosen.value : 'classic';
		return {
			era,
			flow,
			apps: isNew ? 'Enterprise apps' : 'Enterprise applications',
			source: isNew ? 'Microsoft Entra ID' : 'Azure Active Directory',
			testConnection: flow === 'newer' ? 'Test connection' : 'Test Connection'
		};
	});
	return {
		get now() {
			return now;
		},
		get flow() {
			return now.flow;
		},
		set flow(flow) {
			chosen.value = flow;
		}
	};
}
