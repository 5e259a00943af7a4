/** Holds a name among all tabs of this site. */
export interface Lock {
	release(): void;
}

/** A page that was reloaded may find the lock of its own worker before: that one is ended a moment later. */
const PATIENCE = 800;

/**
 * Web Locks elect the one engine of a session. Null: another tab has it. `steal` takes it from there, and `lost` is called
 * in the tab that had it. Where there are no locks, there is nobody to ask, and nothing to refuse.
 */
export function holdLock(name: string, steal: boolean, lost: () => void): Promise<Lock | null> {
	const { locks } = globalThis.navigator ?? {};
	if (!locks) return Promise.resolve({ release: () => {} });
	return new Promise((answer) => {
		let release = () => {};
		let isHeld = false;
		const held = new Promise<void>((resolve) => (release = resolve));
		locks
			.request(name, steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE) }, () => {
				isHeld = true;
				answer({ release });
				return held;
			})
			.catch(() => (isHeld ? lost() : answer(null)));
	});
}
