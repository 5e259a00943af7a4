import { MINUTE } from '#lib/views/timeline/words';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../../kit';
import { act } from '../../shell';

/** Starts a cycle (H-302) and lets the minute pass in which a small one ends, unless time runs anyway. */
export async function runConnect(kind: 'delta' | 'initial'): Promise<void> {
	const held = engine.held();
	if (held !== undefined) return void toast(held);
	const sentence = `A ${kind === 'initial' ? 'full' : 'delta'} cycle of Connect began.`;
	if (!(await act('connect.run', { kind }, sentence))) return;
	const { playing, clock } = engine.status ?? { playing: true, clock: 0 };
	if (!playing) await engine.play(null, clock + MINUTE);
}
