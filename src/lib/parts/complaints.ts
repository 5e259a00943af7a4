import { Part } from './part';

/** The words for what is wrong with something that was read: they come with the first mistake. */
export const complaints = new Part(() => import('./in-words'));
