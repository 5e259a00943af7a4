/** What it takes to answer a request, and what strikes one on its way. */
export { createApp } from './app';
export { delayOf, faulted, faultyQuirks } from './faults';
