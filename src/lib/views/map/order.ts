import { byState } from './places';
import type { MapData, MapNode, MapNodeKind } from './types';

const FLOW: readonly MapNodeKind[] = ['hr', 'service', 'agent', 'ad', 'connect', 'entra', 'app'];

/** The systems in the order in which data flows, for the vertical list of a phone; of one kind, active ones first. */
export function flowOrder({ nodes }: MapData): MapNode[] {
	return byState(nodes).toSorted((a, b) => FLOW.indexOf(a.kind) - FLOW.indexOf(b.kind));
}
