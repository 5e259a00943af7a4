import { z } from 'zod';

/** A moment of a session that its person named, to come back to it or to show it. */
const ownCue = z.object({
	name: z.string().min(1).max(200),
	/** What the audience is asked; empty: the name stands there. */
	question: z.string().max(500),
	caption: z.string().max(500),
	notes: z.string().max(5_000),
	branch: z.number().int().nonnegative(),
	at: z.number(),
	/** The fact whose thread is shown. */
	spot: z.number().int().nonnegative().nullable(),
	/** Systems of the map that are lit. */
	light: z.array(z.string().max(60)).max(20)
});

export const ownCues = z.array(ownCue).max(100);
export type OwnCue = Readonly<z.infer<typeof ownCue>>;
