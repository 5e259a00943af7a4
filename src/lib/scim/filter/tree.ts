import type { AttrPath } from '../model';

export type Operator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';
export type CompareValue = string | number | boolean | null;

/** A filter as it was written; `at` is the position in the text. */
export type Filter =
	| { readonly kind: 'and' | 'or'; readonly terms: readonly Filter[] }
	| { readonly kind: 'not'; readonly term: Filter }
	| { readonly kind: 'present'; readonly path: AttrPath; readonly at: number }
	| {
			readonly kind: 'compare';
			readonly path: AttrPath;
			readonly op: Operator;
			readonly value: CompareValue;
			readonly at: number;
	  }
	| {
			/** `emails[type eq "work"]`, and what the Entra client puts after it: `.value eq "x"` (S-233). */
			readonly kind: 'values';
			readonly path: AttrPath;
			readonly filter: Filter;
			readonly then?: Filter & { kind: 'compare' | 'present' };
			readonly at: number;
	  };
