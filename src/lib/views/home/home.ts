import { z } from 'zod';
import { defineView } from '../view';
import { attentionOf, type Attention } from './attention';
import { systemsOf, type SystemGlance } from './systems';
import { upcomingOf, type Upcoming } from './upcoming';

export interface Home {
	readonly company: string;
	readonly domain: string;
	/** The generation of the portal and the service. */
	readonly era: number;
	readonly clock: number;
	/** The moment that is shown is the present of its branch. */
	readonly live: boolean;
	readonly branch: string;
	readonly systems: readonly SystemGlance[];
	readonly attention: readonly Attention[];
	readonly upcoming: readonly Upcoming[];
}

/** The clock, the systems at a glance, what needs attention, and what happens next. */
export const home = defineView(
	z.object({ upcoming: z.number().int().min(0).max(100).default(8) }),
	(world, { upcoming }): Home => {
		const { name, domain, era } = world.sim.host.tenantRow;
		return {
			company: name,
			domain,
			era,
			clock: world.clock,
			live: world.live,
			branch: world.branches.current.name,
			systems: systemsOf(world),
			attention: attentionOf(world),
			upcoming: upcomingOf(world, upcoming)
		};
	}
);
