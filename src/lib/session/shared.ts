import * as z from 'zod/mini';
import { PRESETS } from '#lib/content/company/tenant';
import type { Json } from '#lib/engine/base';
import { eras } from '#lib/engine/eras';
import type { Command, WorldOptions } from '#lib/world';
import { createWorld, type World } from '#lib/world/world';
import { ownCues, type OwnCue } from './cues';
import { optionsSchema } from './options';

/** Grows when a rule changes what a session does: a link says by which rules it was made. */
export const RULES = 8;
/** Before this version the chain was computed another way: of an older link only the counts can be compared. */
const chainSince = 3;

/** Nobody has let a company live until 2100, and what lies beyond is no date. */
const moment = z.number().check(z.minimum(0), z.maximum(Date.UTC(2100, 0)));
/** So much more than it says may follow from other rules; what goes on and on was never run by anybody. */
const slack = 100_000;

const journal = z
	.array(z.strictObject({ at: moment, verb: z.string().check(z.maxLength(60)), args: z.json() }))
	.check(z.maxLength(20_000));

/** A session as it is shared: what people did, and what it came to. Everything between is computed. */
export const sharedSchema = z.strictObject({
	format: z.literal('provlab', 'this is not a session of Provlab'),
	version: z.int().check(z.minimum(1)),
	name: z.string().check(z.regex(/\S/, 'a session has a name'), z.maxLength(200)),
	options: z.extend(optionsSchema, {
		preset: z.optional(z.enum(PRESETS)),
		era: z.optional(z.literal(eras)),
		start: z.optional(moment)
	}),
	commands: journal,
	/** The moments that somebody named on this branch; who shares none, has a link without them. */
	cues: z.optional(ownCues),
	/** Where the clock stood, after how many facts and changes, and the chain of everything up to there. */
	end: z.strictObject({
		at: moment,
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
	runTo(world, at, seq, 'end');
}

/** Up to a moment, unless far more happens on the way than the session says of itself. */
function runTo(world: World, to: number, seq: number, place: string): void {
	if (world.clock >= to) return;
	const most = 2 * seq + slack;
	world.advance({ to, before: true, until: () => world.checkpoint().seq > most });
	if (world.clock < to)
		throw new Unreadable(`${place}.at: it is so far ahead that more than ${most} things happen before it`);
}

/** Computes a shared session again. `differs` says where it does not come to what it once did, or null. */
export function rebuild(shared: Shared): { readonly world: World; readonly differs: string | null } {
	const world = createWorld(shared.options);
	let differs: string | null = null;
	for (const [n, { at, verb, args }] of shared.commands.entries()) {
		if (at < world.clock) throw new Unreadable(`commands.${n}: it comes before the one before it`);
		runTo(world, at, shared.end.seq, `commands.${n}`);
		const done = world.do({ verb, args } as Command);
		if (!done.ok) differs ??= `Command ${n + 1} (${verb}) is refused today: ${done.message}`;
	}
	runOut(world, shared.end);
	if (!differs && !isSameEnd(world, shared))
		differs = 'The rules have changed since: the same commands no longer lead to the same result.';
	return { world, differs };
}

function isSameEnd(world: World, { version, end }: Shared): boolean {
	const { seq, op } = world.checkpoint();
	return version < chainSince ? seq === end.seq && op === end.op : world.fingerprint() === end.chain;
}
