import type { Json } from '../../base';

/** Where a target value comes from: the portal's mapping types (M-001). */
export type MappingSource =
	| { readonly type: 'Direct'; readonly attribute: string }
	| { readonly type: 'Constant'; readonly value: string }
	| { readonly type: 'Expression'; readonly expression: string }
	| { readonly type: 'None' };

/**
 * When a mapping may write (M-020, M-021). `Always` and `ObjectAddOnly` are the portal's "Always" and "Only during
 * object creation"; the others exist in stored schemas only.
 */
export type FlowType = 'Always' | 'ObjectAddOnly' | 'MultiValueAddOnly' | 'ValueAddOnly' | 'AttributeAddOnly';

/** One row of the portal's attribute mapping list. Plain data, as it is saved. */
export interface AttributeMapping {
	readonly target: string;
	readonly source: MappingSource;
	/** "Default value if null": used on creation only (M-010). */
	readonly defaultValue?: string | null;
	/** Matching precedence; 0 or nothing: not a matching attribute (M-050). */
	readonly matchingPrecedence?: number;
	readonly flowType?: FlowType;
	/** Whether an unchanged value is written all the same (M-022). */
	readonly flowBehavior?: 'FlowWhenChanged' | 'FlowAlways';
	/** The mapping's half of null flow (M-030). */
	readonly flowNullValues?: boolean;
}

/** What the attribute list says about a target attribute (M-070). */
export interface TargetAttribute {
	readonly type?: 'String' | 'Boolean' | 'Integer' | 'DateTime' | 'Reference' | 'Binary';
	readonly multivalued?: boolean;
	readonly required?: boolean;
	/** Whether a difference in letter case alone is a change (M-023). */
	readonly caseExact?: boolean;
	readonly primaryKey?: boolean;
}

export interface SourceAttribute {
	readonly multivalued?: boolean;
	/** The source attribute's half of null flow (M-030). */
	readonly flowNullValues?: boolean;
}

/** What is known about both sides; everything may be left out. */
export interface MappingSchema {
	readonly target?: { readonly [name: string]: TargetAttribute | undefined };
	readonly source?: { readonly [name: string]: SourceAttribute | undefined };
	/** HR and API-driven jobs; only they can clear values (M-031). */
	readonly inbound?: boolean;
	/** Simulate the trap that the Switch of an incremental cycle can be (M-045). */
	readonly switchTrap?: boolean;
}

/** Which of the role functions made a value; their requests differ (M-061 to M-068). */
export type RoleKind = 'single' | 'complex' | 'assertive';

/** A value on its way to the target, and where it comes from. */
export interface Flow {
	readonly target: string;
	/** Null clears the target attribute. */
	readonly value: Json;
	/** `add` only adds to a list; `replace` sets the whole value. */
	readonly operation: 'replace' | 'add' | 'clear';
	/** The mapping's own result, its default value, or a null that flows. */
	readonly origin: 'mapped' | 'default' | 'null flow';
	/** Place of the mapping in the list. */
	readonly mapping: number;
	readonly rule: string;
	readonly roles: RoleKind | null;
	/** The log shows [Redact] instead of the value (M-044). */
	readonly redacted: boolean;
}

/** Why a mapping writes nothing. */
export interface LeftOut {
	readonly target: string;
	readonly mapping: number;
	readonly reason:
		'null' | 'ignored' | 'only on creation' | 'target has a value' | 'unchanged' | 'reference' | 'no value';
	readonly rule: string;
}

/** The object fails in this cycle and is retried later (M-090). */
export interface MappingFailure {
	readonly failed: {
		readonly target: string;
		readonly mapping: number;
		readonly rule: string;
		readonly message: string;
	};
}

/** An expression said that the whole object is to be left out (M-043). */
export interface ObjectIgnored {
	readonly ignored: { readonly target: string; readonly mapping: number; readonly rule: string };
}

export type Stopped = MappingFailure | ObjectIgnored;
export type Flows = readonly Flow[] | Stopped;

/** What a create writes into one target attribute. */
export interface CreateValue {
	readonly path: string;
	readonly value: Json;
}
