import { Part } from '#lib/parts/part';

/** What is said of error codes: it comes with the first failure. */
export const failures = new Part(() => import('./errors'));
