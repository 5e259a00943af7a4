import type { ViewData } from '#lib/views';
import { SECOND } from '#lib/views/timeline/words';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../../kit';
import { act } from '../../shell';
import type { Principal } from '../people';

/** C-392: a run takes seconds, usually under 30. */
const LONGEST = 30 * SECOND;

/** Runs one object now, a group with the members that were picked, and lets the time pass that it takes. Gives the run's cycle; null: it was refused. */
export async function provisionOnDemand(
	app: string,
	appName: string,
	{ kind, slot, name }: Principal,
	members: readonly Principal[]
) {
	const held = engine.held();
	if (held !== undefined) {
		toast(held);
		return null;
	}
	const args = { app, kind, object: slot, ...(kind === 'group' && { members: members.map((one) => one.slot) }) };
	if (!(await act('job.onDemand', args, `Provision on demand ran for ${name} in ${appName}.`))) return null;
	const { rows } = await engine.query<ViewData<'cycles'>>('cycles', { app, count: 5 });
	const run = rows.find(({ kind }) => kind === 'Provision on demand');
	const { playing, clock } = engine.status ?? { playing: false, clock: 0 };
	if (!playing) await engine.play(null, clock + LONGEST);
	return run?.cycle ?? null;
}
