import { AD_DOMAIN, SUBSIDIARIES } from '#lib/content/company/tenant';
import type { Person } from './person';

const subsidiaries = Object.entries(SUBSIDIARIES).map(([domain, company]) => ({ end: `@${domain}`, company }));

export function companyOf(userPrincipalName: string): string {
	for (const { end, company } of subsidiaries) if (userPrincipalName.endsWith(end)) return company;
	return SUBSIDIARIES[AD_DOMAIN] as string;
}

export const employeeTypeOf = (person: Person): string => (person.type === 'E' ? 'Employee' : 'Contractor');
