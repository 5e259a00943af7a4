import type { AppDefinition } from '../definition';
import { byoa, conformance } from './byoa';

/** Every application that can be connected, in the order of spec-apps.md. */
export const catalogue: readonly AppDefinition[] = [byoa];

const definitions = new Map([...catalogue, conformance].map((definition) => [definition.id, definition]));

/** The definition of a kind; a further instance of one app is `slack-a`, `slack-b`. */
export function definitionOf(kind: string): AppDefinition {
	const found = definitions.get(kind) ?? definitions.get(kind.replace(/-[a-z]$/, ''));
	if (!found) throw new Error(`There is no application ${JSON.stringify(kind)} in the catalogue`);
	return found;
}
