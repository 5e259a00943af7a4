import { factKinds } from '#lib/engine/base';
import type { World } from '#lib/world';
import { noCycle } from '#lib/world/run/no-cycle';
import { historyOf } from '../folds/history';
import { laneOfApp } from '../folds/stage';
import type { Outcome } from '../timeline/types';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const requestKind = factKinds.indexOf('request');

/** The requests of a world, as facts: who asked whom, and with what answer. */
export class Requests {
	readonly #facts;
	readonly #history;

	constructor(readonly world: World) {
		this.#facts = world.sim.ledger.facts;
		this.#history = historyOf(world.sim);
	}

	/** Those of a span that pass, at most so many. */
	between(from: number, to: number, most: number, passes: (seq: number) => boolean): number[] {
		const { at, kind } = this.#facts;
		const end = this.world.checkpoint().seq;
		const found: number[] = [];
		for (let seq = firstAt(at, end, from); seq < end && at[seq]! <= to && found.length < most; seq++)
			if (kind[seq] === requestKind && passes(seq)) found.push(seq);
		return found;
	}

	isOne(seq: number): boolean {
		return this.#facts.kind[seq] === requestKind;
	}

	/** The application that was asked. */
	app(seq: number): number {
		const cycle = this.#facts.guards[seq]!;
		return cycle === noCycle
			? this.#history.appOfDiscovery(this.#facts.subject[seq]! & 0xffffff)
			: this.#history.appOfCycle(cycle);
	}

	/** The lane of the system that was asked. */
	lane(seq: number): number {
		const app = this.app(seq);
		return laneOfApp(app, this.#history.app(app)?.kind ?? '');
	}

	/** A lookup that finds nothing is no failure. */
	outcome(seq: number): Outcome {
		const status = this.#status(seq);
		return status === 0 || (status >= 400 && status !== 404) ? 'failure' : 'success';
	}

	/** "GET, 200" */
	words(seq: number): string {
		const method = methods[Math.floor(this.#facts.detail[seq]! / 1000)];
		return `${method}, ${this.#status(seq) || 'no answer'}`;
	}

	#status(seq: number): number {
		return this.#facts.detail[seq]! % 1000;
	}
}

function firstAt(at: Float64Array, end: number, time: number): number {
	let low = 0;
	let high = end;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at[middle]! < time) low = middle + 1;
		else high = middle;
	}
	return low;
}
