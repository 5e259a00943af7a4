import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import '#lib/apps';
import '#lib/engine/mapping';
import '#lib/engine/scoping';
import * as answering from '#lib/apps/answering';
import * as brownfieldPart from './apps/brownfield';
import * as connectPart from './connect';
import * as deedsPart from './commands/deeds';
import * as hiresPart from './commands/hr';
import { brownfield, connecting, deeds, hires, onPremises, providers, running, systems } from './parts';
import * as onPremisesPart from './on-premises';
import * as runningPart from './run/running';
import * as systemsPart from './systems';

z.config(en());

/** All parts of the world, for programs that ask it synchronously. */
running.fill(runningPart);
connecting.fill(connectPart);
providers.fill(answering);
systems.fill(systemsPart);
onPremises.fill(onPremisesPart);
brownfield.fill(brownfieldPart);
deeds.fill(deedsPart);
hires.fill(hiresPart);
