import { Part } from '#lib/parts/part';

/** Patterns as .NET reads them: loaded when a scoping filter has one of them. */
export const patterns = new Part(() => import('.'));
