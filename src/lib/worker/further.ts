import { everybody } from './everybody';
import { exportingLogs } from './log-export';
import { learning } from './learning';
import { peopling } from './peopling';
import { planning } from './planning';
import { previewing } from './previewing';
import { rehearsing } from './rehearsing';
import { scripting } from './scripting';
import { exporting } from './sharing';
import { showing } from './showing';
import { stored } from './stored';
import { watching } from './watching';
import { whatIf } from './what-if';

/** What a first visit does not ask: it comes with the first such request. */
export const further = {
	...scripting,
	...whatIf,
	...previewing,
	...everybody,
	...learning,
	...peopling,
	...planning,
	...rehearsing,
	...showing,
	...exporting,
	...exportingLogs,
	...stored,
	...watching
};
export type Further = keyof typeof further;
