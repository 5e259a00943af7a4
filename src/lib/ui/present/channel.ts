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
	/** `isHeld`: the stage has its lock, so that its end will be heard. */
	| { readonly say: 'state'; readonly state: NotesState; readonly isHeld: boolean }
	| { readonly say: 'go'; readonly go: Go }
	| { readonly say: 'end' };

const nameOf = (show: string) => `provlab:present:${show}`;

/** One line between the windows of a show, in this browser only. */
function line(show: string, heard: (message: Message) => void) {
	const channel = new BroadcastChannel(nameOf(show));
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
	let isHeld = false;
	const tell = () => open.post({ say: 'state', state: state(), isHeld });
	// A window that is closed says nothing any more, but its lock is free.
	let release = () => {};
	const presented = new Promise<void>((resolve) => (release = resolve));
	const held = () => {
		isHeld = true;
		tell();
		return presented;
	};
	navigator.locks?.request(nameOf(show), { mode: 'shared' }, held).catch(() => {});
	return {
		tell,
		close() {
			open.post({ say: 'end' });
			open.close();
			release();
		}
	};
}

/** The notes' end. */
export function notesLine(show: string, heard: (state: NotesState | null) => void) {
	const open = line(show, (message) => {
		if (message.say === 'end') return ended();
		if (message.say !== 'state') return;
		heard(message.state);
		// A stage without a lock would seem to end at once, again and again.
		if (message.isHeld) watch();
	});
	const hello = () => open.post({ say: 'hello' });
	/** Another window may present the same show: it answers. */
	function ended() {
		heard(null);
		hello();
	}
	let isWatching = false;
	const over = new AbortController();
	/** Until the lock of every stage is free. */
	function watch() {
		if (isWatching) return;
		isWatching = true;
		const { signal } = over;
		const free = () => {
			isWatching = false;
			ended();
		};
		navigator.locks?.request(nameOf(show), { signal }, free).catch(() => {});
	}
	hello();
	return {
		go: (to: Go) => open.post({ say: 'go', go: to }),
		close() {
			over.abort();
			open.close();
		}
	};
}
