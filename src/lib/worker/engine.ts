import './jitless';
import './local-storage';
import { complaints } from '#lib/parts/complaints';
import { holdLock, type Lock } from './lock';
import { handlerOf } from './handlers';
import type { Push, Status } from './messages';
import { createSession, loadSession, type OpenSession, type Surroundings } from './open-session';
import { read, type Answer, type Request } from './protocol';
import { emptyStatus } from './status';
import { whole } from './whole';

/** What the engine needs of the place where it runs. */
export interface Place extends Omit<Surroundings, 'changed'> {
	post(message: Push | Answer, transfer?: ArrayBuffer[]): void;
	/** Lets messages in. */
	macrotask(): Promise<void>;
	/** Resolves after so many real milliseconds. */
	sleep(ms: number): Promise<void>;
}

const VISIBLE = 16;
const HIDDEN = 250;
const FLUSH = 250;
/** So long an answer waits for what it tells to be stored. */
const PATIENCE = 5000;

/** Of these "done" is said when also a reload finds it done. */
const lasting: ReadonlySet<Request['kind']> = new Set([
	'do',
	'graph',
	'takePeople',
	'lessonLine',
	'keepWhatIf',
	'undo',
	'redo',
	'fork',
	'activate',
	'renameBranch',
	'discardBranch'
]);

/**
 * The engine's one loop. Requests are answered between two events and nowhere else; time runs in slices between them.
 */
export class Engine {
	session: OpenSession | null = null;
	/** The person's own session while a show is presented: it waits as it was left. */
	aside: OpenSession | null = null;
	/** A session that another tab has. */
	elsewhere: Status['session'] = null;
	visible = true;
	/** What takes several turns, by the numbers of its runs: what is taken out stops at its next turn. */
	readonly runs = new Set<number>();
	readonly #inbox: Request[] = [];
	#wake: () => void = () => {};
	#pushed = 0;
	#flushed = 0;
	#status = '';
	/** What is still being stored of the session that was left. */
	#left: Promise<void> | undefined;

	constructor(readonly place: Place) {}

	get around(): Surroundings {
		return { ...this.place, changed: () => this.#wake() };
	}

	receive(message: unknown): void {
		const request = read(message);
		if (!('kind' in request)) return void this.#refuse(message);
		// What is cancelled may be what the loop waits for.
		if (request.kind === 'cancel' && this.runs.has(request.ask.run)) void this.#answer(request);
		else this.#inbox.push(request);
		this.#wake();
	}

	/** Says what is wrong with a message, once there are words for it. */
	async #refuse(message: unknown): Promise<void> {
		await complaints.load();
		const refused = read(message);
		if (!('kind' in refused)) this.place.post(refused);
	}

