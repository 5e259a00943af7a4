import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Json } from './base';

/** The operands of one unit: never stored, the unit is run again when somebody asks. */
export type TraceEntry =
	| { readonly step: 'import'; readonly attributes: { readonly [name: string]: Json } }
	| {
			readonly step: 'scope';
			readonly details: { readonly [name: string]: string };
			readonly evaluation: { readonly [clause: string]: boolean };
	  }
	| { readonly step: 'match'; readonly attribute: string; readonly value: string; readonly hits: number }
	| { readonly step: 'request'; readonly request: ScimRequest; readonly response: ScimResponse }
	| { readonly step: 'modified'; readonly properties: readonly ModifiedProperty[] }
	/** C-192: a value that the connector does not send. */
	| { readonly step: 'refused'; readonly attribute: string; readonly value: string }
	| { readonly step: 'decide'; readonly rule: string; readonly guards: number };

/** C-510. */
export interface ModifiedProperty {
	readonly displayName: string;
	readonly oldValue: string | null;
	readonly newValue: string | null;
}

export type Trace = (entry: TraceEntry) => void;
