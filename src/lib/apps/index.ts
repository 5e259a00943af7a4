export { createApp, planFor, type AppOptions } from './app';
export { AccountIndex, type IndexPlan } from './accounts';
export { catalogue, definitionOf } from './catalogue';
export type { AppDefinition, AppSettings, DefaultMapping } from './definition';
export { inOrder } from './memory';
export { mswHandlers } from './msw';
export { entraPosition, rfcPosition, type Quirks } from './quirks';
export type { App, AppStore, Resource } from './types';
