import { amountWords } from '#lib/views/amounts';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';

/** Longer ones are cut off by mail and chat programs. */
const longest = 8000;

/** Copies the link to the open session. It comes when somebody shares one. */
export async function share(): Promise<void> {
	const link = await engine.encodeLink();
	const address = `${location.origin}${location.pathname}#/open?session=${link}`;
	try {
		await navigator.clipboard.writeText(address);
		const length = amountWords(address.length, 'character');
		toast(
			address.length > longest
				? `The link to this session is in the clipboard. It has ${length}, and mail or chat may cut it: a file does not. Export session writes one.`
				: 'The link to this session is in the clipboard. It carries what you did and the cues of this branch, nothing else.'
		);
	} catch {
		toast(`The clipboard was refused. The link: ${address}`);
	}
}
