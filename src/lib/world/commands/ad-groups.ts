import * as z from 'zod/mini';
import { createAdGroup, deleteAdGroup, setAdMembers } from '../ad/groups';
import type { Simulation } from '../simulation';
import type { AdGroupRow } from '../tables/hybrid';
import { accountOf } from './ad';
import { define, Refused } from './command';

const slot = z.int().check(z.nonnegative());
const group = z.object({ group: slot });
const who = z._default(z.array(slot).check(z.maxLength(20_000)), []);

function groupOf(sim: Simulation, slot: number): AdGroupRow {
	const row = sim.tables.adGroups.get(slot);
	if (!row || row.deleted) throw new Refused(`There is no group ${slot} in Active Directory.`);
	if (row.builtIn) throw new Refused('Built-in groups cannot be changed here.');
	return row;
}

const nameOf = ({ attrs }: AdGroupRow) => String(attrs.displayName);

export const adGroups = {
	'ad.group.create': define({
		schema: z.object({
			name: z.string().check(z.trim(), z.minLength(1, { message: 'A group needs a name.' }), z.maxLength(64)),
			members: who
		}),
		describe: (_sim, { name }) => `Create the group ${name} in Active Directory`,
		apply(sim, { name, members }, cause) {
			if (!sim.host.tenantRow.ad) throw new Refused('There is no Active Directory in this company.');
			if (sim.tables.adGroupsByName.first(name.toLowerCase()) !== undefined)
				throw new Refused(`EntryAlreadyExists: a group ${name} already exists.`);
			for (const one of members) accountOf(sim, one);
			createAdGroup(sim, name, members, cause);
		}
	}),
	'ad.group.members': define({
		schema: z.extend(group, { add: who, remove: who }),
		describe: (sim, { group }) => `Change the members of ${nameOf(groupOf(sim, group))} in Active Directory`,
		apply(sim, { group, add, remove }, cause) {
			const row = groupOf(sim, group);
			for (const one of add) accountOf(sim, one);
			const gone = new Set(remove);
			const after = [...new Set([...row.members, ...add])].filter((one) => !gone.has(one));
			if (after.length === row.members.length && after.every((one) => row.members.includes(one)))
				throw new Refused('Nothing was changed.');
			setAdMembers(sim, row, after, cause);
		}
	}),
	'ad.group.delete': define({
		schema: group,
		describe: (sim, { group }) => `Delete the group ${nameOf(groupOf(sim, group))} from Active Directory`,
		apply: (sim, { group }, cause) => deleteAdGroup(sim, groupOf(sim, group), cause)
	})
};
