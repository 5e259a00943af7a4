const MINUTE = 60_000;

/** How long the tenant takes to see a change of a user in its dynamic groups, by the number of its users (G-035). */
export function evaluationDelay(users: number): number {
	if (users <= 1_000) return 5 * MINUTE;
	return (users <= 20_000 ? 15 : 35) * MINUTE;
}

/** A new group, or a changed rule, takes twice as long. */
export const firstPopulationDelay = (users: number): number => 2 * evaluationDelay(users);
