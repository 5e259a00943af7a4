import type { Fault } from '#lib/apps';
import type { World } from '#lib/world';
import { adLane, connectLane } from '../folds/stage';
import type { TimelineQuarantine } from '../timeline/types';

type Args = Readonly<Record<string, unknown>>;
/** What goes wrong from now on: its words, or the faults that say how long; null: it is put right. */
type Wrong = string | readonly Fault[] | null;

/** Commands by which something stops working until another of the same kind puts it right; undefined: this one does not. */
const turns: { readonly [verb: string]: (args: Args) => Wrong | undefined } = {
	'app.set': ({ settings }) => {
		const { faults } = settings as { faults?: readonly Fault[] };
		return faults?.length === 0 ? null : faults;
	},
	'app.rejectCreates': ({ upTo }) => (upTo === null ? null : 'Fault: some creates are refused'),
	'job.setCredential': ({ state }) => (state === 'bad' ? 'Fault: the token has expired' : null),
	'agent.silence': ({ agent }) => `${String(agent)} does not answer`,
	'agent.stop': ({ agent }) => `${String(agent)} is stopped`,
	'agent.breakRegistration': ({ agent }) => `${String(agent)} is not registered with the domain`,
	'agent.register': () => null,
	'agent.start': () => null,
	'agent.remove': () => null,
	'connect.scheduler': ({ on }) => (on ? null : 'Scheduler suspended')
};

/** From when somebody let something go wrong until it was put right, or as long as the fault says. */
export function outages({ tables }: World, laneOf: (app: number) => number, areSystems: boolean): TimelineQuarantine[] {
	const spans: TimelineQuarantine[] = [];
	const open = new Map<string, number>();
	for (const { verb, args, at, fact } of tables.commands.all()) {
		const wrong = turns[verb]?.(args as Args);
		if (wrong === undefined) continue;
		const { app, agent } = args as { app?: string; agent?: string };
		const slot = app === undefined ? undefined : tables.appsByKey.first(app);
		// Active Directory and Connect have lanes where lanes stand for systems.
		if (slot === undefined && (app !== undefined || !areSystems)) continue;
		const name = agent ?? `${verb} ${app}`;
		const begun = open.get(name);
		if (begun !== undefined) spans[begun] = { ...spans[begun]!, to: Math.min(spans[begun]!.to ?? at, at) };
		open.delete(name);
		if (wrong === null) continue;
		open.set(name, spans.length);
		const lane = slot !== undefined ? laneOf(slot) : agent === undefined ? connectLane : adLane;
		const span = typeof wrong === 'string' ? { from: at, to: null, words: wrong } : lasting(wrong, at);
		spans.push({ lane, ...span, seq: fact, kind: 'outage' });
	}
	return spans.filter(({ from, to }) => to === null || to > from);
}

function lasting(faults: readonly Fault[], set: number): { from: number; to: number | null; words: string } {
	const from = Math.max(set, Math.min(...faults.map((fault) => fault.from ?? set)));
	const ends = faults.map((fault) => fault.to ?? null);
	const kinds = [...new Set(faults.map(({ kind }) => kind.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase()))];
	return {
		from,
		to: ends.includes(null) ? null : Math.max(...(ends as number[])),
		words: `Fault: ${kinds.join(', ')}`
	};
}
