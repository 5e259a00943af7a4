import { errorCodeOf, INCOMPATIBLE, refusalOf, retryAfter as secondsToWait, TIMEOUT } from '#lib/scim/client';
import type { ScimResponse } from '#lib/scim/types';
import type { Failure } from '../job/escrow';

export const incompatible = INCOMPATIBLE;

/** C-555: the status selects the code, unless the application names one; the reason carries the application's own text. */
export function failureOf(response: ScimResponse): Failure {
	// Status 0 is an application that does not answer.
	if (response.status === 0) return { code: TIMEOUT, reason: 'The target did not answer in time.' };
	const refusal = refusalOf(response);
	const reason = refusal.detail ?? `The target answered with status ${response.status}.`;
	return { code: errorCodeOf(refusal), reason };
}

export function isSuccess(response: ScimResponse): boolean {
	return response.status >= 200 && response.status < 300;
}

/** Retry-After in milliseconds; a minute where the application does not say. */
export function retryAfter(response: ScimResponse): number {
	return (secondsToWait(response) ?? 60) * 1000;
}
