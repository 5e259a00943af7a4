export const GUEST_DOMAINS: readonly string[] = ['adatum.com', 'tailspin.example'];

/** After these, service accounts and mailboxes are numbered. */
export const SERVICE_ACCOUNTS: readonly string[] = ['svc-provisioning', 'svc-backup', 'svc-scan', 'svc-monitoring'];
export const SHARED_MAILBOXES: readonly (readonly [alias: string, displayName: string])[] = [
	['info', 'Info'],
	['careers', 'Careers'],
	['invoices', 'Invoices'],
	['harbour-desk', 'Harbour Desk']
];

export const BREAK_GLASS: readonly string[] = ['breakglass1', 'breakglass2'];
