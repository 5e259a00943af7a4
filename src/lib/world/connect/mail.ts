import type { Rule, Seq } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import type { Simulation } from '../simulation';
import type { MailRow } from '../tables/rows';

/** Connect writes to the tenant's technical contact, not to the address of a job. */
export const connectContact = 'admin@contoso.com';

/** A mail of Connect belongs to no job. */
export const noJob = -1;

export function sendConnectMail(sim: Simulation, text: string, cause: Seq, rule: Rule = 'H-316'): void {
	const row: MailRow = { slot: NEW, at: sim.ledger.clock, job: noJob, to: connectContact, about: 'connect', text };
	const slot = sim.writer.put('mails', NEW, row);
	sim.writer.tell('mail', rule, cause, 'mails', slot, 0, 'connect');
}
