import type { FactBlock } from '#lib/world/core/facts';
import type { EverybodyProgress } from './everybody';
import type { MakingProgress } from './making';
import type { ScriptProgress } from './scripting';
import type { DoorName, StopCondition } from './protocol';
import type { PeopleProgress } from './peopling';
import type { PlanProgress } from './planning';
import type { PreviewProgress } from './previewing';
import type { RehearsalProgress } from './rehearsing';
import type { WhatIfProgress } from './what-if';

export interface BranchStatus {
	readonly id: number;
	readonly name: string;
	/** When it left the branch that it hangs on; null for the live one. */
	readonly from: number | null;
	/** The branch that it hangs on; null for the live one. */
	readonly anchor: number | null;
}

/** What the session is at this moment: small, sent at most sixty times a second. */
export interface Status {
	readonly session: { readonly id: string; readonly name: string; readonly show?: true } | null;
	/** The session is open in another tab, and this one only says so. */
	readonly elsewhere: boolean;
	/** Grows with everything that a query could answer differently. The clock alone is not in it. */
	readonly revision: number;
	readonly clock: number;
	readonly start: number;
	/** At the end of the live branch: what is done here needs no new branch. */
	readonly live: boolean;
	readonly playing: boolean;
	/** Virtual milliseconds a second; null: as fast as possible. */
	readonly pace: number | null;
	readonly door: DoorName;
	/** Facts told up to where the tables stand. */
	readonly seq: number;
	/** Facts that are to be shown: fewer than `seq` while a unit is stepped through fact by fact. */
	readonly shown: number;
	/** The end of the live branch. */
	readonly end: { readonly seq: number; readonly at: number };
	readonly branch: number;
	readonly branches: readonly BranchStatus[];
	readonly counters: {
		readonly users: number;
		readonly groups: number;
		readonly links: number;
		readonly commands: number;
	};
	readonly stops: readonly StopCondition[];
	/** Why time stands, when it was not the person who stopped it. */
	readonly stopped: {
		readonly why: StopCondition | 'nothing' | 'quiet' | 'reached' | 'door';
		readonly message: string;
		/** The fact that was waited for. */
		readonly seq: number | null;
	} | null;
	readonly undo: string | null;
	/** The fact of the command that undo would take back. */
	readonly lastCommand: number | null;
	readonly redo: boolean;
	readonly persistence: { readonly state: 'stored' | 'storing' | 'memory'; readonly message: string | null };
}

/** Facts as columns, each a buffer of its own that changes hands. Whatever the page has from `from` on is replaced. */
export interface FactsPush {
	readonly push: 'facts';
	readonly from: number;
	readonly block: FactBlock;
	/** Texts and rules that the page does not know yet, in the order of their numbers. */
	readonly texts: readonly string[];
	readonly rules: readonly string[];
}

export type Push =
	| { readonly push: 'status'; readonly status: Status }
	| FactsPush
	| ({ readonly push: 'script' } & ScriptProgress)
	| ({ readonly push: 'whatIf' } & WhatIfProgress)
	| ({ readonly push: 'preview' } & PreviewProgress)
	| ({ readonly push: 'rehearsal' } & RehearsalProgress)
	| ({ readonly push: 'everybody' } & EverybodyProgress)
	| ({ readonly push: 'plan' } & PlanProgress)
	| ({ readonly push: 'people' } & PeopleProgress)
	| ({ readonly push: 'making' } & MakingProgress)
	| { readonly push: 'crash'; readonly message: string };
