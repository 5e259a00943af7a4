import * as catalogueParts from './catalogue';
import { gallery } from './catalogue/kinds';
import { patching, services } from './provider/late';
import * as patchingPart from './provider/patching';
import * as servicesPart from './provider/services';

gallery.fill(catalogueParts);
patching.fill(patchingPart);
services.fill(servicesPart);

export { createApp, strictTwin, type AppOptions } from './app';
export { planFor } from './provider/plan';
export { AccountIndex, type IndexPlan } from './accounts';
export { catalogue } from './catalogue';
export { definitionOf } from './catalogue/kinds';
export type { AppDefinition, AppSettings, DefaultMapping } from './definition';
export { inOrder } from './memory';
export { mswHandlers } from './msw';
export { entraPosition, rfcPosition, type Quirks } from './quirks';
export type { App, AppStore, Resource } from './types';
export { accept, approve, moveContent, nameOf, pendingOf, seatsUsed, stateOf } from './admin';
export { delayOf, faulted, faultyQuirks, type Fault, type Moment } from './faults';
