import * as z from 'zod/mini';
import { isAssumed } from '#lib/engine/assumed';
import { displayName } from '#lib/engine/source';
import type { World } from '#lib/world';
import { traceValue, type Hop } from '#lib/world/provenance/trace';
import { directoryName } from '../names';
import { defineView, slot } from '../view';
import { hrOf, workerName } from './hr';

export interface TraceHop extends Omit<Hop, 'changed'> {
	/** "Workday", "Active Directory", "Slack". */
	readonly place: string;
	/** What carries it here, in words; null: it begins here. */
	readonly carrier: string | null;
	/** HR makes it of the dates in the record: no entry holds it, and no moment is kept. */
	readonly derived: boolean;
	readonly changed: (NonNullable<Hop['changed']> & { readonly assumed: boolean }) | null;
}

export interface ValueTrace {
	readonly user: { readonly slot: number; readonly name: string };
	readonly attribute: string;
	/** Attributes of the user that have a value, in their order. */
	readonly attributes: readonly string[];
	readonly hops: readonly TraceHop[];
}

const args = z.object({ user: slot, attribute: z.string().check(z.minLength(1), z.maxLength(120)) });

/** Where a value of a user comes from, system by system, and where it goes (H-322). */
export const valueTrace = defineView(args, (world, { user, attribute }): ValueTrace | null => {
	const row = world.tables.users.get(user);
	if (!row) return null;
	return {
		user: { slot: user, name: displayName(row) },
		attribute,
		attributes: Object.entries(row.attrs)
			.filter(([name, value]) => name !== 'slot' && value !== null)
			.map(([name]) => name),
		hops: traceValue(world.sim, user, attribute).map((hop) => ({
			...hop,
			place: placeOf(world, hop),
			derived: isDerived(world, hop),
			carrier: carrierOf(world, hop.by),
			value: shownValue(world, hop),
			changed: hop.changed && { ...hop.changed, assumed: isAssumed(hop.changed.rule) }
		}))
	};
});

function isDerived({ tables }: World, { system, subject, attribute, value }: Hop): boolean {
	return system === 'hr' && value !== null && !(attribute in (tables.workers.get(subject.slot)?.fields ?? {}));
}

function placeOf(world: World, { system, app }: Hop): string {
	if (system === 'hr') return hrOf(world)?.name ?? 'Human resources';
	if (system === 'ad') return 'Active Directory';
	if (system === 'entra') return directoryName(world);
	return app === null ? 'Application' : appName(world, app);
}

function carrierOf(world: World, by: string | null): string | null {
	if (by === null) return null;
	return by === 'connect' ? 'Connect sync' : appName(world, by);
}

function appName({ tables }: World, key: string): string {
	const slot = tables.appsByKey.first(key);
	return (slot === undefined ? null : tables.apps.get(slot)?.name) ?? key;
}

/** A manager is kept as a place in a table: people want a name. */
function shownValue(world: World, { system, attribute, value }: Hop): Hop['value'] {
	const { tables } = world;
	if (system === 'hr' && typeof value === 'number') {
		const [hr, worker] = [hrOf(world), tables.workers.get(value)];
		return hr && worker ? workerName(worker, hr) : value;
	}
	if (attribute !== 'manager' || typeof value !== 'number') return value;
	if (system === 'entra') {
		const row = tables.users.get(value);
		return row ? displayName(row) : value;
	}
	return String(tables.adUsers.get(value)?.attrs.displayName ?? value);
}
