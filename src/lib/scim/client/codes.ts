import type { Refusal } from './answers';

/** The error code of the provisioning log by HTTP status, where the application names none itself (S-145, C-555). */
const codes: Readonly<Record<number, string>> = {
	401: 'Unauthorized',
	403: 'InsufficientRights',
	404: 'InvalidAnchor',
	405: 'MethodNotAllowed',
	409: 'EntryConflict',
	429: 'TooManyRequests',
	500: 'InternalServerError',
	501: 'NotImplemented'
};

export const TIMEOUT = 'Timeout';
export const INCOMPATIBLE = 'SystemForCrossDomainIdentityManagementServiceIncompatible';

export const errorCodeOf = ({ status, vendor }: Refusal): string =>
	vendor.code ?? codes[status] ?? (status >= 500 ? 'WebExceptionProtocolError' : 'UnprocessableEntity');
