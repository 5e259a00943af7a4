import { Part } from '#lib/parts/part';

/** PATCH: loaded with the first account that is changed. */
export const patching = new Part(() => import('./patching'));
/** Bulk requests, what the application says of itself, and its token endpoint: no job asks for them. */
export const services = new Part(() => import('./services'));
