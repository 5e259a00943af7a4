import type { World } from '../world';
import type { Names } from './run/names';

/**
 * Names for who came after the beginning: in an open company nobody has said what a script calls them. In Entra ID and
 * among the workers they are N1, N2, ... in the order of creation; one of the cast who is hired keeps the index.
 */
export function callNewcomers(world: World, names: Names): void {
	const { tables } = world;
	const began = world.at({ seq: 0 }, () => ({ users: tables.users.next, workers: tables.workers.next }));
	for (let slot = 0, n = 0; slot < tables.workers.next; slot++) {
		const worker = tables.workers.rows[slot];
		if (!worker) continue;
		if (slot >= began.workers) names.callWorker(`N${++n}`, worker.workerId);
		else if (slot < names.size && !tables.users.rows[slot]) names.callWorker(String(slot), worker.workerId);
	}
	for (let slot = began.users, n = 0; slot < tables.users.next; slot++) {
		const employeeId = tables.users.rows[slot]?.attrs.employeeId;
		const isHired = typeof employeeId === 'string' && tables.workersById.first(employeeId.toLowerCase()) !== undefined;
		if (!isHired) names.call(`N${++n}`, slot);
	}
}
