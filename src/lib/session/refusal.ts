/** Another tab has taken the session over, so that nothing may be written any more. */
export class Dispossessed extends Error {}

/** What a browser says when it stores nothing, in plain words. */
export function refusal(error: unknown): string {
	const name = error instanceof Error ? error.name : '';
	const inner = (error as { inner?: { name?: string } } | null)?.inner?.name ?? '';
	if (name === 'QuotaExceededError' || inner === 'QuotaExceededError')
		return 'The browser has no room left for this site. The session continues in memory: export it before you leave.';
	if (error instanceof Dispossessed) return 'This session was opened in another tab.';
	return 'The browser does not let this site store anything. The session continues in memory: export it before you leave.';
}
