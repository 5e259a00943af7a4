/** What happens at Connect by itself: its runs, and the conflicts that it tries again. */
export { retryConflicts } from './retry';
export { continueRun, startRun } from './run';
