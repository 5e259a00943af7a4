import type { Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { NEW } from '../unit';
import type { JobRow } from './records';

export type MailSubject = 'quarantine' | 'quarantine changed' | 'deletions' | 'switched off';

/** C-460: only with an address and the option on. The mailbox is simulated. */
export function sendMail(
	host: Host,
	job: JobRow,
	recorder: Recorder,
	about: MailSubject,
	text: string,
	cause: Seq
): void {
	const { notificationMail, sendMail: wanted } = host.config(job.config);
	if (!notificationMail || !wanted) return;
	const slot = recorder.put('mails', NEW, {
		slot: NEW,
		at: host.now,
		job: job.slot,
		to: notificationMail,
		about,
		text
	});
	recorder.tell('mail', 'C-461', cause, 'mails', slot, 0, about);
}

/** C-467, C-468: the audit log of configuration and health. */
export function audit(host: Host, job: JobRow, recorder: Recorder, activity: string, text: string, cause: Seq): void {
	const slot = recorder.put('audits', NEW, { slot: NEW, at: host.now, job: job.slot, activity, text, cause });
	recorder.tell('audit', 'C-468', cause, 'audits', slot, 0, activity);
}
