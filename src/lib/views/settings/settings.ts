import * as z from 'zod/mini';
import type { Edition } from '#lib/engine/edition';
import { defineView } from '../view';

/** The conditions of the simulation that somebody may change. */
export interface Settings {
	readonly edition: Edition;
	readonly replicationMs: number;
	readonly cycleMinutes: number;
	readonly staleLink: 'recreate' | 'invalidAnchor';
	readonly thresholdScale: number;
	/** null: there are no human resources. */
	readonly dailyDates: boolean | null;
}

export const settings = defineView(z.object({}), ({ sim }): Settings => {
	const { tenantRow, edition } = sim.host;
	const { replicationMs, cycleMinutes, staleLink, thresholdScale, dailyDates, hr } = tenantRow;
	return {
		edition,
		replicationMs,
		cycleMinutes,
		staleLink,
		thresholdScale,
		dailyDates: hr === 'none' ? null : dailyDates
	};
});
