export { adUsers } from './build';
export * from './ou';
export type { AdUser } from './user';
