import type { Rendered, Source } from '../mapping';

/** One condition on an attribute of the source object. */
export interface Clause {
	readonly attribute: string;
	/** An operator by its stored name; letter case does not count (F-006). */
	readonly operator: string;
	/** Binary operators need one, unary ones ignore it. */
	readonly value?: string | number | boolean | null;
}

/** Clauses that must all hold; in the portal, one scoping filter with its title. */
export interface ClauseGroup {
	readonly name?: string;
	readonly clauses: readonly Clause[];
}

/** Three sets of groups; a set passes when any of its groups does (F-002, F-029). */
export interface ScopingFilter {
	/** The normal filter: leaving it deprovisions. */
	readonly groups?: readonly ClauseGroup[];
	/** Applied while reading: leaving it does not deprovision. */
	readonly inputFilterGroups?: readonly ClauseGroup[];
	/** Says whether the object belongs to the mapping. */
	readonly categoryFilterGroups?: readonly ClauseGroup[];
}

/** What is known about the source attributes; without it only the documented names are refused. */
export interface ScopeSchema {
	readonly [attribute: string]: { readonly type?: string | null; readonly multivalued?: boolean | null } | undefined;
}

export interface ClauseVerdict {
	readonly attribute: string;
	readonly operator: string;
	readonly value: string | null;
	readonly holds: boolean;
	/** What the attribute had. */
	readonly found: Rendered;
	/** Set when the clause is false for another reason than its comparison. */
	readonly warning: string | null;
}

export interface GroupVerdict {
	readonly name: string | null;
	readonly passes: boolean;
	readonly clauses: readonly ClauseVerdict[];
}

export interface ScopeVerdict {
	readonly inScope: boolean;
	/** Of all three sets, the normal one first. */
	readonly groups: readonly GroupVerdict[];
}

/** The filter must be refused when it is saved (F-026). */
export interface ScopeError {
	readonly error: 'config';
	readonly message: string;
}

/** A filter that is checked once and asked for every object. */
export interface CompiledScope {
	/** Whether the object passes all three sets. */
	passes(source: Source): boolean;
	/** Whether it passes the sets whose leaving does not deprovision. */
	passesInput(source: Source): boolean;
	/** The same with every clause's verdict, for the log. */
	evaluate(source: Source): ScopeVerdict;
	/** The source attributes that it looks at, each once. */
	readonly attributes: readonly string[];
}
