import { templates, type JobTemplate } from '#lib/hr/templates';
import type { Simulation } from '../simulation';

/** Why the gallery does not offer a job from or to human resources here, or null. */
export function jobObjection(sim: Pick<Simulation, 'host'>, { system, target }: JobTemplate): string | null {
	const { hr, ad, era } = sim.host.tenantRow;
	// H-014: in the first generation Workday was inbound only.
	if (target === 'hr' && era === 2016) return 'There is no writeback in the chosen generation of the portal.';
	if (system !== null && system !== hr) return `There is no ${system} tenant in this company.`;
	return target === 'ad' && !ad ? 'There is no Active Directory in this company.' : null;
}

/** The jobs from and to human resources that can be added. */
export function jobsInGallery(sim: Pick<Simulation, 'host'>): readonly JobTemplate[] {
	return templates.filter((template) => jobObjection(sim, template) === null);
}
