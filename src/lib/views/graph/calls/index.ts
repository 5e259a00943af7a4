import type { Call } from '../call';
import { connections } from './connections';
import { credentials } from './credentials';
import { demand } from './demand';
import { jobs } from './jobs';
import { lifecycle } from './lifecycle';
import { provisioningLogs } from './provisioning-logs';
import { schema } from './schema';
import { secrets } from './secrets';
import { servicePrincipals } from './service-principals';
import { upload } from './upload';

/** The calls that are modelled, as a menu groups them. */
export const callGroups: readonly { readonly name: string; readonly calls: readonly Call[] }[] = [
	{ name: 'Jobs', calls: [...jobs, ...lifecycle] },
	{ name: 'Provision on demand', calls: demand },
	{ name: 'API-driven provisioning', calls: upload },
	{ name: 'Credentials', calls: [...credentials, ...secrets] },
	{ name: 'Schema', calls: schema },
	{ name: 'Object connections (preview)', calls: connections },
	{ name: 'Provisioning logs', calls: provisioningLogs },
	{ name: 'Service principals', calls: servicePrincipals }
];

/** Everything else is answered with this list. */
export const calls: readonly Call[] = callGroups.flatMap((group) => group.calls);
