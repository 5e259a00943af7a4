import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import '#lib/apps';
import '#lib/engine/mapping';
import '#lib/engine/scoping';
import * as answering from '#lib/apps/answering';
import * as brownfieldPart from './apps/brownfield';
import * as deedsPart from './commands/deeds';
import * as hiresPart from './commands/hr';
import { brownfield, deeds, hires, providers, running, systems } from './parts';
import * as runningPart from './run/running';
import * as systemsPart from './systems';

z.config(en());

/** All parts of the world, for programs that ask it synchronously. */
running.fill(runningPart);
providers.fill(answering);
systems.fill(systemsPart);
brownfield.fill(brownfieldPart);
deeds.fill(deedsPart);
hires.fill(hiresPart);
