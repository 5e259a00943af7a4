import type { Ms, Slot } from '#lib/engine/base';
import { templateOf } from '#lib/hr/templates';
import type { World } from '#lib/world';
import { stage } from '#lib/world/connect/stage';
import type { Hop } from '#lib/world/provenance/trace';
import { directoryName, jobOf } from '../names';
import { whyNot } from '../why/why-not';

/** Where a value has not arrived yet. */
export interface Ahead {
	readonly place: string;
	/** What carries it there. */
	readonly carrier: string;
	/** When that runs next; null: it is off. */
	readonly at: Ms | null;
	/** Why it does not get there even then; null: nothing stands in its way. */
	readonly but: string | null;
}

/** The next system on the way, where the last one is not the tenant and not an application; null: it has arrived. */
export function aheadOf(world: World, hops: readonly Hop[]): Ahead | null {
	const last = hops[hops.length - 1];
	// It was written back already.
	if (last?.app) return null;
	if (last?.system === 'ad') return aheadOfAd(world, last.subject.slot);
	return last?.system === 'hr' ? aheadOfHr(world, last.subject.slot) : null;
}

function aheadOfHr(world: World, worker: Slot): Ahead | null {
	for (const app of world.tables.apps.all()) {
		const template = templateOf(app.kind);
		const job = jobOf(world, app);
		if (!job || template?.source !== 'hr') continue;
		const { nextAt, schedule } = job;
		const place = template.target === 'ad' ? 'Active Directory' : directoryName(world);
		const missing = whyNot(world, { kind: 'worker', slot: worker, app: app.key })?.conditions;
		// A job that is off has no next moment; what failed last counts only where nothing says how it would end now.
		const told = new Set(missing?.some(({ what }) => what === 'account') ? ['job', 'escrow'] : ['job']);
		const but = missing?.find(({ holds, what }) => !holds && !told.has(what))?.sentence ?? null;
		return { place, carrier: app.name, at: schedule === 'Active' ? nextAt : null, but };
	}
	return null;
}

/** What Connect would make of the account now: nothing where its unit is left out (H-303), an error where it would fail. */
function aheadOfAd(world: World, account: Slot): Ahead {
	const place = directoryName(world);
	const connect = world.tables.connect.get(0);
	const row = world.tables.adUsers.get(account);
	if (!connect || !row) return { place, carrier: 'Connect sync', at: null, but: null };
	const staged = stage(world.sim, connect, account, row.id, null);
	const unit = String(row.attrs.parentDistinguishedName);
	const but =
		staged === null
			? `Connect leaves ${unit} out (H-303).`
			: staged.operation === 'fail'
				? `The export would fail: ${staged.code}`
				: connect.staging
					? 'Connect is in staging mode, and exports nothing.'
					: null;
	return { place, carrier: 'Connect sync', at: connect.nextAt, but };
}
