import { remembered } from '../../kit';

export interface Somebody {
	readonly slot: number;
	readonly name: string;
}

export interface TimeRange {
	readonly from: number;
	readonly to: number;
}

type By = 'system' | 'job' | 'people';

interface Lanes {
	readonly by: By;
	readonly hidden: readonly string[];
	readonly pinned: readonly string[];
}

const isWords = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');
const isLanes = (value: unknown): value is Lanes => {
	const { by, hidden, pinned } = (value ?? {}) as Partial<Lanes>;
	return (by === 'system' || by === 'job' || by === 'people') && isWords(hidden) && isWords(pinned);
};

/** What the stage shows and how: chosen in its menu, on a page, or by the mouse on the timeline. */
class StageView {
	/** One person: their lanes only, one for each system. */
	person = $state.raw<Somebody | null>(null);
	/** Whoever has a lane when lanes go by people. */
	people = $state.raw<readonly Somebody[]>([]);
	/** The span of time that was taken; the logs show its rows. */
	range = $state.raw<TimeRange | null>(null);
	/** The fact under the pointer on the timeline. */
	hovered: number | null = null;
	/** Logs on the open page that follow the range: nothing is drawn from it. */
	listeners = 0;
	/** A drag on the timeline takes a range instead of moving the sheet. */
	brushing = $state(false);
	/** How much of time the timeline is asked to show next; it forgets this once it does. */
	zoom = $state.raw<{ readonly from: number; readonly to: number } | null>(null);
	readonly #lanes = remembered<Lanes>('stage.lanes', { by: 'system', hidden: [], pinned: [] }, isLanes);

	get lanes(): Lanes {
		return this.#lanes.value;
	}

	/** Only this person, in every system. */
	follow(person: Somebody | null): void {
		this.person = person;
	}

	arrange(lanes: Partial<Lanes>): void {
		this.#lanes.value = { ...this.#lanes.value, ...lanes };
	}
}

export const stageView = new StageView();
