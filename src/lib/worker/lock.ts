/** Holds a name among all tabs of this site. */
export interface Lock {
	release(): void;
}

/** A page that was reloaded finds the lock of its own worker before: a busy one is ended within two seconds. */
const PATIENCE = 2_500;
const STEP = 50;

/**
 * Web Locks elect the one engine of a session. Null: another tab has it. `steal` takes it from there, and `lost` is called
 * in the tab that had it. Where there are no locks, there is nobody to ask, and nothing to refuse.
 */
export function holdLock(name: string, steal: boolean, lost: () => void): Promise<Lock | null> {
	const { locks } = globalThis.navigator ?? {};
	if (!locks) return Promise.resolve({ release: () => {} });
	return new Promise((answer) => {
		let release = () => {};
		let state: 'waiting' | 'held' | 'given up' = 'waiting';
		const held = new Promise<void>((resolve) => (release = resolve));
		locks
			.request(name, { steal }, () => {
				// Whoever has gone on without it lets it go at once.
				if (state === 'given up') return undefined;
				state = 'held';
				answer({ release });
				return held;
			})
			.catch(lost);
		const giveUp = async (waited: number) => {
			if (state !== 'waiting') return;
			const { pending = [] } = await locks.query();
			// Granted, and on its way to us: that is no other tab.
			const isOurs = !pending.some((one) => one.name === name);
			if (state !== 'waiting') return;
			if (isOurs || waited < PATIENCE) return void setTimeout(() => void giveUp(waited + STEP), STEP);
			state = 'given up';
			answer(null);
		};
		if (!steal) setTimeout(() => void giveUp(STEP), STEP);
	});
}
