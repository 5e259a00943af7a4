import type { Json } from '#lib/engine/base';
import type { Done, Verb, WorldOptions } from '#lib/world';
import { Connection } from './connection';
import { FactMirror } from './fact-mirror';
import type { GraphTold } from './graph-answer';
import type { MakingProgress } from './making';
import type { Push, Status } from './messages';
import { Newest, settled } from './newest';
import type { ScriptWords } from './script-turns';
import type { OpenedScenario, ScriptProgress, ScriptReport } from './scripting';
import type { OwnCue } from '#lib/session/cues';
import type { PeopleFailure } from '#lib/session/people/import-users';
import type { PeopleReview, PeopleTaken } from '#lib/session/people/review';
import type { StoryOpened } from './presenting';
import type { ShowOpened, ShownCues } from './showing';
import type { Recorded, Remark } from '#lib/world/script';
import type { Held } from '#lib/world/script/open';
import type { PlayedLine } from '#lib/world/script/played';
import type { Ask, DoorName, Kind, StepUnit, StopCondition } from './protocol';
import type { EverybodyProgress, EverybodyQuestion } from './everybody';
import type { PeopleProgress } from './peopling';
import type { LogPart } from './log-export';
import type { Opened, SessionInfo } from './opened';
import type { Pilot, PilotTold, PlanOpened, PlanProgress, TestRow, TestsReport } from './planning';
import type { PreviewProgress, PreviewTold } from './previewing';
import type { DifferentPage, WhatIfProgress, WhatIfReport } from './what-if';

export { EngineError } from './connection';
export type { OwnCue } from '#lib/session/cues';
export type { PeopleReview } from '#lib/session/people/review';
export type { ShowOpened } from './showing';
export type { Status } from './messages';
export type { Opened, SessionInfo } from './opened';
export type { BlockReport, LineReport, OpenedScenario, ScriptProgress, ScriptReport } from './scripting';

const makeWorker = () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });

/** After so many crashes in a row nothing is started again by itself. */
const PATIENCE = 3;

/** The engine as a page sees it: what it is, what it can be told, what it can be asked. */
export class EngineClient {
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

	#visible = () => void this.#ask('visible', { visible: document.visibilityState === 'visible' }).catch(() => {});

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
			this.trouble = `The engine stopped again and again: ${message}. Load the page anew.`;
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

	async #ask<K extends Kind>(kind: K, ask: Ask<K>): Promise<unknown> {
		if (!this.#connection) throw new Error('The engine is not running.');
		const answer = await this.#connection.ask(kind, ask);
		// The status after what was done came before the answer: whoever waited for it may rely on that.
		if (kind !== 'query') this.#told.flush();
		return answer;
	}

