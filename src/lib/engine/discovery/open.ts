import type { Seq, Slot } from '../base';
import type { Host } from '../host';
import { audit } from '../job/audit';
import type { JobRow } from '../job/records';
import type { Recorder } from '../recorder';
import { NEW } from '../unit';
import type { DirectMatch } from './matching';
import { nothing, type DiscoveryRow } from './records';

/** Begins a report; nothing has been asked yet. */
export function openDiscovery(host: Host, job: JobRow, recorder: Recorder, match: DirectMatch, cause: Seq): Slot {
	const row: DiscoveryRow = {
		slot: NEW,
		job: job.slot,
		app: job.app,
		config: job.config,
		target: match.target,
		source: match.source,
		startedAt: host.now,
		readyAt: null,
		due: host.now,
		startIndex: 1,
		firstId: null,
		total: 0,
		pages: true,
		waits: 0,
		endedAt: null,
		error: null,
		counts: nothing,
		fact: cause,
		endFact: null
	};
	const slot = recorder.put('discoveries', NEW, row);
	const fact = recorder.tell(
		'discovery.started',
		'C-418',
		cause,
		'discoveries',
		slot,
		0,
		`Account Discovery began to read all accounts of ${host.app(job.app).name}.`
	);
	recorder.put('discoveries', slot, { ...row, slot, fact });
	audit(host, job, recorder, 'Discover identities', `${match.target} by ${match.source}`, fact);
	return slot;
}
