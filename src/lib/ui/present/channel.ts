/** What the notes' window is told: it needs no engine and no session of its own. */
export interface NotesState {
	readonly title: string;
	readonly at: number;
	readonly blank: boolean;
	/** What is seen in place of a moment that was undone. */
	readonly instead: string | null;
	/** Real time at which the first cue was shown. */
	readonly startedAt: number;
	readonly cues: readonly {
		readonly name: string;
		readonly question: string;
		readonly caption: string;
		readonly notes: readonly string[];
		readonly minute: number | null;
	}[];
}

export type Go = number | 'next' | 'previous' | 'blank' | 'restart' | 'last' | 'play';

type Message =
	| { readonly say: 'hello' }
	| { readonly say: 'state'; readonly state: NotesState }
	| { readonly say: 'go'; readonly go: Go }
	| { readonly say: 'end' };

/** One line between the windows of a show, in this browser only. */
function line(show: string, heard: (message: Message) => void) {
	const channel = new BroadcastChannel(`provlab:present:${show}`);
	channel.onmessage = ({ data }: MessageEvent<Message>) => heard(data);
	return {
		post: (message: Message) => channel.postMessage(message),
		close: () => channel.close()
	};
}

/** The stage's end: it tells where it stands, and does what the notes ask. */
export function stageLine(show: string, state: () => NotesState, go: (to: Go) => void) {
	const open = line(show, (message) => {
		if (message.say === 'hello') tell();
		else if (message.say === 'go') go(message.go);
	});
	const tell = () => open.post({ say: 'state', state: state() });
	return {
		tell,
		close() {
			open.post({ say: 'end' });
			open.close();
		}
	};
}

/** The notes' end. */
export function notesLine(show: string, heard: (state: NotesState | null) => void) {
	const open = line(show, (message) => {
		if (message.say === 'state') heard(message.state);
		else if (message.say === 'end') ended();
	});
	const hello = () => open.post({ say: 'hello' });
	/** Another window may present the same show: it answers. */
	function ended() {
		heard(null);
		hello();
	}
	hello();
	return { go: (to: Go) => open.post({ say: 'go', go: to }), ended, close: open.close };
}
