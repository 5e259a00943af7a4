import './whole';

export { blankWorld, createWorld, World, worldInSteps, type Advance, type Done, type Door } from './world';
export type { Made, WorldOptions } from './setup';
export type { Command, Verb } from './commands';
export type { Checkpoint } from './core/ledger';
export type { Branch, BranchMove } from './branches';
export { explain } from './explain';
export { Recording, replay, type Entry, type Piece } from './recording';
export { tryOut } from './try-out';
export { nextEvent } from './run/events';
export { traceAccount, traceValue, traceWorker, type Hop } from './provenance/trace';
export { lastChange, versionsOf, type Version } from './provenance/versions';
