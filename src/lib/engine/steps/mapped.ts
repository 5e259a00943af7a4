import type { Json } from '../base';
import type { Computed } from '../mapping/core';
import type { Failure } from '../job/escrow';
import type { TargetObject, TargetValue } from '../target/target';
import type { ModifiedProperty } from '../trace';

type Source = { readonly [name: string]: Json };

export interface FilterVerdict {
	readonly inScope: boolean;
	/** F-029: a set stops it whose leaving does not deprovision. */
	readonly isUnread?: boolean;
	/** The clause that failed first, as "attribute OPERATOR value"; empty when in scope. */
	readonly failed: string;
	/** C-498: each clause with its verdict. */
	readonly evaluation: { readonly [clause: string]: boolean };
}

export interface Change extends TargetValue {
	readonly before: Json | undefined;
}

export interface MatchingValue {
	readonly path: string;
	/** null: no value for this object. */
	readonly value: string | null;
}

/** One object mapping, compiled once for each saved configuration. `computed` lies over the stored attributes. */
export interface CompiledMapping {
	/** Of an object in scope each clause is told where somebody traces it. */
	filter(attributes: Source, isTraced?: boolean): FilterVerdict;
	/** In the order of precedence. */
	matchingValues(stored: Source, computed?: Computed): readonly MatchingValue[];
	readonly matchingPaths: readonly string[];
	/** What a create sends; a mapping that cannot be evaluated fails the object. */
	createValues(stored: Source, computed?: Computed): readonly TargetValue[] | Failure;
	/** What differs from the target's present values. */
	changes(stored: Source, target: TargetObject, computed?: Computed): readonly Change[] | Failure;
	/** The mapped account state, as it would be written; null: not mapped (C-183). */
	readonly statePath: string | null;
	/** Whether a target object counts as inactive. */
	isInactive(target: TargetObject): boolean;
	/** The change that makes a target object inactive; null: the state is not mapped. */
	deactivation(target: TargetObject): Change | null;
	/** Whether these changes would make an inactive account active. */
	activates(change: TargetValue): boolean;
	/** Mapped references: manager. */
	readonly references: readonly { readonly source: string; readonly path: string; readonly once: boolean }[];
}

export function isFailure(value: readonly unknown[] | Failure): value is Failure {
	return !Array.isArray(value);
}

/** C-510: values are text; absent is null. */
export function modified(changes: readonly Change[]): ModifiedProperty[] {
	return changes.map(({ path, value, before }) => ({
		displayName: path,
		oldValue: text(before),
		newValue: text(value)
	}));
}

function text(value: Json | undefined): string | null {
	if (value === undefined || value === null) return null;
	return typeof value === 'string' ? value : JSON.stringify(value);
}
