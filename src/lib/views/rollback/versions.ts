import { tableNames, type Seq, type Slot } from '#lib/engine/base';
import type { ConfigRow } from '#lib/engine/job/records';
import type { World } from '#lib/world';

/** What decides who gets which values: its changes are counted, those of other settings are not. */
export interface Version {
	readonly number: number;
	readonly config: ConfigRow;
	/** The command that saved it; null: it came with the application. */
	readonly saved: { readonly seq: Seq; readonly at: number; readonly what: string } | null;
}

const configsTable = tableNames.indexOf('configs');

const shape = ({ users, groups, scopeMode }: ConfigRow) => JSON.stringify([users, groups, scopeMode]);

/** The versions of a job's mappings, filters and scope, and which of them each configuration has. */
export interface Versions {
	readonly list: readonly Version[];
	of(config: Slot): number;
}

export function versionsOf(world: World, job: Slot): Versions {
	const { tape } = world.sim.ledger;
	const list: Version[] = [];
	const numbers = new Map<Slot, number>();
	let last = '';
	for (let op = 0; op < world.checkpoint().op; op++) {
		if (tape.table[op] !== configsTable) continue;
		const config = tape.after[op] as ConfigRow | null;
		// While an application is being added its configuration knows no job yet.
		if (!config || (config.job !== job && world.tables.configs.get(config.slot)?.job !== job)) continue;
		const text = shape(config);
		if (text !== last && !numbers.has(config.slot))
			list.push({ number: list.length + 1, config, saved: savedBy(world, tape.seq[op]!) });
		last = text;
		numbers.set(config.slot, list.length);
	}
	return { list, of: (config) => numbers.get(config) ?? 1 };
}

/** A command is told before it is applied. */
function savedBy(world: World, written: Seq): Version['saved'] {
	const { facts } = world.sim.ledger;
	for (let seq = Math.min(written, facts.n) - 1; seq > Math.max(0, written - 20); seq--) {
		const fact = facts.fact(seq);
		if (fact.kind !== 'command') continue;
		if (seq < written - 1 && facts.fact(written - 1).cause < seq) return null;
		return { seq, at: fact.at, what: world.text(fact.detail) };
	}
	return null;
}
