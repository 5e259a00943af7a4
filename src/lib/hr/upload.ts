/** H-405. */
export const maxRecords = 50;
/** H-406. */
export const callLimits = { calls: 40, within: 5000, callsADay: 6000 } as const;

const day = 24 * 3_600_000;

/** What a client sends to the upload endpoint. */
export interface UploadCall {
	readonly contentType: string;
	readonly token: 'valid' | 'expired';
	readonly permission: boolean;
	readonly records: number;
}

/** Why an upload is refused before anything is counted, or 202 (H-402 to H-407). */
export function statusOf({ contentType, token, permission, records }: UploadCall): number {
	if (token === 'expired') return 401;
	if (!permission) return 403;
	// A media type is told whatever its letter case, and with parameters such as a charset.
	if (contentType.split(';')[0]!.trim().toLowerCase() !== 'application/scim+json') return 400;
	// H-405: which status answers too many records is not documented.
	return records > maxRecords ? 400 : 202;
}

/** What the client reads in a refusal. */
export const refusalTexts: Readonly<Record<number, string>> = {
	400: 'Invalid Data Format',
	401: 'InvalidAuthenticationToken: the token has expired.',
	403: 'The caller lacks the permission SynchronizationData-User.Upload.',
	429: 'Too many requests: at most 40 calls in 5 seconds and 6,000 in 24 hours.'
};

/** Calls that were answered earlier. */
export interface EarlierCalls {
	readonly at: number;
	readonly calls: number;
}

/** H-406: how many of these calls the service still takes at this moment. */
export function accepted(calls: number, earlier: readonly EarlierCalls[], now: number): number {
	const since = (span: number) => earlier.reduce((sum, one) => sum + (one.at > now - span ? one.calls : 0), 0);
	const room = Math.min(callLimits.calls - since(callLimits.within), callLimits.callsADay - since(day));
	return Math.max(0, Math.min(calls, room));
}

/** "202", or "40 × 202, 1 × 429" for several calls. */
export function answersText(status: number, calls: number, taken: number): string {
	if (calls === 1) return String(taken === 1 ? status : 429);
	const parts = [
		[taken, status],
		[calls - taken, 429]
	].filter(([count]) => count! > 0);
	return parts
		.sort((a, b) => b[0]! - a[0]!)
		.map(([count, code]) => `${count} × ${code}`)
		.join(', ');
}
