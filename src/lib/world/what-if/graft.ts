import { factKinds, type Rule } from '#lib/engine/base';
import type { Branch } from '../branches';
import type { FactBlock } from '../core/facts';
import { append, tapeCutter } from '../core/cut';
import { Rest } from '../core/rest';
import type { World } from '../world';
import { unpackRow } from '#lib/engine/steps/log-row';

const rowKind = factKinds.indexOf('row');

/** The facts of a copy as another world numbers their texts and rules. */
function translated(block: FactBlock, from: World, to: World): FactBlock {
	const { ledger } = to.sim;
	const rules = from.sim.ledger.rules;
	const text = (number: number) => ledger.texts.number(from.text(number));
	for (let at = 0; at < block.n; at++) {
		block.rule[at] = ledger.rules.number(rules.text(block.rule[at]!) as Rule);
		const detail = block.detail[at]!;
		if (block.isText[at]) block.detail[at] = text(detail);
		// The code of a row is a text above five bits.
		else if (block.kind[at] === rowKind) block.detail[at] = ((text(unpackRow(detail).code) << 5) | (detail & 31)) >>> 0;
	}
	return block;
}

/** Makes what a copy came to a branch of the world that it was copied from. Null: that moment is no longer there. */
export function graft(world: World, copy: World, index: number, name: string): Branch | null {
	const { ledger } = copy.sim;
	const begins = ledger.boundaries[index]!;
	const here = world.sim.ledger.boundaries[index];
	if (here?.seq !== begins.seq || here.op !== begins.op) return null;
	if (world.sim.ledger.chainAt(index) !== ledger.chainAt(index)) return null;
	world.seek({ index });
	const branch = world.branches.fork(name);
	const facts = translated(ledger.facts.block(begins.seq), copy, world);
	const tape = tapeCutter(ledger.tape).columns.copy(begins.op, ledger.tape.n);
	append(world.sim.ledger, {
		facts: new Rest(facts.n, facts),
		tape: new Rest(tape.after.length, tape),
		boundaries: ledger.boundaries.slice(index + 1)
	});
	world.back();
	return branch;
}
