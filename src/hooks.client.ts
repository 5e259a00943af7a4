import { firstAddress } from '#lib/ui/start/first-address';
import { keepOffline } from '#lib/worker/offline';

/** Storing the site for the next visit begins when this visit has what it needs. */
export async function init() {
	addEventListener('load', () => void keepOffline(), { once: true });
	if (document.readyState === 'complete') void keepOffline();
	await firstAddress();
}
