import { Part } from '#lib/parts/part';
import type { World } from '#lib/world';
import type { Status } from './messages';
import type { Runner } from './runner';

/** What stops time when somebody waits for something, and what is said then. */
export const stopping = new Part(() => import('./stop-at'));

const reasons: { readonly [why: string]: string } = {
	nothing: 'Nothing more will happen by itself.',
	quiet: 'For 45 days no row was written. Play goes on.',
	door: 'An application could not be reached at all. Time stopped before the request.'
};

/** Why time stands, in a sentence. */
export function stopOf(world: World, { stopped: why, stoppedAt: seq }: Runner): Status['stopped'] {
	if (!why) return null;
	const message = seq === null ? (reasons[why] ?? '') : stopping.here.stopMessage(world, why, seq);
	return { why, message, seq };
}
