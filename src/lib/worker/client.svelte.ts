import type { Json } from '#lib/engine/base';
import type { Done, Verb, WorldOptions } from '#lib/world';
import type { GraphTold } from './graph-answer';
import type { MakingProgress } from './making';
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
import type { Ask, DoorName, StepUnit, StopCondition } from './protocol';
import type { EverybodyProgress, EverybodyQuestion } from './everybody';
import type { PeopleProgress } from './peopling';
import type { LogPart } from './log-export';
import type { Opened, SessionInfo } from './opened';
import type { Pilot, PilotTold, PlanOpened, PlanProgress, TestRow, TestsReport } from './planning';
import type { PreviewProgress, PreviewTold } from './previewing';
import type { RehearsalProgress, RehearsalQuestion, RehearsalTold } from './rehearsing';
import { EngineThread } from './thread.svelte';
import type { DifferentPage, WhatIfProgress, WhatIfReport } from './what-if';

export { EngineError } from './connection';
export type { OwnCue } from '#lib/session/cues';
export type { PeopleReview } from '#lib/session/people/review';
export type { ShowOpened } from './showing';
export type { Status } from './messages';
export type { Opened, SessionInfo } from './opened';
export type { BlockReport, JournalLine, LineReport, OpenedScenario, ScriptProgress, ScriptReport } from './scripting';

/** What the engine can be told, and what it can be asked. */
export class EngineClient extends EngineThread {
	create(name: string, options: WorldOptions): Promise<Opened> {
		return this.ask('open', { create: { name, options: options as never } }) as Promise<Opened>;
	}
	/** A large company: tells how far it is, and can be stopped; null: it was. */
	async createLarge(
		name: string,
		options: WorldOptions,
		told: (progress: MakingProgress) => void,
		stop: AbortSignal
	): Promise<Opened | null> {
		const ask = (run: number) => ({ create: { name, options: options as never, run } });
		const made = await this.run<Opened | { readonly cancelled: true }>('open', ask, told, stop);
		return 'cancelled' in made ? null : made;
	}
	sessions(): Promise<SessionInfo[]> {
		return this.ask('sessions', {}) as Promise<SessionInfo[]>;
	}
	async removeSession(session: string): Promise<void> {
		await this.ask('removeSession', { session });
	}
	async renameSession(name: string): Promise<void> {
		await this.ask('renameSession', { name });
	}

	/** Does what a person did. A refusal is an answer; an exception means that nothing is known of it. */
	do(verb: Verb, args: Json): Promise<Done> {
		return this.ask('do', { verb, args: args as never }) as Promise<Done>;
	}
	async play(pace: number | null = this.status?.pace ?? null, to?: number): Promise<void> {
		this.mayPass();
		await this.ask('play', { pace, to });
	}
	async pause(): Promise<void> {
		await this.ask('pause', {});
	}
	/** Why there is nothing to step towards: no job is on. */
	async step(unit: StepUnit, direction: 1 | -1 = 1): Promise<string | undefined> {
		if (direction > 0) this.mayPass();
		return ((await this.ask('step', { unit, direction })) as { readonly moot?: string }).moot;
	}
	async seek(to: { seq: number } | { at: number } | { index: number }): Promise<void> {
		await this.ask('seek', { to });
	}
	async back(): Promise<void> {
		await this.ask('back', {});
	}
	async fork(name?: string, at?: { seq: number } | { at: number }): Promise<number> {
		return ((await this.ask('fork', { name, at })) as { branch: number }).branch;
	}
	async activate(branch: number): Promise<void> {
		await this.ask('activate', { branch });
	}
	async renameBranch(branch: number, name: string): Promise<void> {
		await this.ask('renameBranch', { branch, name });
	}
	async discardBranch(branch: number, discarded = true): Promise<void> {
		await this.ask('discardBranch', { branch, discarded });
	}
	/** What was taken back. */
	undo(): Promise<string> {
		return this.ask('undo', {}) as Promise<string>;
	}
	redo(): Promise<boolean> {
		return this.ask('redo', {}) as Promise<boolean>;
	}
	async setDoor(door: DoorName): Promise<void> {
		await this.ask('setDoor', { door });
	}
	async setStops(stops: StopCondition[]): Promise<void> {
		await this.ask('setStops', { stops });
	}

