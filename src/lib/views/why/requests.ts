import * as z from 'zod/mini';
import type { Seq } from '#lib/engine/base';
import { explain } from '#lib/world/explain';
import { defineView, slot } from '../view';
import { isUnitFact, unitOf } from './unit';

export interface Exchange {
	/** The fact that told the answer; null: it is not told yet at this moment. */
	readonly seq: Seq | null;
	readonly method: string;
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | null;
	readonly status: number;
	readonly responseHeaders: Readonly<Record<string, string>>;
	readonly responseBody: string | null;
}

/** The requests of the unit that told a fact, with their answers; the token is masked. */
export const requests = defineView(z.object({ seq: slot }), (world, { seq }): Exchange[] => {
	if (seq >= world.checkpoint().seq || !isUnitFact(world.sim.ledger.facts.fact(seq))) return [];
	const told = unitOf(world, lastOfUnit(world.sim.ledger.facts, seq)).facts.filter(({ kind }) => kind === 'request');
	return explain(world, seq)
		.filter((entry) => entry.step === 'request')
		.map(({ request, response }, place) => ({
			seq: told[place]?.seq ?? null,
			method: request.method,
			path: request.path,
			headers: masked(request.headers),
			body: request.body ?? null,
			status: response.status,
			responseHeaders: response.headers,
			responseBody: response.body ?? null
		}));
});

/** Each fact of a unit is the cause of the next, and one unit's facts stand together. */
function lastOfUnit({ cause, subject, n }: { cause: Uint32Array; subject: Uint32Array; n: number }, seq: Seq): Seq {
	let last = seq;
	while (last + 1 < n && cause[last + 1] === last && subject[last + 1] === subject[seq]) last++;
	return last;
}

/** The scheme stays, so that one sees which it is. */
function masked(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			name.toLowerCase() === 'authorization' ? value.replace(/\S+$/, '••••••••') : value
		])
	);
}
