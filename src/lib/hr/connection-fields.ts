import type { HrSystem } from './dates';

/** Under which name the account of the connection is kept. */
export const accountKey = 'UserName';

/** H-020, H-023: the integration account and the address of the sample company's tenants. */
export const sampleAccount: Readonly<Record<HrSystem, string>> = {
	workday: 'provisioning@contoso4',
	successfactors: 'provisioning@FABMARINE'
};
export const sampleTenantUrl = 'api4.successfactors.com';

/** user@tenant for Workday, user@companyID for SuccessFactors. */
export const isAccount = (text: string): boolean => /^[^\s@]+@\w[\w-]*$/.test(text);

/** H-023: a host name, without a scheme and without a path. */
export const isHostName = (text: string): boolean => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);

/** A distinguished name of a unit; whether there is such a unit shows when the first account is created in it (H-207). */
export const isContainer = (text: string): boolean => /^((OU|CN)=[^,=]+,)+DC=[^,=]+(,DC=[^,=]+)*$/i.test(text);
