import * as z from 'zod/mini';
import type { Json } from '#lib/engine/base';
import type { Command, WorldOptions } from '#lib/world';
import { createWorld, type World } from '#lib/world/world';
import { ownCues, type OwnCue } from './cues';
import { optionsSchema } from './options';

/** Grows when a rule changes what a session does: a link says by which rules it was made. */
export const RULES = 4;
/** Before this version the chain was computed another way: of an older link only the counts can be compared. */
const chainSince = 3;

const journal = z
	.array(z.strictObject({ at: z.number(), verb: z.string().check(z.maxLength(60)), args: z.json() }))
	.check(z.maxLength(20_000));

/** A session as it is shared: what people did, and what it came to. Everything between is computed. */
export const sharedSchema = z.strictObject({
	format: z.literal('provlab'),
	version: z.int().check(z.minimum(1)),
	name: z.string().check(z.maxLength(200)),
	options: optionsSchema,
	commands: journal,
	/** The moments that somebody named on this branch; who shares none, has a link without them. */
	cues: z.optional(ownCues),
	/** Where the clock stood, after how many facts and changes, and the chain of everything up to there. */
	end: z.strictObject({
		at: z.number(),
		seq: z.int().check(z.nonnegative()),
		op: z.int().check(z.nonnegative()),
		chain: z.string().check(z.maxLength(40))
	})
});

export interface Shared {
	readonly format: 'provlab';
	readonly version: number;
	readonly name: string;
	readonly options: WorldOptions;
	readonly commands: readonly { readonly at: number; readonly verb: string; readonly args: Json }[];
	readonly cues?: readonly OwnCue[];
	readonly end: { readonly at: number; readonly seq: number; readonly op: number; readonly chain: string };
}

/** Something of a stranger's that cannot be read: where, and why. */
export class Unreadable extends Error {}

export function readShared(value: unknown): Shared {
	const read = sharedSchema.safeParse(value);
	if (read.success) return read.data as Shared;
	const [issue] = read.error.issues;
	throw new Unreadable(`${issue!.path.map(String).join('.') || 'The session'}: ${issue!.message}`);
}

/** What the live branch has to carry. Cues of other branches stay behind, and the branch is the first of the copy. */
export function sharedOf(world: World, name: string, cues: readonly OwnCue[] = []): Shared {
	const { ledger } = world.sim;
	const { here } = ledger;
	world.back();
	const own = cues.filter(({ branch }) => branch === world.branches.live).map((cue) => ({ ...cue, branch: 0 }));
	const shared: Shared = {
		format: 'provlab',
		version: RULES,
		name,
		options: world.options,
		commands: world.journal(),
		...(own.length > 0 && { cues: own }),
		end: { at: world.clock, seq: ledger.now.seq, op: ledger.now.op, chain: world.fingerprint() }
	};
	ledger.seek(here);
	return shared;
}

/** Up to the last event that had happened: others of the same millisecond may not have. */
function runOut(world: World, { at, seq, op }: Shared['end']): void {
	const isThere = () => world.checkpoint().seq >= seq && world.checkpoint().op >= op;
	world.advance({ to: at, until: isThere });
	if (world.clock < at) world.advance({ to: at, before: true });
}

/** Computes a shared session again. `differs` says where it does not come to what it once did, or null. */
export function rebuild(shared: Shared): { readonly world: World; readonly differs: string | null } {
	const world = createWorld(shared.options);
	let differs: string | null = null;
	for (const [n, { at, verb, args }] of shared.commands.entries()) {
		if (at < world.clock) throw new Unreadable(`commands.${n}: it comes before the one before it`);
		world.advance({ to: at, before: true });
		const done = world.do({ verb, args } as Command);
		if (!done.ok) differs ??= `Command ${n + 1} (${verb}) is refused today: ${done.message}`;
	}
	runOut(world, shared.end);
	if (!differs && !isSameEnd(world, shared))
		differs = 'The rules have changed since: what follows the same commands is no longer the same.';
	return { world, differs };
}

function isSameEnd(world: World, { version, end }: Shared): boolean {
	const { seq, op } = world.checkpoint();
	return version < chainSince ? seq === end.seq && op === end.op : world.fingerprint() === end.chain;
}
