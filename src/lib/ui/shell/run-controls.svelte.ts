import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { engine } from '#lib/worker/client.svelte';
import type { StepUnit, StopCondition } from '#lib/worker/protocol';
import { remembered, toast } from '../kit';
import { desk } from '../learn/desk.svelte';
import { PACES, STEPS, type RunActions, type RunChoice } from '../stage';

/** A request that fails says why; nothing else happens. */
function run(asked: Promise<unknown>): void {
	asked.catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)));
}

/** A choice that is still offered: it outlives a reload. */
function oneOf(choices: readonly RunChoice[]): (value: unknown) => value is string {
	return (value): value is string => choices.some(({ id }) => id === value);
}

/** What the run bar, its keys and the command palette do with time. */
class RunControls {
	readonly #step = remembered('run.step', 'object', oneOf(STEPS));
	readonly #pace = remembered('run.pace', '10m', oneOf(PACES));

	/** What one step is. */
	get step(): StepUnit {
		return this.#step.value as StepUnit;
	}

	/** The id of how fast time runs. */
	get pace(): string {
		return this.#pace.value;
	}

	/** Virtual milliseconds a second; null: as fast as possible. */
	get #speed(): number | null {
		return PACES.find(({ id }) => id === this.pace)!.perSecond;
	}

	readonly keys: RunActions = {
		// The first boundary stands before the company itself.
		first: () => run(engine.seek({ index: 1 })),
		back: () => run(engine.step(this.step, -1)),
		play: () => run(this.toggle()),
		forward: () => this.stepBy(this.step, 1),
		last: () => run(engine.back())
	};

	/** Why time cannot run now: "answer the question of the lesson first". */
	get waits(): string | undefined {
		return desk.waits;
	}

	/** In the past, playing first returns to the present: time runs on only there. */
	async toggle(): Promise<void> {
		const { status } = engine;
		if (!status) return;
		if (status.playing) return engine.pause();
		if (!status.live && !engine.held()) await engine.back();
		await engine.play(this.#speed);
	}

	readonly setPace = (id: string): void => {
		this.#pace.value = id;
		if (engine.status?.playing) run(engine.play(this.#speed));
	};

	readonly setStep = (id: string): void => {
		this.#step.value = id;
	};

	readonly setStop = (id: string): void => run(engine.setStops(id === 'never' ? [] : [id as StopCondition]));

	readonly stepBy = (unit: StepUnit, direction: 1 | -1): void => run(this.#stepBy(unit, direction));

	async #stepBy(unit: StepUnit, direction: 1 | -1): Promise<void> {
		const moot = await engine.step(unit, direction);
		if (moot) toast(moot, { label: 'Enterprise apps', run: () => void goto(resolve('/apps')) });
	}
}

export const runControls = new RunControls();
