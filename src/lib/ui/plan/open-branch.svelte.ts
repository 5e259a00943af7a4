import { engine } from '#lib/worker/client.svelte';
import type { PlanOpened } from '#lib/worker/planning';
import { toast } from '../kit';

/** The branch that a plan made last, and the one that was open before it. */
interface OpenedBranch {
	readonly session: string | undefined;
	readonly branch: number;
	readonly from: number;
}

let made = $state.raw<OpenedBranch | null>(null);

/** The branch of a plan that is open now; null: another one is. */
export function planBranch(): OpenedBranch | null {
	const { branch, session } = engine.status ?? {};
	return made && made.branch === branch && made.session === session?.id ? made : null;
}

/** Says what came of opening a plan as a branch. */
export async function opened(name: string, from: number, opening: Promise<PlanOpened>): Promise<boolean> {
	try {
		const { branch, why } = await opening;
		if (branch === null) {
			toast(why === null ? 'Stopped. No branch was made.' : `No branch was made: ${why}`);
			return false;
		}
		made = { session: engine.status?.session?.id, branch, from };
		toast(`The branch "${name}" is open, at its end. The branch before it stays as it was.`);
		return true;
	} catch (error) {
		toast(`No branch was made: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}
