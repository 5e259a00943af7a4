import * as z from 'zod/mini';
import { isAssumed } from '#lib/engine/assumed';
import { displayName, type UserRow } from '#lib/engine/source';
import { templateOf } from '#lib/hr/templates';
import { ATTRIBUTE_FLOWS } from '#lib/tenant/connect/flow';
import type { World } from '#lib/world';
import { traceAccount, traceValue, traceWorker, type Hop } from '#lib/world/provenance/trace';
import { directoryName, jobOf } from '../names';
import { defineView, slot } from '../view';
import { hrOf, workerName } from './hr';
import { aheadOf, type Ahead } from './value-ahead';

export interface TraceHop extends Omit<Hop, 'changed'> {
	/** "Workday", "Active Directory", "Slack". */
	readonly place: string;
	/** What carries it here, in words; null: it begins here. */
	readonly carrier: string | null;
	/** HR makes it of the number and the dates of the record: no entry holds it, and no moment is kept. */
	readonly derived: boolean;
	readonly changed: (NonNullable<Hop['changed']> & { readonly assumed: boolean }) | null;
}

export interface ValueTrace {
	/** Whose value it is, under the name of the place that was asked. */
	readonly name: string;
	readonly attribute: string;
	/** Attributes that have a value, or that a job brings, in their order. */
	readonly attributes: readonly string[];
	readonly hops: readonly TraceHop[];
	/** Where it has not arrived yet, what carries it there, and when that runs next; null: it has arrived. */
	readonly ahead: Ahead | null;
}

const attribute = z.string().check(z.minLength(1), z.maxLength(120));
const args = z.union([
	z.object({ user: slot, attribute }),
	z.object({ account: slot, attribute }),
	z.object({ worker: slot, attribute })
]);

/** Where a value comes from, system by system, and where it goes (H-322): of a user, or of whoever is to become one. */
export const valueTrace = defineView(args, (world, asked): ValueTrace | null => {
	const begun = startOf(world, asked);
	if (!begun) return null;
	const { name, attributes, hops } = begun;
	return {
		name,
		attribute: asked.attribute,
		attributes,
		hops: hops.map((hop) => ({
			...hop,
			place: placeOf(world, hop),
			derived: isDerived(world, hop),
			carrier: carrierOf(world, hop.by),
			value: shownValue(world, hop),
			changed: hop.changed && { ...hop.changed, assumed: isAssumed(hop.changed.rule) }
		})),
		ahead: aheadOf(world, hops)
	};
});

interface Begun {
	readonly name: string;
	readonly attributes: readonly string[];
	readonly hops: readonly Hop[];
}

function startOf(world: World, asked: z.output<typeof args>): Begun | null {
	const { sim, tables } = world;
	const { attribute } = asked;
	if ('user' in asked) {
		const row = tables.users.get(asked.user);
		if (!row) return null;
		const hops = traceValue(sim, asked.user, attribute);
		return { name: displayName(row), attributes: filled(row.attrs), hops };
	}
	if ('account' in asked) {
		const row = tables.adUsers.get(asked.account);
		if (!row) return null;
		const attributes = ATTRIBUTE_FLOWS.filter(({ from }) => (row.attrs[from[0]!] ?? null) !== null);
		const hops = traceAccount(sim, asked.account, attribute);
		return {
			name: String(row.attrs.displayName ?? row.attrs.cn),
			attributes: attributes.map(({ target }) => target),
			hops
		};
	}
	const row = tables.workers.get(asked.worker);
	const hr = hrOf(world);
	if (!row || !hr) return null;
	const hops = traceWorker(sim, asked.worker, attribute);
	return { name: workerName(row, hr), attributes: ofJobs(world), hops };
}

function filled(attrs: UserRow['attrs']): string[] {
	return Object.entries(attrs).flatMap(([name, value]) => (name !== 'slot' && value !== null ? [name] : []));
}

/** What the jobs from human resources bring, as the tenant calls it. */
function ofJobs(world: World): string[] {
	const found = new Set<string>();
	for (const app of world.tables.apps.all()) {
		const template = templateOf(app.kind);
		const job = jobOf(world, app);
		if (!job || template?.source !== 'hr') continue;
		const { attributes } = world.sim.host.config(job.config).users;
		for (const { target } of attributes) {
			if (template.target !== 'ad') found.add(target);
			else for (const flow of ATTRIBUTE_FLOWS) if (flow.from[0] === target) found.add(flow.target);
		}
	}
	return [...found];
}

function isDerived({ tables }: World, { system, subject, attribute, value }: Hop): boolean {
	return (
		system === 'hr' &&
		value !== null &&
		typeof value !== 'number' &&
		!(attribute in (tables.workers.get(subject.slot)?.fields ?? {}))
	);
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