	query<T>(name: string, args?: unknown): Promise<T> {
		return this.ask('query', { name, args }) as Promise<T>;
	}
	/** A request to an application, as its door on the wire brings it. */
	answer(request: Ask<'answer'>): Promise<{ status: number; headers: Record<string, string>; body?: string }> {
		return this.ask('answer', request) as never;
	}
	/** A call of Microsoft Graph, as its door on the wire brings it. */
	graph(request: Omit<Ask<'graph'>, 'held'>): Promise<GraphTold> {
		return this.ask('graph', { ...request, held: this.held() }) as Promise<GraphTold>;
	}
	/** Runs a script in worlds of its own, block by block. */
	runScript(text: string, told: (progress: ScriptProgress) => void, stop: AbortSignal): Promise<ScriptReport> {
		return this.run('runScript', (run) => ({ run, text }), told, stop);
	}
	/** What the next cycle would do after these commands; null: it was aborted. */
	runPreview(
		ask: Omit<Ask<'runPreview'>, 'run'>,
		told: (progress: PreviewProgress) => void,
		stop: AbortSignal
	): Promise<PreviewTold> {
		return this.run('runPreview', (run) => ({ ...ask, run }), told, stop);
	}
	/** One expression for everybody, for the view that shows it; false: it was aborted, or the world has moved on. */
	runEverybody(
		question: EverybodyQuestion,
		told: (progress: EverybodyProgress) => void,
		stop: AbortSignal
	): Promise<boolean> {
		return this.run('runEverybody', (run) => ({ run, question }), told, stop);
	}
	/** Whether the next cycle would overwrite what is restored; null: it was aborted. */
	runRehearsal(
		question: RehearsalQuestion,
		told: (progress: RehearsalProgress) => void,
		stop: AbortSignal
	): Promise<RehearsalTold> {
		return this.run('runRehearsal', (run) => ({ run, question }), told, stop);
	}
	/** The same commands under a changed configuration; the number is for keeping it. */
	async runWhatIf(
		ask: Omit<Ask<'runWhatIf'>, 'run'>,
		told: (progress: WhatIfProgress) => void,
		stop: AbortSignal
	): Promise<WhatIfReport & { readonly run: number }> {
		let number = 0;
		const report = await this.run<WhatIfReport>('runWhatIf', (run) => ({ ...ask, run: (number = run) }), told, stop);
		return { ...report, run: number };
	}
	whatIfDifferences(ask: Ask<'whatIfDifferences'>): Promise<DifferentPage> {
		return this.ask('whatIfDifferences', ask) as Promise<DifferentPage>;
	}
	async keepWhatIf(run: number, name: string): Promise<number> {
		this.mayPass();
		return ((await this.ask('keepWhatIf', { run, name })) as { branch: number }).branch;
	}
	runTests(rows: readonly TestRow[], told: (progress: PlanProgress) => void, stop: AbortSignal): Promise<TestsReport> {
		return this.run('runTests', (run) => ({ rows, run }), told, stop);
	}
	runPilot(pilot: Pilot, told: (progress: PlanProgress) => void, stop: AbortSignal): Promise<PilotTold> {
		return this.run('runPilot', (run) => ({ pilot, run }), told, stop);
	}
	async openTest(row: TestRow, name: string, stop: AbortSignal): Promise<PlanOpened> {
		this.mayPass();
		return this.run(
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
		this.mayPass();
		return this.run('openPilot', (run) => ({ pilot, name, run }), told, stop);
	}
	exportLogs(ask: Ask<'exportLogs'>): Promise<LogPart> {
		return this.ask('exportLogs', ask) as Promise<LogPart>;
	}
	checkScript(text: string): Promise<readonly Remark[]> {
		return this.ask('checkScript', { text }) as Promise<readonly Remark[]>;
	}
	/** The names of the script language's actions and expressions, and of the people and groups of its companies. */
	scriptWords(): Promise<ScriptWords> {
		return this.ask('scriptWords', {}) as never;
	}
	openScript(name: string, text: string, block: number): Promise<Opened> {
		return this.ask('openScript', { name, text, block }) as Promise<Opened>;
	}

	/** Stands in the world of a show until it is closed; the open session waits. */
	openShow(show: Ask<'openShow'> & { readonly cues: ShownCues }): Promise<ShowOpened> {
		return this.ask('openShow', show) as Promise<ShowOpened>;
	}
	openStory(): Promise<StoryOpened> {
		return this.ask('openStory', {}) as Promise<StoryOpened>;
	}
	async closeShow(): Promise<void> {
		await this.ask('closeShow', {});
	}
	cues(): Promise<readonly OwnCue[]> {
		return this.ask('cues', {}) as Promise<readonly OwnCue[]>;
	}
	async setCues(cues: readonly OwnCue[]): Promise<void> {
		await this.ask('setCues', { cues });
	}

	/** Opens the company of a lesson as it stands at a time; the session before it is kept. */
	openLesson(name: string, text: string, at: string): Promise<Opened> {
		return this.ask('openLesson', { name, text, at }) as Promise<Opened>;
	}
	lessonChecks(company: string, asked: string[]): Promise<readonly Held[]> {
		return this.ask('lessonChecks', { company, asked }) as Promise<readonly Held[]>;
	}
	/** Answers done, or why it was refused. */
	lessonLine(company: string, line: string): Promise<string> {
		return this.ask('lessonLine', { company, line }) as Promise<string>;
	}
	lessonRow(company: string, app: string, who: string): Promise<number | null> {
		return this.ask('lessonRow', { company, app, who }) as Promise<number | null>;
	}

	lessonSteps(text: string, at: string, lines: string[]): Promise<readonly PlayedLine[]> {
		return this.ask('lessonSteps', { text, at, lines }) as Promise<readonly PlayedLine[]>;
	}

	readPeople(text: string, name: string): Promise<PeopleReview | PeopleFailure> {
		return this.ask('readPeople', { text, name }) as never;
	}
	/** Null: it was stopped, and none of them was made. */
	takePeople(
		ask: Omit<Ask<'takePeople'>, 'run'>,
		told: (progress: PeopleProgress) => void,
		stop: AbortSignal
	): Promise<PeopleTaken | null> {
		return this.run('takePeople', (run) => ({ ...ask, run }), told, stop);
	}

	/** The script that the open session was made of; null: of none. */
	scenario(): Promise<OpenedScenario | null> {
		return this.ask('scenario', {}) as Promise<OpenedScenario | null>;
	}
	recordScript(): Promise<Recorded> {
		return this.ask('recordScript', {}) as Promise<Recorded>;
	}
	encodeScript(text: string): Promise<string> {
		return this.ask('encodeScript', { text }) as Promise<string>;
	}
	decodeScript(link: string): Promise<string> {
		return this.ask('decodeScript', { link }) as Promise<string>;
	}

	exportSession(): Promise<string> {
		return this.ask('exportSession', {}) as Promise<string>;
	}
	importSession(text: string): Promise<Opened> {
		return this.ask('importSession', { text }) as Promise<Opened>;
	}
	encodeLink(): Promise<string> {
		return this.ask('encodeLink', {}) as Promise<string>;
	}
	openLink(link: string): Promise<Opened> {
		return this.ask('openLink', { link }) as Promise<Opened>;
	}
}

/** The one engine of the page. */
export const engine = new EngineClient();
