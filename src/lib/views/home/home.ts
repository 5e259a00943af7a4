import * as z from 'zod/mini';
import { templateOf } from '#lib/hr/templates';
import { defineView } from '../view';
import { attentionOf, type Attention } from './attention';
import { upcomingOf, type Upcoming } from './upcoming';
import { wayOf, type Way } from './way';

export interface Home {
	/** Which parts a company has beside its tenant. */
	readonly has: { readonly hr: boolean; readonly ad: boolean; readonly uploads: boolean };
	/** The generation of the portal and the service. */
	readonly era: number;
	readonly clock: number;
	readonly attention: readonly Attention[];
	readonly upcoming: readonly Upcoming[];
	/** The architecture, and how long a change is on its way in it. */
	readonly way: Way;
}

/** The clock, what needs attention, and what happens next. */
export const home = defineView(
	z.object({ upcoming: z._default(z.int().check(z.minimum(0), z.maximum(100)), 8) }),
	(world, { upcoming }): Home => {
		const { era, hr, ad } = world.sim.host.tenantRow;
		const uploads = [...world.tables.apps.all()].some(({ kind }) => templateOf(kind)?.source === 'api');
		return {
			has: { hr: hr !== 'none', ad, uploads },
			era,
			clock: world.clock,
			attention: attentionOf(world),
			upcoming: upcomingOf(world, upcoming),
			way: wayOf(world)
		};
	}
);
