/** Microsoft Graph's calls about synchronization, answered from the simulation. */
export type { GraphAnswer, GraphRequest } from './answer';
export { graph } from './graph';
export { answerRefused, demandHasEnded, finished, longestRunMs } from './perform';
