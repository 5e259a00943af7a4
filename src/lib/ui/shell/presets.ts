import type { WorldOptions } from '#lib/world';

/** A company that can be chosen: who masters its users, and how long a change is on its way. */
export interface CompanyPreset {
	readonly value: string;
	readonly label: string;
	/** What it is, and its latency (H-330, H-432). */
	readonly sentence: string;
	readonly options: Pick<WorldOptions, 'preset' | 'hr'>;
}

const toApps = 'apps every 40 min';
const fromAd = `Connect every 30 min, ${toApps}`;

export const companyPresets: readonly CompanyPreset[] = [
	{
		value: 'cloud-only',
		label: 'Cloud only',
		sentence: `Users are kept in Entra ID; there is no HR and no Active Directory. Entra ID to ${toApps}: at most 40 min.`,
		options: { preset: 'cloud-only' }
	},
	{
		value: 'cloud-hr',
		label: 'Cloud HR: Workday',
		sentence: `Workday feeds Entra ID once you start its job; there is no Active Directory. Workday to Entra ID every 40 min, ${toApps}: at most 80 min.`,
		options: { preset: 'cloud-only', hr: 'workday' }
	},
	{
		value: 'cloud-hr-successfactors',
		label: 'Cloud HR: SuccessFactors',
		sentence: `SuccessFactors feeds Entra ID once you start its job; there is no Active Directory. SuccessFactors to Entra ID every 40 min, ${toApps}: at most 80 min.`,
		options: { preset: 'cloud-only', hr: 'successfactors' }
	},
	{
		value: 'hybrid',
		label: 'Hybrid',
		sentence: `Active Directory masters everybody, Connect synchronizes them, nothing comes from HR. ${fromAd}: at most 70 min.`,
		options: { preset: 'hybrid' }
	},
	{
		value: 'hybrid-hr',
		label: 'Hybrid with HR: Workday',
		sentence: `Workday feeds Active Directory, Connect the tenant; the job runs. Workday to AD every 40 min, ${fromAd}: at most 110 min.`,
		options: { preset: 'hybrid-hr' }
	},
	{
		value: 'hybrid-hr-successfactors',
		label: 'Hybrid with HR: SuccessFactors',
		sentence: `SuccessFactors feeds Active Directory, Connect the tenant; the job runs. SuccessFactors to AD every 40 min, ${fromAd}: at most 110 min.`,
		options: { preset: 'hybrid-hr', hr: 'successfactors' }
	},
	{
		value: 'mixed',
		label: 'Mixed',
		sentence: `Every fifth person is kept in Entra ID, everybody else comes from Workday through Active Directory. Workday to AD every 40 min, ${fromAd}: at most 110 min.`,
		options: { preset: 'mixed' }
	},
	{
		value: 'HR-greenfield',
		label: 'HR, new directory',
		sentence: `Workday is full; Active Directory and Entra ID hold four accounts until you start the job. Workday to AD every 40 min, ${fromAd}: at most 110 min.`,
		options: { preset: 'HR-greenfield' }
	},
	{
		value: 'HR-brownfield',
		label: 'HR, grown directory',
		sentence: `Everything is full, but employee IDs in Active Directory are missing or wrong: the job, which you start, matches what it can. Workday to AD every 40 min, ${fromAd}: at most 110 min.`,
		options: { preset: 'HR-brownfield' }
	}
];
