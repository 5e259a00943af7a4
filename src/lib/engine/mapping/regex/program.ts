import { type CharSet, charSet, type Test } from './charset';
import { type Anchor, type Node, PatternFault } from './tree';

/** The instructions of the matcher; operands follow the operation in `code`. */
export const op = {
	match: 0,
	/** code, direction */
	char: 1,
	/** lower-case code, direction */
	fold: 2,
	/** set, direction */
	set: 3,
	/** preferred place, other place */
	split: 4,
	/** place */
	jump: 5,
	/** slot: notes the position */
	save: 6,
	/** slot, place: jumps unless the position is the noted one, so that an empty round ends a loop */
	again: 7,
	/** anchor */
	anchor: 8,
	/** group, direction, fold */
	same: 9,
	/** place behind the body, negative */
	look: 10,
	/** place behind the body */
	atomic: 11,
	/** group, place when it has not matched */
	captured: 12,
	/** set, least, most, lazy, direction: a loop over single characters */
	run: 13,
	/** place behind the body, place when it does not match */
	test: 14
} as const;

export interface Program {
	readonly code: readonly number[];
	readonly sets: readonly CharSet[];
	readonly anchors: readonly Anchor[];
	/** Two for each group, and one for each loop. */
	readonly slots: number;
}

const largest = 50_000;

export function compileProgram(node: Node, groups: number): Program {
	const compiler = new Compiler((groups + 1) * 2);
	compiler.node(node, 1);
	compiler.emit(op.match);
	return compiler;
}

class Compiler implements Program {
	readonly code: number[] = [];
	readonly sets: CharSet[] = [];
	readonly anchors: Anchor[] = [];
	slots: number;

	constructor(slots: number) {
		this.slots = slots;
	}

	emit(...words: number[]): number {
		if (this.code.length > largest) throw new PatternFault('the pattern is too large', 0);
		return this.code.push(...words);
	}

	/** `direction` is -1 inside a lookbehind, which .NET matches from right to left. */
	node(node: Node, direction: number): void {
		switch (node.kind) {
			case 'empty':
				return;
			case 'char':
				this.emit(node.fold ? op.fold : op.char, node.code, direction);
				return;
			case 'set':
				this.emit(op.set, this.sets.push(charSet(node.test)) - 1, direction);
				return;
			case 'anchor':
				this.emit(op.anchor, this.anchors.push(node.anchor) - 1);
				return;
			case 'sequence':
				for (const item of direction < 0 ? node.nodes.toReversed() : node.nodes) this.node(item, direction);
				return;
			case 'choice':
				return this.choice(node.nodes, direction);
			case 'capture': {
				const slot = node.group.number * 2;
				this.emit(op.save, direction < 0 ? slot + 1 : slot);
				this.node(node.node, direction);
				this.emit(op.save, direction < 0 ? slot : slot + 1);
				return;
			}
			case 'repeat':
				return this.repeat(node, direction);
			case 'look':
				return this.enclosed([op.look, 0, node.negative ? 1 : 0], node.node, node.behind ? -1 : 1);
			case 'atomic':
				return this.enclosed([op.atomic, 0], node.node, direction);
			case 'same':
				this.emit(op.same, node.reference.number, direction, node.fold ? 1 : 0);
				return;
			case 'if':
				return this.condition(node, direction);
		}
	}

	/** A body that is matched by itself; the first operand becomes the place behind it. */
	private enclosed(head: number[], body: Node, direction: number): void {
		const at = this.emit(...head) - head.length;
		this.node(body, direction);
		this.code[at + 1] = this.emit(op.match);
	}

	private choice(nodes: readonly Node[], direction: number): void {
		const exits: number[] = [];
		for (const [index, node] of nodes.entries()) {
			if (index === nodes.length - 1) this.node(node, direction);
			else {
				const split = this.emit(op.split, 0, 0) - 3;
				this.code[split + 1] = this.code.length;
				this.node(node, direction);
				exits.push(this.emit(op.jump, 0) - 1);
				this.code[split + 2] = this.code.length;
			}
		}
		for (const exit of exits) this.code[exit] = this.code.length;
	}

	private repeat({ node, least, most, lazy }: Node & { kind: 'repeat' }, direction: number): void {
		const test = single(node);
		if (test) {
			this.emit(op.run, this.sets.push(charSet(test)) - 1, least, most, lazy ? 1 : 0, direction);
			return;
		}
		for (let round = 0; round < least; round++) this.node(node, direction);
		if (most === Infinity) this.loop(node, lazy, direction);
		else this.optional(node, most - least, lazy, direction);
	}

	private loop(node: Node, lazy: boolean, direction: number): void {
		const slot = this.slots++;
		const head = this.split(lazy);
		this.emit(op.save, slot);
		this.node(node, direction);
		this.emit(op.again, slot, head);
		this.patchExit(head, lazy);
	}

	private optional(node: Node, rounds: number, lazy: boolean, direction: number): void {
		const heads: number[] = [];
		for (let round = 0; round < rounds; round++) {
			heads.push(this.split(lazy));
			this.node(node, direction);
		}
		for (const head of heads) this.patchExit(head, lazy);
	}

	/** A fork into the body that follows; its exit is not known yet. */
	private split(lazy: boolean): number {
		const head = this.emit(op.split, 0, 0) - 3;
		this.code[head + (lazy ? 2 : 1)] = this.code.length;
		return head;
	}

	private patchExit(head: number, lazy: boolean): void {
		this.code[head + (lazy ? 1 : 2)] = this.code.length;
	}

	private condition({ condition, yes, no }: Node & { kind: 'if' }, direction: number): void {
		let otherwise: number;
		if (condition.kind === 'reference') otherwise = this.emit(op.captured, condition.number, 0) - 1;
		else {
			const at = this.emit(op.test, 0, 0) - 3;
			this.node(condition, 1);
			this.code[at + 1] = this.emit(op.match);
			otherwise = at + 2;
		}
		this.node(yes, direction);
		const exit = this.emit(op.jump, 0) - 1;
		this.code[otherwise] = this.code.length;
		this.node(no, direction);
		this.code[exit] = this.code.length;
	}
}

/** The set of a node that takes exactly one character. */
function single(node: Node): Test | undefined {
	if (node.kind === 'set') return node.test;
	if (node.kind !== 'char') return undefined;
	const { code } = node;
	return node.fold ? undefined : (other) => other === code;
}
