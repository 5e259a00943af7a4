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

/** The calls that are modelled; everything else is answered with this list. */
export const calls: readonly Call[] = [
	...servicePrincipals,
	...jobs,
	...lifecycle,
	...demand,
	...credentials,
	...secrets,
	...schema,
	...connections,
	...provisioningLogs
];
