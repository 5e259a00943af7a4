import { Part } from '#lib/parts/part';

/** Whom an incremental cycle looks at: loaded with the first one. */
export const changes = new Part(() => import('./changed-work'));

/** Quarantine, and what leads there: loaded with the first job that is not well. */
export const health = new Part(() => import('./health'));
