import { amountWords, namesWords, numberWords } from '../amounts';
import { momentWords } from '../time';
import { displayName } from '#lib/engine/source';
import { check, Tally, type Check } from './check';
import type { Situation } from './situation';

/** C-304 to C-306: what fails is tried again, at growing distances. */
export function retryCheck({ world, job, now, isDirectory }: Situation): Check {
	const { tables } = world;
	const escrows = tables.escrowsByJob.get(job.slot).map((slot) => tables.escrows.get(slot)!);
	const base = { id: 'retries', looked: 'Objects that fail', rule: 'C-305' };
	if (escrows.length === 0)
		return check({ ...base, verdict: 'in order', sentence: 'No object waits for another try.' });
	const tally = new Tally();
	for (const { kind, source } of escrows) {
		const row = kind === 'user' ? tables.users.get(source) : tables.groups.get(source);
		tally.add(() => ({
			kind: isDirectory ? kind : 'worker',
			slot: source,
			name: row ? displayName(row) : `object ${source}`
		}));
	}
	const references = escrows.filter(({ reference }) => reference).length;
	// C-288: their own rows say success.
	const apart =
		references === 0 ? '' : ` Of ${numberWords(references)} only the manager or a member could not be written.`;
	const latest = Math.max(...escrows.map(({ dueAt }) => dueAt));
	return check({
		...base,
		rule: 'C-306',
		verdict: 'cause',
		sentence: `${amountWords(escrows.length, 'object')} failed and ${escrows.length === 1 ? 'waits' : 'wait'} for another try, each longer than before: the last is due ${momentWords(latest, now)}. A change of the object brings its try forward.${apart}`,
		who: tally.first,
		count: tally.count,
		mend: { to: 'failures', label: 'View the failures' }
	});
}

/** C-312, C-440: an application that answers slowly or too seldom. */
export function limitCheck({ profile, rows, app, crowd }: Situation): Check {
	const base = { id: 'limit', looked: 'Limits of the application', rule: 'C-312' };
	const throttled = rows.failed.find(([code]) => code === 'TooManyRequests')?.[1] ?? 0;
	const limit = profile.limits?.createsPerMinute ?? profile.limits?.writesPerMinute ?? null;
	const paced =
		limit === null
			? `No limit of ${app.name} is known.`
			: `${app.name} takes ${limit} ${profile.limits?.createsPerMinute ? 'creates' : 'writes'} a minute: ${amountWords(crowd.of, 'user')} in scope take at least ${amountWords(Math.ceil(crowd.of / limit), 'minute')}.`;
	if (throttled === 0) return check({ ...base, verdict: 'in order', sentence: paced });
	return check({
		...base,
		verdict: 'cause',
		count: throttled,
		sentence: `${app.name} refused ${amountWords(throttled, 'object')} of ${numberWords(rows.objects)} with TooManyRequests. The service tries them again by itself. ${paced}`,
		mend: { to: 'failures', label: 'View the failures' }
	});
}

/** "It is important to review the Steps tab of the log to determine the reason". */
export function skippedCheck({ rows }: Situation): Check {
	const base = { id: 'skipped', looked: 'Provisioning logs: Skipped', rule: 'C-525' };
	const count = rows.skipped.reduce((sum, [, one]) => sum + one, 0);
	if (rows.objects === 0) return check({ ...base, verdict: 'in order', sentence: 'The log has no rows yet.' });
	if (count === 0)
		return check({
			...base,
			verdict: 'in order',
			sentence: `None of ${amountWords(rows.objects, 'object')} has Skipped in its last row.`
		});
	const reasons = rows.skipped.map(([reason, one]) => `${reason} ${one}`);
	return check({
		...base,
		verdict: 'note',
		count,
		sentence: `The last row of ${numberWords(count)} of ${amountWords(rows.objects, 'object')} says Skipped: ${namesWords(reasons)}. The Steps of each row give the reason.`,
		mend: { to: 'skipped', label: 'View the skipped rows' }
	});
}

/** C-303, C-316. */
export function failedCheck({ rows }: Situation): Check {
	const base = { id: 'failed', looked: 'Provisioning logs: Failure', rule: 'C-316' };
	if (rows.objects === 0) return check({ ...base, verdict: 'in order', sentence: 'The log has no rows yet.' });
	const count = rows.failed.reduce((sum, [, one]) => sum + one, 0);
	if (count === 0)
		return check({
			...base,
			verdict: 'in order',
			sentence: `None of ${amountWords(rows.objects, 'object')} has Failure in its last row.`
		});
	const codes = rows.failed.map(([code, one]) => `${code} ${one}`);
	return check({
		...base,
		verdict: count === rows.objects ? 'cause' : 'note',
		count,
		sentence: `The last row of ${numberWords(count)} of ${amountWords(rows.objects, 'object')} says Failure: ${namesWords(codes)}. They do not hold up the others.`,
		mend: { to: 'failures', label: 'View the failures' }
	});
}
