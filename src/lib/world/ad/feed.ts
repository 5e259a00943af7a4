import type { Json, Ms, Seq, Slot } from '#lib/engine/base';
import { NEW } from '#lib/engine/unit';
import { DEFAULT_CONTAINER } from '#lib/tenant/ad/refuse';
import type { Simulation } from '../simulation';
import type { MailRow } from '../tables/rows';
import { changeAccount, createAccount } from './change';

/** One person as on-premises human resources sends them, under the names of Active Directory. */
export interface FeedRecord {
	readonly employeeID: string;
	readonly [name: string]: Json;
}

const every: Ms = 6 * 3_600_000;

/** H-431: the batch of on-premises human resources runs every six hours, beginning at midnight. */
export function nextBatch(now: Ms): Ms {
	return Math.floor(now / every) * every + every;
}

/** Writes what was handed in with a command: who is known by the employee ID is changed, everybody else is created. */
export function writeFeed(sim: Simulation, command: Slot, cause: Seq): void {
	const { records } = sim.tables.commands.get(command)!.args as unknown as { readonly records: readonly FeedRecord[] };
	const refused = records.flatMap((record) => {
		const detail = writeRecord(sim, record, cause);
		return detail === null ? [] : [`${record.employeeID}: ${detail}`];
	});
	if (refused.length > 0) tell(sim, records.length, refused, cause);
}

function writeRecord(sim: Simulation, record: FeedRecord, cause: Seq): string | null {
	const known = sim.tables.adByEmployeeId.first(record.employeeID.toLowerCase());
	if (known === undefined) {
		const cn = [record.givenName, record.sn].filter((part) => typeof part === 'string' && part !== '').join(' ');
		const fixed = { cn: cn || null, displayName: cn || null, parentDistinguishedName: DEFAULT_CONTAINER };
		const made = createAccount(sim, { ...fixed, ...record }, 'H-431', cause);
		return 'refusal' in made ? made.refusal.detail : null;
	}
	const { attrs } = sim.tables.adUsers.get(known)!;
	const changes = Object.entries(record).filter(([name, value]) => (attrs[name] ?? null) !== value);
	if (changes.length === 0) return null;
	const what = changes.map(([name]) => name).join(', ');
	return changeAccount(sim, known, Object.fromEntries(changes), what, 'H-431', cause)?.detail ?? null;
}

/** Whoever looks after the feed reads what the domain did not take. */
function tell(sim: Simulation, of: number, refused: readonly string[], cause: Seq): void {
	const text = `${refused.length} of ${of} records were not written. ${refused.join(' ')}`;
	const row: MailRow = { slot: NEW, at: sim.ledger.clock, job: noJob, to: 'admin@contoso.com', about: 'feed', text };
	sim.writer.tell('mail', 'H-431', cause, 'mails', sim.writer.put('mails', NEW, row), 0, 'feed');
}

const noJob = -1;
