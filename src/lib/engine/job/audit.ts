import type { Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { NEW } from '../unit';
import type { JobRow } from './records';

/** C-467, C-468: the audit log of configuration and health. */
export function audit(host: Host, job: JobRow, recorder: Recorder, activity: string, text: string, cause: Seq): void {
	const slot = recorder.put('audits', NEW, { slot: NEW, at: host.now, job: job.slot, activity, text, cause });
	recorder.tell('audit', 'C-468', cause, 'audits', slot, 0, activity);
}
