import type { Slot } from '#lib/engine/base';
import type { World } from '#lib/world';
import { jobKey } from '#lib/world/tables/tables';

export interface LinkCounts {
	readonly users: number;
	readonly groups: number;
}

/** C-446 to C-448: links since the last reset, tombstones too, so that the numbers never fall. */
export function linkCounts({ tables: { linkCounts: counts } }: World, job: Slot): LinkCounts {
	return { users: counts.count(jobKey(job, 'user', 0)), groups: counts.count(jobKey(job, 'group', 0)) };
}
