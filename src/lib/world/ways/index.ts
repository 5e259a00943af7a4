export { commandOf, commandsOf, type Said } from './causes';
export { tablesAt, touchedBy, type Touched } from './touched';
export { forkOf, Way, wayOf, type Change } from './way';
