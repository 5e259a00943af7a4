import '#lib/apps';
import '#lib/engine/mapping';
import '#lib/engine/scoping';
import * as shippedPart from '#lib/hr/shipped';
import * as shippedElsewherePart from '#lib/hr/shipped-elsewhere';
import { shipped, shippedElsewhere } from '#lib/hr/templates';
import { complaints } from '#lib/parts/complaints';
import * as changesPart from '#lib/engine/job/changed-work';
import * as healthPart from '#lib/engine/job/health';
import { changes, health } from '#lib/engine/job/late';
import { memberships } from '#lib/engine/steps/late';
import * as membershipsPart from '#lib/engine/steps/membership-unit';
import * as inWords from '#lib/parts/in-words';
import * as answering from '#lib/apps/answering';
import * as branchingPart from './branching';
import * as brownfieldPart from './apps/brownfield';
import * as connectPart from './connect';
import * as deedsPart from './commands/deeds';
import * as hiresPart from './commands/hire';
import {
	branching,
	brownfield,
	connecting,
	deeds,
	discovering,
	dynamicRules,
	further,
	hires,
	onPremises,
	providers,
	running,
	systems
} from './parts';
import * as dynamicPart from './directory/dynamic';
import * as furtherPart from './further';
import * as onPremisesPart from './on-premises';
import * as discoveringPart from './run/discovering';
import * as runningPart from './run/running';
import * as systemsPart from './systems';

/** All parts of the world, for programs that ask it synchronously. */
branching.fill(branchingPart);
running.fill(runningPart);
changes.fill(changesPart);
health.fill(healthPart);
memberships.fill(membershipsPart);
connecting.fill(connectPart);
dynamicRules.fill(dynamicPart);
providers.fill(answering);
systems.fill(systemsPart);
onPremises.fill(onPremisesPart);
complaints.fill(inWords);
brownfield.fill(brownfieldPart);
deeds.fill(deedsPart);
further.fill(furtherPart);
shipped.fill(shippedPart);
shippedElsewhere.fill(shippedElsewherePart);
hires.fill(hiresPart);
discovering.fill(discoveringPart);
