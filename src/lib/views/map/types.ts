import type { MarkName, Outcome } from '../timeline/types';

export type MapNodeKind = 'hr' | 'agent' | 'ad' | 'connect' | 'service' | 'entra' | 'app';
export type MapNodeState = 'idle' | 'running' | 'quarantine' | 'off';

export interface MapJob {
	id: string;
	/** "HR to AD" */
	name: string;
	/** "page 3 of 4", "next 10:20", "quarantine" */
	words: string;
	state: MapNodeState;
}

export interface MapNode {
	id: string;
	kind: MapNodeKind;
	name: string;
	state: MapNodeState;
	/** Lines below the name: "24 of 25 users", "Next import 10:20". */
	facts: readonly string[];
	/** The line in the state's colour: "Incremental, page 3 of 4". */
	stateWords?: string;
	/** The state beside the name when there is one line: "page 3 of 4". */
	short?: string;
	/** Of the service alone. */
	jobs?: readonly MapJob[];
	href?: string;
	/** What hovering tells: the agent only calls out. */
	hint?: string;
	/** The fact that its state goes back to. */
	why?: number;
}

export interface MapEdge {
	id: string;
	from: string;
	to: string;
	state: 'idle' | 'active' | 'failure' | 'off';
	/** Runs below row 4, dotted. */
	writeback?: boolean;
	/** Another edge runs between the same systems: this one stands beside it. */
	beside?: boolean;
	/** The application whose job sends its requests over it. */
	app?: string;
	/** "Slack: PATCH /Users and 12 more" */
	name?: string;
}

/** An object on its way: its mark at a part of the edge, from 0 to 1. */
export interface MapFlight {
	id: string | number;
	edge: string;
	along: number;
	mark: MarkName;
	outcome: Outcome;
	/** "Ada Fields" */
	label?: string;
}

export interface MapData {
	nodes: readonly MapNode[];
	edges: readonly MapEdge[];
}
