import type { Rule, Seq } from '../base';
import type { Host } from '../host';
import type { Recorder } from '../recorder';
import { NEW } from '../unit';
import type { JobRow } from './records';

export type MailSubject = 'quarantine' | 'quarantine changed' | 'deletions' | 'switched off' | 'problems';

const day = 24 * 3_600_000;

/** C-460: only with an address and the option on. The mailbox is simulated. */
export function sendMail(
	host: Host,
	job: JobRow,
	recorder: Recorder,
	about: MailSubject,
	text: string,
	cause: Seq,
	rule: Rule = 'C-461'
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
	recorder.tell('mail', rule, cause, 'mails', slot, 0, about);
}

/** C-008: in the first generation one mail for each application and calendar day, whatever the number of problems. */
export function mailProblems(host: Host, job: JobRow, recorder: Recorder, text: string, cause: Seq): void {
	if (!host.tenant.era.problemMails || host.mailedSince(job.slot, Math.floor(host.now / day) * day)) return;
	sendMail(host, job, recorder, 'problems', text, cause, 'C-008');
}
