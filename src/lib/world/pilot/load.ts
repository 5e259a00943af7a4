import type { Ms } from '#lib/engine/base';
import type { AppDefinition } from '#lib/apps';
import type { Load } from './types';

const minuteMs = 60_000;
const tooMany = 429;
const get = 0;
const post = 1;

/** The busiest of equal spans of time. */
class Peak {
	readonly #counts = new Map<number, number>();
	peak = 0;

	constructor(readonly span: Ms) {}

	add(at: Ms): void {
		const slice = Math.floor(at / this.span);
		const count = (this.#counts.get(slice) ?? 0) + 1;
		this.#counts.set(slice, count);
		if (count > this.peak) this.peak = count;
	}
}

/** Requests as they come, counted as the application's limits count them. */
export class LoadMeter {
	#requests = 0;
	#writes = 0;
	#throttled = 0;
	readonly #all = new Peak(minuteMs);
	readonly #creates = new Peak(minuteMs);
	readonly #changes = new Peak(minuteMs);
	readonly #reads = new Peak(minuteMs);
	readonly #second = new Peak(1000);

	/** `rps`: requests a second that the application takes, where its administrator set that. */
	constructor(
		readonly limits: AppDefinition['limits'],
		readonly rps: number | null
	) {}

	/**
	 * `detail` as the fact of a request has it: status + method * 1000. Managers are written in no time at all here
	 * (C-441), so that their requests count, but say nothing of how many come at once.
	 */
	take(at: Ms, detail: number, isTimed: boolean): void {
		const method = Math.floor(detail / 1000);
		this.#requests++;
		if (detail % 1000 === tooMany) this.#throttled++;
		if (method !== get) this.#writes++;
		if (!isTimed) return;
		this.#all.add(at);
		this.#second.add(at);
		(method === get ? this.#reads : this.#changes).add(at);
		if (method === post) this.#creates.add(at);
	}

	get load(): Load {
		const { createsPerMinute = null, writesPerMinute = null, readsPerMinute = null } = this.limits ?? {};
		return {
			requests: this.#requests,
			writes: this.#writes,
			throttled: this.#throttled,
			perMinute: [
				{ what: 'requests', peak: this.#all.peak, limit: null },
				{ what: 'creates', peak: this.#creates.peak, limit: createsPerMinute },
				{ what: 'writes', peak: this.#changes.peak, limit: writesPerMinute },
				{ what: 'reads', peak: this.#reads.peak, limit: readsPerMinute }
			],
			perSecond: { peak: this.#second.peak, limit: this.rps }
		};
	}
}
