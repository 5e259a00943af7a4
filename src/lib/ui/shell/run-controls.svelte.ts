import { engine } from '#lib/worker/client.svelte';
import type { StepUnit, StopCondition } from '#lib/worker/protocol';
import { toast } from '../kit';
import { desk } from '../learn/desk.svelte';
import { PACES, type RunActions } from '../stage';

/** A request that fails says why; nothing else happens. */
function run(asked: Promise<unknown>): void {
	asked.catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)));
}

/** What the run bar, its keys and the command palette do with time. */
class RunControls {
	/** What one step is. */
	step = $state<StepUnit>('object');
	/** Virtual milliseconds a second; null: as fast as possible. */
	pace = $state<number | null>(600_000);

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
		await engine.play(this.pace);
	}

	readonly setPace = (id: string): void => {
		this.pace = PACES.find((one) => one.id === id)!.perSecond;
		if (engine.status?.playing) run(engine.play(this.pace));
	};

	readonly setStop = (id: string): void => run(engine.setStops(id === 'never' ? [] : [id as StopCondition]));

	readonly stepBy = (unit: StepUnit, direction: 1 | -1): void => run(engine.step(unit, direction));
}

export const runControls = new RunControls();
