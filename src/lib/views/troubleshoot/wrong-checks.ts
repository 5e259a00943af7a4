import { workItem } from '#lib/engine/job/plan';
import { entitlementOf } from '#lib/engine/job/entitlement';
import { displayName } from '#lib/engine/source';
import { accountSlots } from '../accounts-of';
import { amountWords, numberWords } from '../amounts';
import { scopeModeWords } from '../words';
import { check, Tally, type Check } from './check';
import type { Situation } from './situation';

/** C-067, C-076: with sync all, assignments say nothing. */
export function modeCheck({ config, isDirectory, crowd }: Situation): Check | null {
	if (!isDirectory) return null;
	const words = scopeModeWords[config.scopeMode];
	return check({
		id: 'mode',
		looked: 'Scope',
		verdict: config.scopeMode === 'all' ? 'note' : 'in order',
		rule: 'C-076',
		sentence:
			config.scopeMode === 'all'
				? `${words}: assignments are ignored, and ${amountWords(crowd.of, 'user')} of the tenant are in scope unless the scoping filter keeps them out.`
				: `${words}: ${amountWords(crowd.of, 'user')} are assigned.`,
		mend: { to: 'edit', label: 'Scope' }
	});
}

/** C-089, C-391: accounts of people who are not assigned any more. */
export function leftoverCheck(situation: Situation): Check | null {
	if (!situation.isAssigned) return null;
	const { world, job, app, config, now } = situation;
	const { host } = world.sim;
	const source = host.source();
	const waiting = new Set(
		job.watermark === null ? [] : host.feed(job.watermark, now, job).map(({ kind, object }) => workItem(kind, object))
	);
	const stays = new Tally();
	const leaves = new Tally();
	let managed = 0;
	for (const { kind, source: slot, managed: isManaged } of host.linksOf(job.slot)) {
		if (kind !== 'user' || !isManaged) continue;
		managed++;
		const user = source.user(slot);
		if (!user || user.softDeletedAt !== null || entitlementOf(source, host.app(app.slot), 'user', slot, now).assigned)
			continue;
		(waiting.has(workItem('user', slot)) ? leaves : stays).add(() => ({ kind, slot, name: displayName(user) }));
	}
	const base = { id: 'leftover', looked: 'Accounts of people who are not assigned' };
	if (stays.count > 0)
		return check({
			...base,
			verdict: 'cause',
			rule: 'C-089',
			sentence: `${numberWords(stays.count)} of ${amountWords(managed, 'account')} belong to people who are not assigned: ${stays.names}. Nothing about them has changed since they left the scope, so they stay until provisioning is restarted.`,
			who: stays.first,
			count: stays.count,
			mend: { to: 'overview', label: 'Restart provisioning' }
		});
	if (leaves.count > 0)
		return check({
			...base,
			verdict: 'note',
			rule: 'C-391',
			sentence: `${numberWords(leaves.count)} of ${amountWords(managed, 'account')} belong to people who were unassigned: ${leaves.names}. The next cycle ${config.secrets.SkipOutOfScopeDeletions ? 'looks at' : 'disables'} them.`,
			who: leaves.first,
			count: leaves.count,
			mend: { to: 'overview', label: 'Provisioning overview' }
		});
	return check({
		...base,
		verdict: 'in order',
		rule: 'C-089',
		sentence:
			managed === 0
				? 'The job manages no account yet.'
				: `All of ${amountWords(managed, 'managed account')} belong to people who are assigned.`
	});
}

/** C-243: whoever leaves the scope stays in the application. */
export function skipFlagCheck({ config }: Situation): Check | null {
	const isSet = config.secrets.SkipOutOfScopeDeletions?.toLowerCase() === 'true';
	if (!isSet) return null;
	return check({
		id: 'skip flag',
		looked: 'SkipOutOfScopeDeletions',
		verdict: 'cause',
		rule: 'C-243',
		sentence:
			'SkipOutOfScopeDeletions is True: whoever leaves the scope keeps the account as it is. The portal has no control for it; Microsoft Graph sets it.'
	});
}

/** C-257: removals that the guard holds back. */
export function heldCheck({ world, job, config }: Situation): Check | null {
	const held = world.sim.host.removalsOf(job.slot).filter((row) => row.held).length;
	if (held === 0 && config.deletionThreshold === null) return null;
	return check({
		id: 'held',
		looked: 'Accidental deletions prevention',
		verdict: held > 0 ? 'cause' : 'in order',
		rule: 'C-256',
		sentence:
			held > 0
				? `${amountWords(held, 'removal')} ${held === 1 ? 'is' : 'are'} held back: more than the threshold of ${numberWords(config.deletionThreshold ?? 0)} a cycle.${job.forceDeletes ? ' They are allowed: the next cycle carries them out.' : ''}`
				: `No removal is held back; the threshold is ${numberWords(config.deletionThreshold ?? 0)} a cycle.`,
		count: held,
		mend: { to: 'overview', label: 'Allow deletes' }
	});
}

/** C-417: accounts that no cycle touches. */
export function unmanagedCheck({ world, app, job, profile }: Situation): Check | null {
	if (profile.template) return null;
	const { host } = world.sim;
	const slots = accountSlots(world, app.slot, 'User');
	const tally = new Tally();
	for (const slot of slots) {
		const { resource } = world.tables.accounts.get(slot)!;
		if (host.linksTo(job.slot, resource.id).length > 0) continue;
		const name = resource.data.displayName ?? resource.data.userName;
		tally.add(() => ({ kind: 'user', slot, name: typeof name === 'string' ? name : resource.id }));
	}
	return check({
		id: 'unmanaged',
		looked: `Accounts that only ${app.name} knows`,
		verdict: tally.count === 0 ? 'in order' : 'note',
		rule: 'C-417',
		sentence:
			tally.count === 0
				? slots.length === 0
					? `${app.name} holds no account yet.`
					: `All of ${amountWords(slots.length, 'account')} in ${app.name} belong to an object that the job manages.`
				: `${numberWords(tally.count)} of ${amountWords(slots.length, 'account')} were made there and matched nobody: ${tally.names}. No cycle disables or deletes them.`,
		count: tally.count,
		mend: { to: 'accounts', label: 'Its accounts' }
	});
}