	#mayPass(): void {
		const why = this.held();
		if (why !== undefined) throw new Error(why);
	}

	open(session?: string, takeOver = false): Promise<Opened> {
		return this.#ask('open', { session, takeOver }) as Promise<Opened>;
	}
	create(name: string, options: WorldOptions): Promise<Opened> {
		return this.#ask('open', { create: { name, options: options as never } }) as Promise<Opened>;
	}
	/** A large company: tells how far it is, and can be stopped; null: it was. */
	async createLarge(
		name: string,
		options: WorldOptions,
		told: (progress: MakingProgress) => void,
		stop: AbortSignal
	): Promise<Opened | null> {
		const ask = (run: number) => ({ create: { name, options: options as never, run } });
		const made = await this.#run<Opened | { readonly cancelled: true }>('open', ask, told, stop);
		return 'cancelled' in made ? null : made;
	}
	sessions(): Promise<SessionInfo[]> {
		return this.#ask('sessions', {}) as Promise<SessionInfo[]>;
	}
	async removeSession(session: string): Promise<void> {
		await this.#ask('removeSession', { session });
	}
	async renameSession(name: string): Promise<void> {
		await this.#ask('renameSession', { name });
	}

	/** Does what a person did. A refusal is an answer; an exception means that nothing is known of it. */
	do(verb: Verb, args: Json): Promise<Done> {
		return this.#ask('do', { verb, args: args as never }) as Promise<Done>;
	}
	async play(pace: number | null = this.status?.pace ?? null, to?: number): Promise<void> {
		this.#mayPass();
		await this.#ask('play', { pace, to });
	}
	async pause(): Promise<void> {
		await this.#ask('pause', {});
	}
	/** Why there is nothing to step towards: no job is on. */
	async step(unit: StepUnit, direction: 1 | -1 = 1): Promise<string | undefined> {
		if (direction > 0) this.#mayPass();
		return ((await this.#ask('step', { unit, direction })) as { readonly moot?: string }).moot;
	}
	async seek(to: { seq: number } | { at: number } | { index: number }): Promise<void> {
		await this.#ask('seek', { to });
	}
	async back(): Promise<void> {
		await this.#ask('back', {});
	}
	async fork(name?: string, at?: { seq: number } | { at: number }): Promise<number> {
		return ((await this.#ask('fork', { name, at })) as { branch: number }).branch;
	}
	async activate(branch: number): Promise<void> {
		await this.#ask('activate', { branch });
	}
	async renameBranch(branch: number, name: string): Promise<void> {
		await this.#ask('renameBranch', { branch, name });
	}
	async discardBranch(branch: number, discarded = true): Promise<void> {
		await this.#ask('discardBranch', { branch, discarded });
	}
	/** What was taken back. */
	undo(): Promise<string> {
		return this.#ask('undo', {}) as Promise<string>;
	}
	redo(): Promise<boolean> {
		return this.#ask('redo', {}) as Promise<boolean>;
	}
	async setDoor(door: DoorName): Promise<void> {
		await this.#ask('setDoor', { door });
	}
	async setStops(stops: StopCondition[]): Promise<void> {
		await this.#ask('setStops', { stops });
	}

	query<T>(name: string, args?: unknown): Promise<T> {
		return this.#ask('query', { name, args }) as Promise<T>;
	}
	/** A request to an application, as its door on the wire brings it. */
	answer(request: Ask<'answer'>): Promise<{ status: number; headers: Record<string, string>; body?: string }> {
		return this.#ask('answer', request) as never;
	}
	/** A call of Microsoft Graph, as its door on the wire brings it. */
	graph(request: Omit<Ask<'graph'>, 'held'>): Promise<GraphTold> {
		return this.#ask('graph', { ...request, held: this.held() }) as Promise<GraphTold>;
	}
	/** From now on `facts` follows the live branch. */
	async watchFacts(on: boolean): Promise<void> {
		this.#watching = on;
		this.facts.reset();
		await this.#ask('watchFacts', { from: on ? 0 : null });
	}

	/** What takes a while: it has a number, tells how far it is, and an abort takes effect at its next turn. */
	async #run<T>(kind: Kind, ask: (run: number) => object, told: (progress: never) => void, stop: AbortSignal) {
		const run = ++this.#runs;
		this.#progress.set(run, told);
		stop.addEventListener('abort', () => void this.#ask('cancel', { run }).catch(() => {}));
		try {
			return (await this.#ask(kind, ask(run) as never)) as T;
		} finally {
			this.#progress.delete(run);
		}
	}
	/** Runs a script in worlds of its own, block by block. */
	runScript(text: string, told: (progress: ScriptProgress) => void, stop: AbortSignal): Promise<ScriptReport> {
		return this.#run('runScript', (run) => ({ run, text }), told, stop);
	}
	/** What the next cycle would do after these commands; null: it was aborted. */
	runPreview(
		ask: Omit<Ask<'runPreview'>, 'run'>,
		told: (progress: PreviewProgress) => void,
		stop: AbortSignal
	): Promise<PreviewTold> {
		return this.#run('runPreview', (run) => ({ ...ask, run }), told, stop);
	}
	/** One expression for everybody, for the view that shows it; false: it was aborted, or the world has moved on. */
	runEverybody(
		question: EverybodyQuestion,
		told: (progress: EverybodyProgress) => void,
		stop: AbortSignal
	): Promise<boolean> {
		return this.#run('runEverybody', (run) => ({ run, question }), told, stop);
	}
	/** The same commands under a changed configuration; the number is for keeping it. */
	async runWhatIf(
		ask: Omit<Ask<'runWhatIf'>, 'run'>,
		told: (progress: WhatIfProgress) => void,
		stop: AbortSignal
	): Promise<WhatIfReport & { readonly run: number }> {
		let number = 0;
		const report = await this.#run<WhatIfReport>('runWhatIf', (run) => ({ ...ask, run: (number = run) }), told, stop);
		return { ...report, run: number };
	}
	whatIfDifferences(ask: Ask<'whatIfDifferences'>): Promise<DifferentPage> {
		return this.#ask('whatIfDifferences', ask) as Promise<DifferentPage>;
	}
	async keepWhatIf(run: number, name: string): Promise<number> {
		this.#mayPass();
		return ((await this.#ask('keepWhatIf', { run, name })) as { branch: number }).branch;
	}
	runTests(rows: readonly TestRow[], told: (progress: PlanProgress) => void, stop: AbortSignal): Promise<TestsReport> {
		return this.#run('runTests', (run) => ({ rows, run }), told, stop);
	}
	runPilot(pilot: Pilot, told: (progress: PlanProgress) => void, stop: AbortSignal): Promise<PilotTold> {
		return this.#run('runPilot', (run) => ({ pilot, run }), told, stop);
	}
	async openTest(row: TestRow, name: string, stop: AbortSignal): Promise<PlanOpened> {
		this.#mayPass();
		return this.#run(
			'openTest',
			(run) => ({ row, name, run }),
			() => {},
			stop
		);
	}
	async openPilot(
		pilot: Pilot,
		name: string,
		told: (progress: PlanProgress) => void,
		stop: AbortSignal
	): Promise<PlanOpened> {
		this.#mayPass();
		return this.#run('openPilot', (run) => ({ pilot, name, run }), told, stop);
	}
	exportLogs(ask: Ask<'exportLogs'>): Promise<LogPart> {
		return this.#ask('exportLogs', ask) as Promise<LogPart>;
	}
	checkScript(text: string): Promise<readonly Remark[]> {
		return this.#ask('checkScript', { text }) as Promise<readonly Remark[]>;
	}
	/** The names of the script language's actions and expressions, and of the people and groups of its companies. */
	scriptWords(): Promise<ScriptWords> {
		return this.#ask('scriptWords', {}) as never;
	}
	openScript(name: string, text: string, block: number): Promise<Opened> {
		return this.#ask('openScript', { name, text, block }) as Promise<Opened>;
	}

	/** Stands in the world of a show until it is closed; the open session waits. */
	openShow(show: Ask<'openShow'> & { readonly cues: ShownCues }): Promise<ShowOpened> {
		return this.#ask('openShow', show) as Promise<ShowOpened>;
	}
	openStory(): Promise<StoryOpened> {
		return this.#ask('openStory', {}) as Promise<StoryOpened>;
	}
	async closeShow(): Promise<void> {
		await this.#ask('closeShow', {});
	}
	cues(): Promise<readonly OwnCue[]> {
		return this.#ask('cues', {}) as Promise<readonly OwnCue[]>;
	}
	async setCues(cues: readonly OwnCue[]): Promise<void> {
		await this.#ask('setCues', { cues });
	}

	/** Opens the company of a lesson as it stands at a time; the session before it is kept. */
	openLesson(name: string, text: string, at: string): Promise<Opened> {
		return this.#ask('openLesson', { name, text, at }) as Promise<Opened>;
	}
	lessonChecks(company: string, asked: string[]): Promise<readonly Held[]> {
		return this.#ask('lessonChecks', { company, asked }) as Promise<readonly Held[]>;
	}
	/** Answers done, or why it was refused. */
	lessonLine(company: string, line: string): Promise<string> {
		return this.#ask('lessonLine', { company, line }) as Promise<string>;
	}
	lessonRow(company: string, app: string, who: string): Promise<number | null> {
		return this.#ask('lessonRow', { company, app, who }) as Promise<number | null>;
	}

	lessonSteps(text: string, at: string, lines: string[]): Promise<readonly PlayedLine[]> {
		return this.#ask('lessonSteps', { text, at, lines }) as Promise<readonly PlayedLine[]>;
	}

	readPeople(text: string, name: string): Promise<PeopleReview | PeopleFailure> {
		return this.#ask('readPeople', { text, name }) as never;
	}
	/** Null: it was stopped, and none of them was made. */
	takePeople(
		ask: Omit<Ask<'takePeople'>, 'run'>,
		told: (progress: PeopleProgress) => void,
		stop: AbortSignal
	): Promise<PeopleTaken | null> {
		return this.#run('takePeople', (run) => ({ ...ask, run }), told, stop);
	}

	/** The script that the open session was made of; null: of none. */
	scenario(): Promise<OpenedScenario | null> {
		return this.#ask('scenario', {}) as Promise<OpenedScenario | null>;
	}
	recordScript(): Promise<Recorded> {
		return this.#ask('recordScript', {}) as Promise<Recorded>;
	}
	encodeScript(text: string): Promise<string> {
		return this.#ask('encodeScript', { text }) as Promise<string>;
	}
	decodeScript(link: string): Promise<string> {
		return this.#ask('decodeScript', { link }) as Promise<string>;
	}

	exportSession(): Promise<string> {
		return this.#ask('exportSession', {}) as Promise<string>;
	}
	importSession(text: string): Promise<Opened> {
		return this.#ask('importSession', { text }) as Promise<Opened>;
	}
	encodeLink(): Promise<string> {
		return this.#ask('encodeLink', {}) as Promise<string>;
	}
	openLink(link: string): Promise<Opened> {
		return this.#ask('openLink', { link }) as Promise<Opened>;
	}
}

/** The one engine of the page. */
export const engine = new EngineClient();
