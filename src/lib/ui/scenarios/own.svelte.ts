import { engine } from '#lib/worker/client.svelte';
import type { Untold } from '#lib/world/script';
import { draftOf } from '../mapping/draft.svelte';
import { toast } from '../kit';
import { ScriptRun } from './runs.svelte';

/** Longer addresses are cut off by mail programs and chats. */
const MOST_ADDRESS = 30_000;

/** What stands there until somebody writes: a script that passes, with one line of each kind. */
export const example = `world cloud-only
do 08:12 assign(byoa, 7 8)
do 08:20 start(byoa)
=> 08:20 byoa initial: create 2 [7 8]
do 08:45 unassign(byoa, 7)
=> 09:00 byoa inc: disable 1 [7]
?? 09:01 app(byoa).active = 1`;

const kept = draftOf<string>(
	() => 'script',
	(value): value is string => typeof value === 'string'
);

class Note {
	list = $state.raw<readonly Untold[]>([]);
	rounded = $state(0);
}
const note = new Note();

/** The one script of a person's own: it outlives a reload. */
export const own = {
	run: new ScriptRun(),
	/** What the language had no words for when a session was recorded. */
	untold: note,
	get text(): string {
		return kept.value ?? example;
	},
	set text(text) {
		kept.value = text;
	},
	/** The open session as a script, which takes the place of the present one. */
	async record(): Promise<void> {
		try {
			const { text, untold, rounded } = await engine.recordScript();
			own.replace(text, `The session is your own script now: ${text.split('\n').length} lines.`);
			[note.list, note.rounded] = [untold, rounded];
		} catch (error) {
			toast(`The session was not recorded: ${error instanceof Error ? error.message : String(error)}`);
		}
	},
	/** A script that came with a link: it stands there to be read, and nothing of it has run. */
	async fromLink(link: string): Promise<void> {
		try {
			own.replace(
				await engine.decodeScript(link),
				'The script of the link is your own script now. Nothing of it has run.'
			);
		} catch (error) {
			toast(error instanceof Error ? error.message : String(error));
		}
	},
	async copyLink(): Promise<void> {
		try {
			const link = await engine.encodeScript(own.text);
			const address = `${location.origin}${location.pathname}#/scenarios/own?script=${link}`;
			if (address.length > MOST_ADDRESS)
				return void toast(`This script is too long for a link (${address.length} characters): save it as a file.`);
			await navigator.clipboard.writeText(address).then(
				() => toast('The link to this script is in the clipboard. It carries the text and nothing else.'),
				() => toast(`The clipboard was refused. The link: ${address}`)
			);
		} catch (error) {
			toast(error instanceof Error ? error.message : String(error));
		}
	},
	/** Puts another text in its place; the toast brings the one before back. */
	replace(text: string, sentence: string): void {
		const before = kept.value;
		kept.value = text;
		own.run.clear();
		[note.list, note.rounded] = [[], 0];
		const back = () => {
			kept.value = before;
			own.run.clear();
		};
		toast(sentence, before === null || before === text ? undefined : { label: 'Undo', key: 'Z', run: back });
	}
};
