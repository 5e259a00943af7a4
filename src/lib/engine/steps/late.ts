import { Part } from '#lib/parts/part';

/** Memberships: loaded with the first group that an application has. */
export const memberships = new Part(() => import('./membership-unit'));
