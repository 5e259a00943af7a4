import { refusal } from '#lib/session/refusal';
import { SessionStore } from '#lib/session/store';

/** The browser's store, or the reason why there is none. */
export async function openStore(store = new SessionStore()): Promise<SessionStore | string> {
	try {
		await store.db.open();
		return store;
	} catch (error) {
		return refusal(error);
	}
}
