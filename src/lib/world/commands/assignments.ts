import * as z from 'zod/mini';
import { isPremium } from '#lib/engine/edition';
import { assign, unassign } from '../directory/assignments';
import { appOf, define, groupOf, liveGroupOf, nameOf, Refused, userOf } from './command';
import type { Simulation } from '../simulation';

const principal = z.object({
	app: z.string().check(z.maxLength(60)),
	kind: z.enum(['user', 'group']),
	/** The slots of users or groups. */
	who: z.array(z.int().check(z.nonnegative())).check(z.minLength(1), z.maxLength(200_000))
});
type Principals = z.infer<typeof principal>;

/** C-072: the portal's own words. */
const groupsNeedPremium =
	'Groups are not available for assignment due to your Active Directory plan level. You can assign individual users to the application.';

/** Names the first two, and how many more. */
function named(sim: Simulation, { kind, who }: Principals): string {
	const names = who.slice(0, 2).map((slot) => nameOf(kind === 'user' ? userOf(sim, slot) : groupOf(sim, slot)));
	return who.length > 2 ? `${names.join(', ')} and ${who.length - 2} more` : names.join(' and ');
}

export const assignments = {
	assign: define({
		schema: z.extend(principal, { role: z.optional(z.nullable(z.string().check(z.maxLength(200)))) }),
		describe: (sim, args) => `Assign ${named(sim, args)} to ${appOf(sim, args.app).name}`,
		apply(sim, { app, kind, who, role }, cause) {
			const { slot } = appOf(sim, app);
			if (kind === 'group' && !isPremium(sim.host.edition)) throw new Refused(groupsNeedPremium);
			for (const one of who) (kind === 'user' ? userOf : liveGroupOf)(sim, one);
			for (const one of who) assign(sim, slot, kind, one, role ?? null, cause);
		}
	}),
	unassign: define({
		schema: principal,
		describe: (sim, args) => `Unassign ${named(sim, args)} from ${appOf(sim, args.app).name}`,
		apply(sim, { app, kind, who }, cause) {
			const { slot, name } = appOf(sim, app);
			let ended = 0;
			for (const one of who) if (unassign(sim, slot, kind, one, cause)) ended++;
			if (ended === 0) throw new Refused(`None of them is assigned to ${name} directly.`);
		}
	})
};
