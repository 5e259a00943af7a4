import type { World } from '#lib/world';
import { kindOf } from '#lib/world/core/facts';
import { DoorFailed, drive } from './drive';
import { mswDoor } from './doors';
import { cyclesCome, endsStep, PAGE } from './landmarks';
import { Pacing } from './pacing';
import type { DoorName, StepUnit, StopCondition } from './protocol';
import { arrive, type Standing } from './stepping';
import { stopping } from './stop-words';

const DAY = 86_400_000;
/** Messages are let in this often while time runs. */
const SLICE = 8;

/**
 * As fast as possible years pass in seconds, and nobody sees that nothing happens in them. Nothing is waited for that
 * long: a deleted user goes after 30 days (C-227), a quarantined job after 28 (C-353).
 */
const QUIET = 45 * DAY;
const rowKind = kindOf('row');

export type Stop = StopCondition | 'nothing' | 'quiet' | 'reached' | 'door';

interface Step {
	readonly unit: StepUnit;
	left: number;
	/** When it ends at the latest: a day has no other end. */
	readonly until: number;
	readonly done: () => void;
}

/** Whether there is nothing left that it could end with, while other events go on for ever. */
export function isMoot(world: World, unit: StepUnit): boolean {
	return unit !== 'fact' && unit !== 'day' && !cyclesCome(world);
}

function ends(world: World, seq: number, step: Step): boolean {
	if (step.unit === 'day') return false;
	return step.unit === 'fact' || (endsStep(world, seq, step.unit) && --step.left === 0);
}

/** Lets time run: at a pace, or up to the end of a step. It works in slices, and stands at a boundary between them. */
export class Runner implements Standing {
	shown: number;
	door: DoorName = 'msw';
	stops: readonly StopCondition[] = [];
	pace: number | null = 60_000;
	/** What stopped time last. */
	stopped: Stop | null = null;
	/** The fact that did, where it was one that somebody waited for. */
	stoppedAt: number | null = null;
	#pacing: Pacing | null = null;
	#step: Step | null = null;
	/** When the log got its last row, or time began to run. */
	#wroteAt = 0;
	readonly #msw;

	constructor(
		readonly world: World,
		readonly now: () => number
	) {
		this.shown = world.checkpoint().seq;
		this.#msw = mswDoor(world);
	}

	get playing(): boolean {
		return this.#pacing !== null;
	}

	get busy(): boolean {
		return this.#pacing !== null || this.#step !== null;
	}

	/** Through which requests go now. As fast as possible, and in a step over many, nobody could watch them. */
	get through() {
		const unit = this.#step?.unit;
		const isWatched = unit ? unit !== 'cycle' && unit !== 'day' : this.pace !== null;
		return isWatched && this.door !== 'direct' ? this.#msw : this.world.direct;
	}

	play(pace: number | null, to?: number): void {
		this.pause();
		if (!this.world.live)
			throw new Error('Time runs on only at the end of a branch: return there, or start a branch here.');
		this.pace = pace;
		this.stopped = this.stoppedAt = null;
		this.shown = this.world.checkpoint().seq;
		this.#wroteAt = this.world.clock;
		this.#pacing = new Pacing(pace, this.now(), this.world.clock, to);
	}

	pause(): void {
		this.#pacing = null;
		const step = this.#step;
		this.#step = null;
		step?.done();
	}

	/** Resolves when the step is done or was interrupted. */
	run(unit: StepUnit): Promise<void> {
		this.pause();
		this.stopped = this.stoppedAt = null;
		return new Promise((done) => {
			const { clock } = this.world;
			const until = unit === 'day' ? clock + DAY : Infinity;
			this.#step = { unit, left: unit === 'page' ? PAGE : 1, until, done };
		});
	}

	/** Runs for some milliseconds. Returns how long nothing is left to do. */
	async slice(): Promise<number> {
		if (this.stops.length > 0) stopping.need();
		const began = this.now();
		const isSpent = () => this.now() - began >= SLICE;
		try {
			if (this.#step) return await this.#sliceOfStep(this.#step, isSpent);
			if (this.#pacing) return await this.#sliceOfPlay(this.#pacing, isSpent);
		} catch (error) {
			if (!(error instanceof DoorFailed)) throw error;
			this.#stop('door');
		}
		return Infinity;
	}

	async #sliceOfPlay(pacing: Pacing, isSpent: () => boolean): Promise<number> {
		const { world } = this;
		const target = pacing.target(this.now(), world.clock);
		let seen = world.checkpoint().seq;
		const ended = await drive(world, { to: target }, this.through, () => {
			if (pacing.isEndless) this.#checkQuiet(seen);
			seen = this.#checkStops(seen);
			return this.stopped !== null || isSpent();
		});
		this.shown = world.checkpoint().seq;
		if (this.stopped) this.#pacing = null;
		else if (ended && target >= pacing.to) this.#stop(Number.isFinite(target) ? 'reached' : 'nothing');
		return ended ? SLICE * 2 : 0;
	}

	#checkStops(from: number): number {
		const { seq } = this.world.checkpoint();
		if (this.stops.length > 0)
			for (let at = from; at < seq && !this.stopped; at++) {
				this.stopped = stopping.here.stopAt(this.world, at, this.stops);
				this.stoppedAt = this.stopped && at;
			}
		return seq;
	}

	#checkQuiet(from: number): void {
		const { facts, clock } = this.world.sim.ledger;
		for (let at = from; at < facts.n; at++) if (facts.kind[at] === rowKind) this.#wroteAt = clock;
		if (clock - this.#wroteAt > QUIET) this.stopped = 'quiet';
	}

	async #sliceOfStep(step: Step, isSpent: () => boolean): Promise<number> {
		const { world } = this;
		let seen = world.checkpoint().seq;
		let reached: number | null = null;
		const isOver = await drive(world, { to: step.until }, this.through, () => {
			for (const { seq } = world.checkpoint(); seen < seq && reached === null; seen++)
				if (ends(world, seen, step)) reached = seen;
			return reached !== null || isMoot(world, step.unit) || isSpent();
		});
		const ended = isOver || isMoot(world, step.unit);
		// A pause came while a request was on its way.
		if (this.#step !== step) return 0;
		if (reached !== null) arrive(this, reached, step.unit);
		else this.shown = world.checkpoint().seq;
		if (reached === null && !ended) return 0;
		this.pause();
		if (ended && step.unit !== 'day') this.stopped = 'nothing';
		return 0;
	}

	#stop(why: Stop): void {
		this.pause();
		this.stopped = why;
	}
}
