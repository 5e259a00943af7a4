import { Part } from '#lib/parts/part';
import type { AppDefinition } from '../definition';
import { byoa, conformance } from './byoa';

/** Here from the beginning: the application of the first company. */
const own = new Map([byoa, conformance].map((definition) => [definition.id, definition]));
/** All others come with the first of them. */
export const gallery = new Part(() => import('./index'));

/** The definition of a kind; a further instance of one application is `slack-a`, `slack-b`. */
export function definitionOf(kind: string): AppDefinition {
	const single = kind.replace(/-[a-z]$/, '');
	const known = own.get(kind) ?? own.get(single);
	if (known) return known;
	const found = gallery.here.inGallery(kind) ?? gallery.here.inGallery(single);
	if (!found) throw new Error(`There is no application ${JSON.stringify(kind)} in the catalogue`);
	return found;
}
