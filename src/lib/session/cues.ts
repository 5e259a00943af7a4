import * as z from 'zod/mini';

/** A moment of a session that its person named, to come back to it or to show it. */
const ownCue = z.object({
	name: z.string().check(z.minLength(1), z.maxLength(200)),
	/** What the audience is asked; empty: the name stands there. */
	question: z.string().check(z.maxLength(500)),
	caption: z.string().check(z.maxLength(500)),
	notes: z.string().check(z.maxLength(5_000)),
	branch: z.int().check(z.nonnegative()),
	at: z.number(),
	/** The fact whose thread is shown. */
	spot: z.nullable(z.int().check(z.nonnegative())),
	/** Systems of the map that are lit. */
	light: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(20))
});

export const ownCues = z.array(ownCue).check(z.maxLength(100));
export type OwnCue = Readonly<z.infer<typeof ownCue>>;
