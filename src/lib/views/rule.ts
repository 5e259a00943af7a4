import { z } from 'zod';
import { register, type RuleEntry } from '#lib/engine/rules';
import { defineView } from './view';

let index: ReadonlyMap<string, RuleEntry> | null = null;

export function entryOf(id: string): RuleEntry | null {
	index ??= new Map(register.map((entry) => [entry.id, entry]));
	return index.get(id) ?? null;
}

/** What the register says of a rule: the claim, its source, and whether we chose. */
export const rule = defineView(z.object({ id: z.string().max(20) }), (_world, { id }) => entryOf(id));
