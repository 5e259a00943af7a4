import type { Slot } from '#lib/engine/base';
import { nameOf } from '#lib/apps/admin';
import type { EscrowRow } from '#lib/engine/job/records';
import { displayName } from '#lib/engine/source';
import type { World } from '#lib/world';
import type { TimerRow } from '#lib/world/tables/rows';
import type { Reminder } from '#lib/world/tables/timers';
import { amountWords } from '../amounts';
import type { Attention } from './attention';

/** What Connect could not write (H-460), and what its threshold holds back (H-320). */
export function ofConnect({ tables }: World): Attention[] {
	const last = tables.connectRuns.get(tables.connect.get(0)?.last ?? -1);
	const seq = last?.fact ?? null;
	const failing = tables.pendingExports.get(2).length;
	const held = last?.staged ?? 0;
	const found: Attention[] = [];
	const add = (kind: Attention['kind'], sentence: string, count: number) =>
		found.push({ kind, severity: 'warning', sentence, count, app: null, seq });
	if (failing > 0)
		add(
			'exports',
			`Entra ID does not take ${failing === 1 ? '1 account' : `${failing} accounts`} that Connect sends.`,
			failing
		);
	if (held > 0)
		add(
			'held exports',
			`Connect holds ${held === 1 ? '1 deletion' : `${held} deletions`} back: more than its threshold.`,
			held
		);
	return found;
}

/** C-288: where only a manager or a member could not be written, the object itself did not fail. */
export function failingWords(escrows: readonly EscrowRow[]): string {
	const references = escrows.filter(({ reference }) => reference).length;
	const objects = escrows.length - references;
	const failing = amountWords(objects, 'object fails', 'objects fail');
	const lacking = `manager or members of ${amountWords(references, 'object')} cannot be written`;
	return objects === 0 ? `The ${lacking}` : `${failing}, and the ${lacking}`;
}

type RareTimer = Exclude<(TimerRow | Reminder)['what'], 'dynamic.user' | 'dynamic.group' | 'hr.effective'>;

/** What happens when the time of something has come. */
export function timerSentence({ tables }: World, what: RareTimer, subject: Slot): string {
	if (what === 'account.remove') {
		const { app, resource } = tables.accounts.get(subject)!;
		const { kind, name } = tables.apps.get(app)!;
		return `${name} removes ${nameOf(kind, resource)}, who is suspended`;
	}
	const object = what === 'purge.user' ? tables.users.get(subject) : tables.groups.get(subject);
	const who = object ? displayName(object) : 'an object';
	switch (what) {
		case 'purge.user':
		case 'purge.group':
			return `${who} is deleted permanently`;
		case 'ad.propagate':
			return 'Active Directory removes the rights on a protected account';
		case 'ad.feed':
			return 'On-premises human resources writes its records into Active Directory';
		case 'hr.daily':
			return 'Human resources looks at people whose dates are near';
		case 'connect.retry':
			return 'Connect sync tries again';
	}
}
