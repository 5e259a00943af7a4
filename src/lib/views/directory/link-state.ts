import type { LinkRow } from '#lib/engine/job/records';

/** How a job stands to an object: C-023, C-232, C-448. */
export type LinkState = 'linked' | 'linked, released' | 'deleted in the target' | 'not linked';

export function linkState(link: LinkRow | null): LinkState {
	if (!link) return 'not linked';
	if (link.gone) return 'deleted in the target';
	return link.managed ? 'linked' : 'linked, released';
}
