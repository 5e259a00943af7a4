import type { Test } from './charset';

/** What a position must be like, without taking a character. */
export type Anchor =
	'textStart' | 'textEnd' | 'lastLineEnd' | 'lineStart' | 'lineEnd' | 'word' | 'notWord' | 'searchStart';

export type Node =
	| { readonly kind: 'empty' }
	| { readonly kind: 'char'; readonly code: number; readonly fold: boolean }
	| { readonly kind: 'set'; readonly test: Test }
	| { readonly kind: 'anchor'; readonly anchor: Anchor }
	| { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
	| { readonly kind: 'choice'; readonly nodes: readonly Node[] }
	| { readonly kind: 'capture'; readonly group: Group; readonly node: Node }
	| {
			readonly kind: 'repeat';
			readonly node: Node;
			readonly least: number;
			readonly most: number;
			readonly lazy: boolean;
	  }
	| { readonly kind: 'look'; readonly node: Node; readonly behind: boolean; readonly negative: boolean }
	| { readonly kind: 'atomic'; readonly node: Node }
	| { readonly kind: 'same'; readonly reference: Reference; readonly fold: boolean }
	| { readonly kind: 'if'; readonly condition: Reference | Node; readonly yes: Node; readonly no: Node };

/** A capturing group. Its name and its place are known at the end: unnamed groups come before named ones. */
export interface Group {
	name: string | undefined;
	number: number;
}

export interface Reference {
	readonly kind: 'reference';
	readonly name: string;
	readonly at: number;
	number: number;
}

export class PatternFault extends Error {
	readonly at: number;

	constructor(message: string, at: number) {
		super(message);
		this.at = at;
	}
}
