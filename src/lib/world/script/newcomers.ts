import { layout } from '#lib/tenant/sample/extras';
import type { World } from '../world';
import type { Names } from './run/names';

/**
 * Who came after the beginning, by their place: in an open company nobody has said what a script calls them. In Entra ID
 * and among the workers they are N1, N2, ... in the order of creation; a worker who belongs to the cast keeps the index.
 */
export function callNewcomers({ tables, options }: World, names: Names): void {
	const size = options.size ?? 25;
	const { next } = layout(size, options.extras ?? false, false);
	let newcomers = 0;
	for (let slot = next; slot < tables.users.next; slot++) {
		const employeeId = tables.users.rows[slot]?.attrs.employeeId;
		if (typeof employeeId === 'string' && tables.workersById.first(employeeId.toLowerCase()) !== undefined) continue;
		names.call(`N${++newcomers}`, slot);
	}
	let hired = 0;
	for (let slot = size; slot < tables.workers.next; slot++) {
		const worker = tables.workers.rows[slot];
		if (worker) names.callWorker(`N${++hired}`, worker.workerId);
	}
	const worker = tables.workers.rows[size - 1];
	if (worker) names.callWorker(String(size - 1), worker.workerId);
}
