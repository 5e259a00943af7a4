import { hrRows } from './hr';
import { leavingRows } from './leaving';
import { saasRows } from './saas';

/** The test plans that are shipped. */
export const plans = [
	{
		id: 'saas',
		title: 'Applications',
		source: 'Plan an automatic user provisioning deployment (plan-auto-user-provisioning)',
		rows: saasRows
	},
	{
		id: 'leaving',
		title: 'Ways to leave',
		source: 'How application provisioning works: deprovisioning (how-provisioning-works)',
		rows: leavingRows
	},
	{
		id: 'hr',
		title: 'Human resources',
		source: 'Plan cloud HR application to Microsoft Entra user provisioning (plan-cloud-hr-provision)',
		rows: hrRows
	}
] as const;

export const guideRows = [...saasRows, ...leavingRows, ...hrRows];
