import { Part } from '#lib/parts/part';

/** What Home says of timers and of Connect: it comes with the first of them. */
export const rare = new Part(() => import('./rare-words'));
