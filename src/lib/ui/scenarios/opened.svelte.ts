import { engine, type OpenedScenario } from '#lib/worker/client.svelte';

/** The script that the open session was made of, if it was made of one. */
class Opened {
	now = $state.raw<OpenedScenario | null>(null);
	#of: string | null = null;

	/** Call it in an effect that reads which session is open. */
	async load(session: string | null): Promise<void> {
		if (session === this.#of) return;
		this.#of = session;
		this.now = null;
		if (session === null) return;
		try {
			const found = await engine.scenario();
			if (session === this.#of) this.now = found;
		} catch {
			this.#of = null;
		}
	}
}

export const opened = new Opened();
