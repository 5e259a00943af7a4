import type { Fault } from '#lib/apps';

/** A fault in words: what the application does, and what the service makes of it. */
export interface FaultWords {
	readonly kind: Fault['kind'];
	readonly title: string;
	readonly text: string;
	/** It changes how the application works as long as it lasts: only time limits it, not single requests. */
	readonly lasting?: boolean;
	/** What it begins with when it is switched on. */
	readonly first?: Partial<Fault>;
}

export const faultWords: readonly FaultWords[] = [
	{
		kind: 'unauthorized',
		title: '401 Unauthorized',
		text: 'The token has expired. The cycle cannot begin, and the job goes into quarantine.'
	},
	{
		kind: 'forbidden',
		title: '403 Forbidden',
		text: 'The token may read but not write.',
		first: { only: 'write' }
	},
	{
		kind: 'noMatch404',
		title: '404 for no match',
		text: 'A query that finds nobody is answered with 404 instead of an empty list.',
		lasting: true
	},
	{
		kind: 'conflict',
		title: '409 Conflict',
		text: 'Another account already has a value that must be unique.',
		first: { only: 'create' }
	},
	{
		kind: 'throttled',
		title: '429 Too Many Requests',
		text: 'With Retry-After. The service waits up to three times (simulated), then gives the object up until the next cycle.',
		first: { retryAfter: 30, every: 5 }
	},
	{
		kind: 'serverError',
		title: '500 Internal Server Error',
		text: 'The object is tried again in the next cycle.',
		first: { chance: 0.2 }
	},
	{
		kind: 'unavailable',
		title: '503, an outage',
		text: 'From one moment of the virtual clock to another, every answer is that the service is down.'
	},
	{ kind: 'timeout', title: 'Timeout', text: 'No answer ever comes.', first: { every: 10 } },
	{
		kind: 'slow',
		title: 'Slow answers',
		text: 'Every answer takes longer, so a cycle takes longer.',
		first: { delay: 5000 }
	},
	{
		kind: 'malformed',
		title: 'A body that is cut off',
		text: 'The answer is 200, with JSON that ends in the middle.',
		first: { every: 10 }
	},
	{
		kind: 'noFilter',
		title: 'No filter support',
		text: 'Every filter is refused: nobody can be matched.',
		lasting: true
	},
	{
		kind: 'noSoftDelete',
		title: 'No soft delete',
		text: 'active: false is refused, so nobody can be disabled.',
		lasting: true
	}
];
