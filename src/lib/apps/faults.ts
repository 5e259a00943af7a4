import { MESSAGE } from '#lib/scim/urns';
import type { ScimRequest, ScimResponse } from '#lib/scim/types';
import type { Quirks } from './quirks';

/** What can go wrong in front of an application, as data: the same faults and chances give the same failures. */
export interface Fault {
	readonly kind:
		| 'unauthorized'
		| 'forbidden'
		| 'conflict'
		| 'throttled'
		| 'serverError'
		| 'unavailable'
		| 'timeout'
		| 'slow'
		| 'malformed'
		| 'noMatch404'
		| 'noFilter'
		| 'noSoftDelete';
	/** From when until when, in virtual milliseconds; an outage has both. */
	readonly from?: number;
	readonly to?: number;
	/** Every n-th request only. */
	readonly every?: number;
	/** With this probability only, from 0 to 1. */
	readonly chance?: number;
	/** Requests of this sort only: queries by filter, other reads, creates, everything that writes. */
	readonly only?: 'query' | 'read' | 'create' | 'write';
	/** Seconds for `Retry-After` of a throttled request. */
	readonly retryAfter?: number;
	/** How long a slow answer takes, in virtual milliseconds. */
	readonly delay?: number;
}

/** What decides, besides the request. */
export interface Moment {
	readonly now: number;
	/** The number of this request, counted by whoever drives the application. */
	readonly count: number;
	/** A chance from 0 to 1 for the fault at this place in the list; keyed by the world's seed, so it replays. */
	chance(place: number): number;
}

/** The answer of the first fault that strikes; 'timeout' if none ever comes; undefined: the application answers. */
export function faulted(
	faults: readonly Fault[],
	request: ScimRequest,
	moment: Moment
): ScimResponse | 'timeout' | undefined {
	for (const [place, fault] of faults.entries()) {
		const answer = answers[fault.kind];
		if (!answer || !strikes(fault, place, request, moment)) continue;
		return answer === 'timeout' ? answer : answer(fault);
	}
	return undefined;
}

/** How many virtual milliseconds a slow application takes to answer. */
export function delayOf(faults: readonly Fault[], request: ScimRequest, moment: Moment): number {
	return faults.reduce(
		(sum, fault, place) =>
			fault.kind === 'slow' && strikes(fault, place, request, moment) ? sum + (fault.delay ?? 5000) : sum,
		0
	);
}

/** Faults that change how the application works, not whether it answers: switches to set while they last. */
export function faultyQuirks(faults: readonly Fault[], now: number): Partial<Quirks> {
	const lasting = new Set(faults.filter((fault) => lasts(fault, now)).map((fault) => fault.kind));
	return {
		...(lasting.has('noMatch404') && { noMatch: 'notFound' }),
		...(lasting.has('noFilter') && { filters: 'refuse' }),
		...(lasting.has('noSoftDelete') && { deactivation: 'refuse' })
	};
}

const lasts = ({ from = -Infinity, to = Infinity }: Fault, now: number) => now >= from && now < to;

function strikes(fault: Fault, place: number, request: ScimRequest, moment: Moment): boolean {
	if (!lasts(fault, moment.now) || !concerns(fault.only, request)) return false;
	if (fault.every !== undefined && moment.count % fault.every !== 0) return false;
	return fault.chance === undefined || moment.chance(place) < fault.chance;
}

function concerns(only: Fault['only'], { method, path }: ScimRequest): boolean {
	switch (only) {
		case 'query':
			return method === 'GET' && path.includes('filter=');
		case 'read':
			return method === 'GET' && !path.includes('filter=');
		case 'create':
			return method === 'POST';
		case 'write':
			return method !== 'GET';
		default:
			return true;
	}
}

const error = (status: number, detail: string, headers: Readonly<Record<string, string>> = {}) => ({
	status,
	headers: { 'Content-Type': 'application/scim+json', ...headers },
	body: JSON.stringify({ schemas: [MESSAGE.error], status: String(status), detail })
});

const answers: Partial<Record<Fault['kind'], 'timeout' | ((fault: Fault) => ScimResponse)>> = {
	timeout: 'timeout',
	unauthorized: () =>
		error(401, 'The token is unknown or has expired', { 'WWW-Authenticate': 'Bearer error="invalid_token"' }),
	forbidden: () => error(403, 'The token does not permit this'),
	conflict: () => error(409, 'There is such a resource already'),
	throttled: ({ retryAfter = 30 }) => error(429, 'Too many requests', { 'Retry-After': String(retryAfter) }),
	serverError: () => error(500, 'An unexpected error occurred'),
	unavailable: () => error(503, 'The service is down for maintenance'),
	malformed: () => ({
		status: 200,
		headers: { 'Content-Type': 'application/scim+json' },
		body: '{"schemas": ["urn:ietf:params:scim:api:mess'
	})
};