	async run(): Promise<never> {
		for (;;) {
			for (let request = this.#inbox.shift(); request; request = this.#inbox.shift()) await this.#answer(request);
			const idle = await whole(() => this.session?.runner.slice() ?? Infinity);
			const isBusy = this.session?.runner.busy ?? false;
			this.#tell(!isBusy);
			if (this.#inbox.length > 0) continue;
			if (idle === 0) await this.place.macrotask();
			else await this.#rest(isBusy ? idle : Infinity);
		}
	}

	async #rest(ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => (this.#wake = resolve));
		await (ms === Infinity ? woken : Promise.race([woken, this.place.sleep(ms)]));
	}

	#answer({ n, kind, ask }: Request): Promise<void> {
		const wait = (late: Promise<unknown>): typeof later => {
			void this.#say(n, kind, late);
			return later;
		};
		return this.#say(
			n,
			kind,
			whole(async () => (await handlerOf(kind))(this, ask as never, wait))
		);
	}

	async #say(n: number, kind: Request['kind'], answer: Promise<unknown>): Promise<void> {
		try {
			const value = await answer;
			if (value === later) return;
			const told = () => this.place.post({ n, ok: true, value });
			if (kind === 'query') return told();
			// Whoever is answered knows how things stand after what was asked for, also that it is not stored yet.
			const saved = this.session?.save();
			this.#show();
			// The loop goes on meanwhile.
			if (saved && lasting.has(kind)) void Promise.race([saved, this.place.sleep(PATIENCE)]).then(told);
			else told();
		} catch (error) {
			this.place.post({ n, ok: false, error: error instanceof Error ? error.message : String(error) });
		}
	}

	/** Journal, facts and status, each at its own rhythm; at once when the loop is about to rest. */
	#tell(atOnce: boolean): void {
		const now = this.place.now();
		if (atOnce || now - this.#flushed >= FLUSH) {
			this.session?.save();
			this.#flushed = now;
		}
		if (this.session?.keeper?.state === 'dispossessed') this.lose();
		if (atOnce || now - this.#pushed >= (this.visible ? VISIBLE : HIDDEN)) this.#show();
	}

	#show(): void {
		this.#pushed = this.place.now();
		const facts = this.session?.feed?.next();
		if (facts) this.place.post(facts.push, facts.transfer);
		const status = this.session?.status() ?? emptyStatus(this.elsewhere);
		const text = JSON.stringify(status);
		if (text !== this.#status) this.place.post({ push: 'status', status });
		this.#status = text;
	}

	/** Opens a stored session, unless another tab has it; undefined where it cannot be found. */
	async open(id: string, takeOver: boolean): Promise<OpenSession | 'elsewhere' | undefined> {
		if (this.aside?.id === id) this.endShow();
		if (this.session?.id === id) return this.session;
		const lock = await holdLock(`provlab:session:${id}`, takeOver, () => this.lose(id));
		if (!lock) {
			const { store } = this.place;
			const name = typeof store === 'string' ? id : ((await store.get(id))?.name ?? id);
			this.#close();
			this.elsewhere = { id, name };
			return 'elsewhere';
		}
		await this.#left;
		const session = await loadSession(this.around, id).catch((error: unknown) => {
			// It is tried again when a part that was missing is there: our own lock must not be in its way.
			lock.release();
			throw error;
		});
		if (!session) {
			lock.release();
			return undefined;
		}
		await this.adopt(session, lock);
		return session;
	}

	async create(name: string, options: OpenSession['world']['options']): Promise<OpenSession> {
		const session = await createSession(this.around, name, options);
		await this.adopt(session);
		return session;
	}

	/** Makes a session the open one. */
	async adopt(session: OpenSession, lock?: Lock): Promise<void> {
		this.#close();
		session.lock = lock ?? (await holdLock(`provlab:session:${session.id}`, false, () => this.lose(session.id)));
		this.session = session;
		this.elsewhere = null;
		const { store } = this.place;
		if (typeof store !== 'string') await store.set('last', session.id).catch(() => {});
	}

	/** Stands in the world of a show. The session before it is saved and waits. */
	present(show: OpenSession): void {
		show.isShow = true;
		if (this.session?.isShow) this.session.close();
		else {
			this.session?.runner.pause();
			this.session?.save();
			this.aside = this.session;
		}
		this.session = show;
	}

	/** Back in the session that waited. */
	endShow(): void {
		if (!this.session?.isShow) return;
		this.session.close();
		this.session = this.aside;
		this.aside = null;
	}

	/** Another tab took the session over. */
	lose(id?: string): void {
		if (id !== undefined && this.aside?.id === id) {
			this.elsewhere = { id, name: this.aside.name };
			this.aside.close();
			this.aside = null;
			return;
		}
		const { session } = this;
		if (!session || (id !== undefined && session.id !== id)) return;
		this.#close();
		this.elsewhere = { id: session.id, name: session.name };
		this.#wake();
	}

	#close(): void {
		this.endShow();
		this.#left = this.session?.save();
		this.session?.close();
		this.session = null;
	}
}

/** The answer comes when the loop has gone on for a while: a step that runs. */
export const later = Symbol('late');
