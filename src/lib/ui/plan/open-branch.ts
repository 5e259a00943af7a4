import { engine } from '#lib/worker/client.svelte';
import type { PlanOpened } from '#lib/worker/planning';
import { toast } from '../kit';

/** Says what came of opening a plan as a branch; the way back is one click. */
export async function opened(name: string, from: number, opening: Promise<PlanOpened>): Promise<boolean> {
	try {
		const { branch, why } = await opening;
		if (branch === null) {
			toast(why === null ? 'Stopped. No branch was made.' : `No branch was made: ${why}`);
			return false;
		}
		const back = { label: 'Back', run: () => void engine.activate(from) };
		toast(`The branch "${name}" is open, at its end. The branch before it stays as it was.`, back);
		return true;
	} catch (error) {
		toast(`No branch was made: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}
