import { ad } from './ad';
import { adFeed } from './ad-feed';
import { adGroups } from './ad-groups';
import { api } from './api';
import { appAdmin } from './app-admin';
import { agents } from './agents';
import { apps } from './apps';
import { connect } from './connect';
import { discover } from './discover';
import { groups } from './groups';
import { hr } from './hr';
import { hrAccount } from './hr-account';
import { hrConnection } from './hr-connection';
import { jobGraph } from './job-graph';
import { jobs } from './jobs';
import { mappings } from './mappings';
import { users } from './users';
import { world } from './world';

export { removeAccount } from '../apps/removal';

/** All commands but those of a first visit (index.ts) and a hire (hire.ts). */
export const deeds = {
	...users,
	...groups,
	...jobs,
	...jobGraph,
	...discover,
	...mappings,
	...apps,
	...appAdmin,
	...world,
	...ad,
	...adFeed,
	...adGroups,
	...connect,
	...hr,
	...hrAccount,
	...hrConnection,
	...agents,
	...api
};
