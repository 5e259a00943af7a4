import { Connection } from './connection';
import { FactMirror } from './fact-mirror';
import type { Push, Status } from './messages';
import { Newest, settled } from './newest';
import type { Opened } from './opened';
import type { Ask, Kind } from './protocol';

const makeWorker = () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });

/** After so many crashes in a row nothing is started again by itself. */
const PATIENCE = 3;

/** The engine's thread as a page has it: it is started, listened to, asked, and started again when it ended. */
export class EngineThread {
	/** Null until the worker has said something. */
	status = $state.raw<Status | null>(null);
	/** The beginning of the day that is shown: what names only days does not change sixty times a second. */
	readonly today = $derived(Math.floor((this.status?.clock ?? 0) / 86_400_000) * 86_400_000);
	/** What happened to the engine itself; a banner shows it until it is dismissed. */
	trouble = $state.raw<string | null>(null);
	/** Facts that were sent, once somebody watches them. */
	readonly facts = new FactMirror();
	#connection: Connection | null = null;
	#session: string | null = null;
	#watching = false;
	#crashes = 0;
	/** Why time may not pass now, whoever asks: a lesson's prediction is open. */
	held: () => string | undefined = () => undefined;
	/** Who wants to know how far a run is, by its number. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
	readonly #progress = new Map<number, (progress: never) => void>();
	#runs = 0;
	/** A new worker counts from nothing; what pages see only grows. */
	#revised = 0;

	constructor(readonly make: () => Worker = makeWorker) {}

	/** Opens the last session, or the one that is named. Calling it again is of no consequence. */
	async start(session?: string): Promise<Opened> {
		this.#connect();
		addEventListener('visibilitychange', this.#visible);
		return this.open(session);
	}

	stop(): void {
		removeEventListener('visibilitychange', this.#visible);
		this.#connection?.end('the page is done with the engine');
		this.#connection = null;
	}

	#connect(): void {
		if (this.#connection) return;
		const connection = new Connection(
			this.make,
			(push) => this.#heard(push),
			(message) => {
				if (this.#connection === connection) void this.#restart(message);
			}
		);
		this.#connection = connection;
	}

	#visible = () => void this.ask('visible', { visible: document.visibilityState === 'visible' }).catch(() => {});

	#heard(push: Push): void {
		if (push.push === 'status') this.#told.put(push.status);
		else if (push.push === 'facts') this.facts.take(push);
		else if ('run' in push) this.#progress.get(push.run)?.(push as never);
	}

	/** Two in one frame: only the newest is shown, or a slow frame would make the next one slower. */
	readonly #told = new Newest<Status>((status) => {
		this.status = settled(this.status, { ...status, revision: status.revision + this.#revised });
		if (status.session && !status.session.show && !status.elsewhere) this.#session = status.session.id;
	});

	/** How many workers came before this one. */
	generation = 0;

	/** The worker ended: another one goes on from what was stored last. */
	async #restart(message: string): Promise<void> {
		const dead = this.#connection;
		this.#connection = null;
		this.generation++;
		this.#revised = (this.status?.revision ?? 0) + 1;
		dead?.end(`The engine was restarted (${message}). This was not done: try it again.`);
		if (++this.#crashes > PATIENCE) {
			this.trouble = `The engine stopped again and again: ${message}. Reload the page.`;
			return;
		}
		this.trouble = `The engine was restarted from what was stored last: ${message}.`;
		this.#connect();
		try {
			await this.open(this.#session ?? undefined, true);
			if (this.#watching) await this.watchFacts(true);
			this.#crashes = 0;
		} catch (error) {
			this.trouble = `The engine was restarted, and the session could not be opened: ${String(error)}`;
		}
	}

	protected async ask<K extends Kind>(kind: K, ask: Ask<K>): Promise<unknown> {
		if (!this.#connection) throw new Error('The engine is not running.');
		const answer = await this.#connection.ask(kind, ask);
		// The status after what was done came before the answer: whoever waited for it may rely on that.
		if (kind !== 'query') this.#told.flush();
		return answer;
	}

	/** Refuses while time must not pass. */
	protected mayPass(): void {
		const why = this.held();
		if (why !== undefined) throw new Error(why);
	}

	open(session?: string, takeOver = false): Promise<Opened> {
		return this.ask('open', { session, takeOver }) as Promise<Opened>;
	}

	/** From now on `facts` follows the live branch. */
	async watchFacts(on: boolean): Promise<void> {
		this.#watching = on;
		this.facts.reset();
		await this.ask('watchFacts', { from: on ? 0 : null });
	}

	/** What takes a while: it has a number, tells how far it is, and an abort takes effect at its next turn. */
	protected async run<T>(kind: Kind, ask: (run: number) => object, told: (progress: never) => void, stop: AbortSignal) {
		const run = ++this.#runs;
		this.#progress.set(run, told);
		stop.addEventListener('abort', () => void this.ask('cancel', { run }).catch(() => {}));
		try {
			return (await this.ask(kind, ask(run) as never)) as T;
		} finally {
			this.#progress.delete(run);
		}
	}
}
