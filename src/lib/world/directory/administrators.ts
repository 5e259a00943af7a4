import { ADMINISTRATORS } from '#lib/content/company/tenant';
import type { Slot } from '#lib/engine/base';
import { entraId } from '#lib/tenant/sample/identifiers';
import type { Simulation } from '../simulation';

/** The users who hold an administrator role: those of the sample, until somebody gives or takes one. */
export function administratorsOf({ host, tables }: Pick<Simulation, 'host' | 'tables'>): readonly Slot[] {
	const { administrators, seedText } = host.tenantRow;
	if (administrators) return administrators;
	const found = ADMINISTRATORS.map((index) => tables.usersById.first(entraId(seedText, index)));
	return found.filter((slot) => slot !== undefined);
}
