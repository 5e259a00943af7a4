import type { Json, Seq, Slot } from '#lib/engine/base';
import type { Command } from '../../commands';
import type { World } from '../../world';
import type { Recording } from './lines';
import { quoted } from './texts';

type A = { readonly [name: string]: Json };

/** The next N1, N2, ... is whoever has this employee number. */
export function newName(recording: Recording, employeeId: string): string {
	const label = `N${recording.newcomers++}`;
	recording.names.callWorker(label, employeeId);
	return label;
}

/** The object that a command brought into being. */
export function createdBy({ sim }: World, table: 'users' | 'groups', command: Seq): Slot | null {
	const { tape } = sim.ledger;
	for (let op = 0; op < tape.n; op++)
		if (tape.seq[op]! > command && tape.tableName(op) === table && !tape.before[op]) return tape.slot[op]!;
	return null;
}

/** The next N1, N2, ... is whoever was made in Entra ID. */
export function newUser(recording: Recording, command: Seq): string {
	const label = `N${recording.newcomers++}`;
	const slot = createdBy(recording.world, 'users', command);
	if (slot !== null) recording.names.call(label, slot);
	return label;
}

/** The employee numbers that a command may hear of first. */
function numbersOf(verb: Command['verb'], { person, workerId, attributes, records }: A): readonly (Json | undefined)[] {
	if (verb === 'hr.hire' && person === undefined) return [workerId];
	if (verb === 'ad.create') return [(attributes as A).employeeID];
	if (verb === 'ad.feed') return (records as readonly A[]).map(({ employeeID }) => employeeID);
	if (verb !== 'api.post' || records === undefined) return [];
	return (records as readonly A[]).map(
		(record) => Object.entries(record).find(([name]) => name.toLowerCase() === 'externalid')?.[1]
	);
}

/** Behind a command that stands there as itself: what later lines call whom it brings. */
export function newcomersOf(verb: Command['verb'], args: A, recording: Recording, command: Seq): string[] {
	const { names } = recording;
	if (verb === 'user.create') return [newUser(recording, command)];
	const ids = numbersOf(verb, args).map((id) => (typeof id === 'number' ? String(id) : id));
	return [...new Set(ids)].flatMap((id) => {
		if (typeof id !== 'string' || !/^[^"\r\n]+$/.test(id)) return [];
		const known = names.ofEmployee(id) ?? '';
		if (/^\d+$/.test(known) && Number(known) < names.size) return [];
		return [`${known.startsWith('N') ? known : newName(recording, id)}=${quoted(id)}`];
	});
}
