import * as z from 'zod/mini';
import type { Slot } from '#lib/engine/base';
import { defineView } from '../view';
import { adListRow } from './ad-accounts';

export interface AdGroupInfo {
	readonly slot: Slot;
	readonly name: string;
	readonly builtIn: boolean;
	readonly memberCount: number;
	/** The first of them. */
	readonly members: readonly { readonly slot: Slot; readonly name: string }[];
	/** The group of the tenant that Connect made of it; null: none. */
	readonly entra: Slot | null;
	/** Changed since Connect read it, or with members whom the tenant does not have yet. */
	readonly pending: boolean;
}

const shown = 200;

/** The security groups of Active Directory; null: the company has none. */
export const adGroups = defineView(z.object({}), (world): readonly AdGroupInfo[] | null => {
	if (!world.sim.host.tenantRow.ad) return null;
	const { adGroups: groups, adUsers } = world.tables;
	return [...groups.all()]
		.filter(({ deleted }) => !deleted)
		.map(({ slot, attrs, builtIn, members, entra, pending }) => ({
			slot,
			name: String(attrs.displayName),
			builtIn,
			memberCount: members.length,
			members: members.slice(0, shown).flatMap((one) => {
				const row = adUsers.get(one);
				return row ? [{ slot: one, name: adListRow(row).cn }] : [];
			}),
			entra,
			pending
		}));
});
