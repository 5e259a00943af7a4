import type { Preview } from '#lib/world/preview';
import { amountWords } from '../portal/amounts';

const parts = [
	['create', 'create'],
	['update', 'update'],
	['enable', 'enable'],
	['disable', 'disable'],
	['delete', 'delete'],
	['staged', 'removal held back', 'removals held back'],
	['failed', 'failure'],
	['skipped', 'skipped', 'skipped']
] as const;

/** "312 updates, 4 disables": what is not zero. */
export function countWords(counts: Preview['counts']): string {
	const told = parts.flatMap(([name, one, many]) => (counts[name] > 0 ? [amountWords(counts[name], one, many)] : []));
	return told.join(', ') || 'nothing changes';
}

/** "This will start a new initial cycle: 312 updates, 4 disables." */
export function previewSentence(preview: Preview): string {
	const { refused, cycle, counts, afterStart, afterRunning } = preview;
	if (refused !== null) return `This cannot be saved: ${refused}`;
	if (!cycle) return 'This starts no cycle within three days.';
	const kind = cycle.kind === 'initial' ? 'a new initial cycle' : `an ${cycle.kind} cycle`;
	const when = afterStart ? ' once provisioning is started' : afterRunning ? ' when the running one has ended' : '';
	const open = cycle.end === null ? ', and the cycle does not end' : '';
	return `This will start ${kind}${when}: ${countWords(counts)}${open}.`;
}
