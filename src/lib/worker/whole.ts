import { Missing } from '#lib/parts/part';

/** Asks the world, and asks again whenever a part of it that was missing has been loaded. */
export async function whole<T>(ask: () => T): Promise<Awaited<T>> {
	for (;;) {
		try {
			return await ask();
		} catch (error) {
			if (!(error instanceof Missing)) throw error;
			await error.part.load();
		}
	}
}
