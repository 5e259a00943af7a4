import { Part } from '#lib/parts/part';

/** Scoping filters: loaded with the first one; whoever has none takes everybody in. */
export const scoping = new Part(() => import('./compile'));
