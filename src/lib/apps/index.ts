export { createApp, type AppOptions } from './app';
export type { App, AppStore, Resource } from './types';
