import { tableNames, type Seq } from '#lib/engine/base';
import type { EscrowRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';

const escrows = tableNames.indexOf('escrows');

/** The escrow that the event of a fact left behind: as it was then, whatever became of it. */
export function escrowAfter({ sim: { ledger } }: World, seq: Seq): EscrowRow | null {
	const index = ledger.indexAfter(seq);
	const from = ledger.boundaries[index - 1]?.op ?? 0;
	for (let op = ledger.boundaries[index]!.op - 1; op >= from; op--)
		if (ledger.tape.table[op] === escrows) return ledger.tape.after[op] as EscrowRow | null;
	return null;
}

/** C-310: how often the operation was retried, and the time after which it will be, as the service words it. */
export function retryText(world: World, seq: Seq): string {
	const escrow = escrowAfter(world, seq);
	// What a client has to send again is not retried by the service (H-401).
	if (!escrow || world.tables.jobs.get(escrow.job)?.listens) return '';
	// The published texts have seven digits of a second.
	const due = `${new Date(escrow.dueAt).toISOString().slice(0, -1)}0000Z UTC`;
	return `This operation was retried ${escrow.attempts - 1} times. It will be retried again after this date: ${due}`;
}
