import { Part } from '#lib/parts/part';

/** Whom an incremental cycle looks at: loaded with the first one. */
export const changes = new Part(() => import('./changed-work'));
