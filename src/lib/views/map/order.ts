import type { MapData, MapNode, MapNodeKind } from './types';

const FLOW: readonly MapNodeKind[] = ['hr', 'service', 'agent', 'ad', 'connect', 'entra', 'app'];

/** The systems in the order in which data flows, for the vertical list of a phone. */
export function flowOrder({ nodes }: MapData): MapNode[] {
	return nodes.toSorted((a, b) => FLOW.indexOf(a.kind) - FLOW.indexOf(b.kind));
}
