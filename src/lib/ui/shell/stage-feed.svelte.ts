import { engine } from '#lib/worker/client.svelte';
import type { TimelineData } from '#lib/views/timeline/types';
import type { ViewData } from '#lib/views';

type Answer = ViewData<'timeline'>;

/** While time runs the timeline is asked for this often; at rest at once. */
const RUNNING_EVERY = 120;

/**
 * What the timeline draws. In the past it keeps what the live end told, so that what came later stays in sight; the
 * clock alone moves.
 */
export class StageFeed {
	data = $state.raw<TimelineData>({
		lanes: [],
		events: {
			n: 0,
			at: new Float64Array(),
			lane: new Uint16Array(),
			mark: new Uint8Array(),
			outcome: new Uint8Array(),
			seq: new Uint32Array(),
			subject: new Uint32Array()
		},
		cycles: [],
		quarantines: [],
		labels: []
	});
	#asking = false;
	#again = false;
	#last = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Call it in an effect that reads what the timeline depends on. */
	refresh(running: boolean): void {
		const wait = running ? Math.max(0, this.#last + RUNNING_EVERY - performance.now()) : 0;
		clearTimeout(this.#timer);
		if (wait > 0) this.#timer = setTimeout(() => void this.#ask(), wait);
		else void this.#ask();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	async #ask(): Promise<void> {
		if (this.#asking) {
			this.#again = true;
			return;
		}
		this.#asking = true;
		this.#last = performance.now();
		try {
			this.data = drawn(await engine.query<Answer>('timeline', {}));
		} catch {
			// The engine is being restarted: the next status asks again.
		}
		this.#asking = false;
		if (!this.#again) return;
		this.#again = false;
		this.refresh(true);
	}
}

/** Puts the lanes into the order in which they are drawn; events, cycles and quarantines follow. */
function drawn({ lanes, order, events, cycles, quarantines, labels }: Answer): TimelineData {
	const place = new Uint16Array(lanes.length);
	order.forEach((lane, index) => (place[lane] = index));
	const lane = events.lane.map((one) => place[one]!);
	return {
		lanes: order.map((one) => lanes[one]!),
		events: { ...events, lane },
		cycles: cycles.map((cycle) => ({ ...cycle, lane: place[cycle.lane]! })),
		quarantines: quarantines.map((span) => ({ ...span, lane: place[span.lane]! })),
		labels
	};
}
