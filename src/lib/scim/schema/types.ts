export type AttributeType =
	'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'binary' | 'reference' | 'complex';
export type Mutability = 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
export type Returned = 'always' | 'never' | 'default' | 'request';
export type Uniqueness = 'none' | 'server' | 'global';

/** An attribute with its characteristics (RFC 7643 §7); the order of members is the order on the wire. */
export interface Attribute {
	readonly name: string;
	readonly type: AttributeType;
	readonly multiValued: boolean;
	readonly description: string;
	readonly required: boolean;
	readonly canonicalValues?: readonly string[];
	readonly caseExact: boolean;
	readonly mutability: Mutability;
	readonly returned: Returned;
	readonly uniqueness: Uniqueness;
	readonly referenceTypes?: readonly string[];
	readonly subAttributes?: readonly Attribute[];
}

export interface Schema {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly attributes: readonly Attribute[];
}

export interface ResourceType {
	/** 'User', 'Group': also the id. */
	readonly name: string;
	/** '/Users' */
	readonly endpoint: string;
	readonly description: string;
	readonly schema: Schema;
	readonly extensions: readonly { readonly schema: Schema; readonly required: boolean }[];
}
