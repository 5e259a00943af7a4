import { CAST_WHY } from '#lib/content/company/why';
import { EDGES } from '#lib/content/company/edges';
import { stream } from '#lib/tenant/sample/hash';
import type { World } from '#lib/world';

export interface Special {
	/** "cast", or the tag of the edge that the person carries. */
	readonly tag: string;
	readonly why: string;
}

/** Why a person of the sample company is there: the cast by name, the edges by their draw (O-16). */
export function specialOf(world: World, slot: number): Special | null {
	const { seedText, size } = world.sim.host.tenantRow;
	if (slot >= size) return null;
	const cast = CAST_WHY[slot];
	if (cast !== undefined) return { tag: 'cast', why: cast };
	if (slot === 42 || slot === 43)
		return { tag: 'twins', why: 'One of two people called Bob Lang: their user names differ only in the domain.' };
	const listed = EDGES[slot - CAST_WHY.length];
	if (listed) return { tag: listed.tag, why: listed.why };
	let left = stream(seedText, 'edge')(slot) % 1000;
	for (const edge of EDGES) {
		if (left < edge.perMille) return { tag: edge.tag, why: edge.why };
		left -= edge.perMille;
	}
	return null;
}
