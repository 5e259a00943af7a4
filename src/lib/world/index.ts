export { blankWorld, createWorld, World, type Advance, type Done, type Door } from './world';
export type { WorldOptions } from './setup';
export { verbs, type Command, type Verb } from './commands';
export type { Checkpoint } from './core/ledger';
export type { Branch, BranchMove } from './branches';
export { explain } from './explain';
export { Recording, replay, type Entry, type Piece } from './recording';
export { tryOut } from './try-out';
export { nextEvent } from './run/events';
