import { AD_DOMAIN, SUBSIDIARIES } from '#lib/content/company/tenant';
import type { Person } from './person';

export const companyOf = (userPrincipalName: string): string =>
	SUBSIDIARIES[userPrincipalName.slice(userPrincipalName.indexOf('@') + 1)] ?? (SUBSIDIARIES[AD_DOMAIN] as string);

export const employeeTypeOf = (person: Person): string => (person.type === 'E' ? 'Employee' : 'Contractor');
