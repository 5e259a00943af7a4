import type { Fault } from '#lib/apps';
import type { World } from '#lib/world';
import { adLane, connectLane } from '../folds/stage';
import type { TimelineQuarantine } from '../timeline/types';

/** What a command lets go wrong or puts right: two of one name are the same thing. */
interface Turn {
	readonly name: string;
	readonly lane: number;
	/** null: it is put right. */
	readonly wrong: { readonly from: number; readonly to: number | null; readonly words: string } | null;
	readonly kind: 'outage' | 'pause';
}

type Args = Readonly<Record<string, unknown>>;
type Read = (args: Args, at: number, lanes: Lanes) => Turn | null;

interface Lanes {
	/** The lane of an application by its key; null: it is not there any more. */
	readonly ofApp: (key: unknown) => number | null;
	/** Whether lanes stand for systems: then Active Directory and Connect have one. */
	readonly areSystems: boolean;
}

const agent = (words: ((name: string) => string) | null): Read => {
	return ({ agent: name }, at, { areSystems }) =>
		areSystems
			? {
					name: `agent ${String(name)}`,
					lane: adLane,
					wrong: words && { from: at, to: null, words: words(String(name)) },
					kind: 'outage'
				}
			: null;
};

/** Commands by which something stops working until another puts it right. */
const turns: { readonly [verb: string]: Read } = {
	'app.set': ({ app, settings }, at, { ofApp }) => {
		const { faults } = settings as { faults?: readonly Fault[] };
		const lane = ofApp(app);
		if (faults === undefined || lane === null) return null;
		const wrong = faults.length > 0 ? { ...lasting(faults, at), words: wordsOf(faults) } : null;
		return { name: `faults ${String(app)}`, lane, wrong, kind: 'outage' };
	},
	'job.setCredential': ({ app, state }, at, { ofApp }) => {
		const lane = ofApp(app);
		if (lane === null) return null;
		const wrong = state === 'bad' ? { from: at, to: null, words: 'Fault: the token has expired' } : null;
		return { name: `credential ${String(app)}`, lane, wrong, kind: 'outage' };
	},
	'app.rejectCreates': ({ app, upTo }, at, { ofApp }) => {
		const lane = ofApp(app);
		if (lane === null) return null;
		const wrong = upTo === null ? null : { from: at, to: null, words: 'Fault: some creates are refused' };
		return { name: `creates ${String(app)}`, lane, wrong, kind: 'outage' };
	},
	'agent.silence': agent((name) => `${name} does not answer`),
	'agent.stop': agent((name) => `${name} is stopped`),
	'agent.start': agent(null),
	'agent.remove': agent(null),
	'connect.scheduler': ({ on }, at, { areSystems }) =>
		areSystems
			? {
					name: 'scheduler',
					lane: connectLane,
					wrong: on ? null : { from: at, to: null, words: 'Scheduler suspended' },
					kind: 'pause'
				}
			: null
};

/** From when somebody let something go wrong until it was put right, or as long as the fault says. */
export function outages(world: World, lane: (app: number) => number, areSystems: boolean): TimelineQuarantine[] {
	const { tables } = world;
	const ofApp = (key: unknown) => {
		const app = tables.appsByKey.first(String(key));
		return app === undefined ? null : lane(app);
	};
	const spans: TimelineQuarantine[] = [];
	const open = new Map<string, number>();
	for (const { verb, args, at, fact } of tables.commands.all()) {
		const turn = turns[verb]?.(args as Args, at, { ofApp, areSystems });
		if (!turn) continue;
		const begun = open.get(turn.name);
		if (begun !== undefined) spans[begun] = { ...spans[begun]!, to: Math.min(spans[begun]!.to ?? at, at) };
		open.delete(turn.name);
		if (!turn.wrong) continue;
		open.set(turn.name, spans.length);
		spans.push({ lane: turn.lane, ...turn.wrong, seq: fact, kind: turn.kind });
	}
	return spans.filter(({ from, to }) => to === null || to > from);
}

function lasting(faults: readonly Fault[], set: number): { from: number; to: number | null } {
	const from = Math.max(set, Math.min(...faults.map((fault) => fault.from ?? set)));
	const ends = faults.map((fault) => fault.to ?? null);
	return { from, to: ends.includes(null) ? null : Math.max(...(ends as number[])) };
}

function wordsOf(faults: readonly Fault[]): string {
	const kinds = [...new Set(faults.map(({ kind }) => kind))];
	return `Fault: ${kinds.map((kind) => kind.replace(/([A-Z0-9]+)/g, ' $1').toLowerCase()).join(', ')}`;
}
