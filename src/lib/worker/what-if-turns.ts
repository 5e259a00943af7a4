// What runs worlds of its own asks them at once, so all parts are there.
import '#lib/world/whole';
import { pageOf } from '#lib/views/view';
import { whatIfResult, type WhatIfResult } from '#lib/views/what-if/result';
import type { Command, World } from '#lib/world';
import { graft, WhatIfRun } from '#lib/world/what-if';
import type { Engine } from './engine';
import type { Heard } from './protocol';
import { cancelled, inTurns, openedWorld } from './turns';
import type { Different, DifferentPage, WhatIfProgress, WhatIfReport } from './what-if';

type Step = Omit<WhatIfProgress, 'run'>;

interface Last {
	readonly number: number;
	/** null: it was kept as a branch already. */
	readonly run: WhatIfRun | null;
	readonly differences: readonly Different[];
}

/** The last run of an engine, for whoever reads on or wants to keep it. */
const last = new WeakMap<Engine, Last>();

/** The boundary from which everything is run again. */
function indexOf(world: World, from: Heard<'runWhatIf'>['from'], app: string): number {
	const { ledger } = world.sim;
	if (from === 'shown') return ledger.here;
	const slot = world.tables.appsByKey.first(app);
	if (from === 'job' && slot !== undefined)
		for (const { verb, args, fact } of world.tables.commands.all())
			if (verb === 'job.start' && (args as { app?: string }).app === app) return ledger.indexBefore(fact);
	// The first boundary stands before the company itself.
	return 1;
}

/** Runs until it is over or cancelled; between two turns the engine listens. */
export async function runInTurns(engine: Engine, ask: Heard<'runWhatIf'>): Promise<WhatIfReport> {
	const { run: number, app, from, until, commands } = ask;
	last.delete(engine);
	try {
		if (!engine.runs.has(number)) return { cancelled: true };
		const world = openedWorld(engine);
		const run = new WhatIfRun(world, { changes: commands as Command[], index: indexOf(world, from, app), until });
		const told = (step: Step) => engine.place.post({ push: 'whatIf', run: number, ...step });
		const whole = await inTurns(engine, number, resulting(run, app), told);
		if (whole === cancelled) return { cancelled: true };
		const { differences, ...result } = whole;
		last.set(engine, { number, run, differences });
		return { cancelled: false, result: { ...result, total: differences.length } };
	} finally {
		engine.runs.delete(number);
	}
}

/** What it comes to is found in turns too. The session may have gone on meanwhile, but what was there must be there still. */
function* resulting(run: WhatIfRun, app: string): Generator<Step, WhatIfResult, void> {
	let far: Step = { done: 0, of: 1 };
	const { tape } = run.world.sim.ledger;
	const { cuts } = tape;
	/** A copy of it has all that was there, whatever is undone. */
	const look = () => {
		if (run.base === run.world && tape.cuts !== cuts)
			throw new Error('The company has changed in the meantime. Try again.');
	};
	for (const step of run.go()) {
		yield (far = step);
		look();
	}
	for (const steps = whatIfResult(run, app); ;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield { ...far, done: far.of };
		look();
	}
}

/** A part of what differs, and of whom. */
export function differences(engine: Engine, ask: Heard<'whatIfDifferences'>): DifferentPage {
	const known = last.get(engine);
	if (known?.number !== ask.run) throw new Error('This comparison is no longer there: run it again.');
	const needle = ask.search.trim().toLowerCase();
	const found = needle
		? known.differences.filter(({ name }) => name.toLowerCase().includes(needle))
		: known.differences;
	return pageOf(found, known.differences.length, ask, (one) => one);
}

/** Makes a branch of what the last run came to, and opens it. */
export function keep(engine: Engine, { run: number, name }: Heard<'keepWhatIf'>): { branch: number } {
	const kept = last.get(engine);
	const world = openedWorld(engine);
	if (kept?.number !== number || kept.run?.world !== world || kept.run.refused !== null)
		throw new Error('This comparison is no longer there: run it again, then keep it.');
	const { runner } = engine.session!;
	runner.pause();
	runner.stopped = null;
	world.back();
	const branch = graft(world, kept.run.changed, kept.run.asked.index, name);
	if (!branch) throw new Error('The branch that was compared is no longer open: open it, and run it again.');
	runner.shown = world.checkpoint().seq;
	// Once is enough: the branch is there now.
	last.set(engine, { ...kept, run: null });
	return { branch: branch.id };
}
