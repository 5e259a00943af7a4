export { createWorld, World, type Advance, type Done, type Door } from './world';
export type { WorldOptions } from './setup';
export { verbs, type Command, type Verb } from './commands';
export type { Checkpoint } from './core/ledger';
export type { Branch } from './branches';
