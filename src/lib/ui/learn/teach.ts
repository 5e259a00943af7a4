import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { firstCompany } from '#lib/content/first/company';
import { wholeScriptOf, type Lesson } from '#lib/content/lessons';
import { engine } from '#lib/worker/client.svelte';
import { toast } from '../kit';
import { selection } from '../shell/why.svelte';
import { desk, type InHand } from './desk.svelte';
import { momentIn } from './moment';

/** A run is watched for about so long, whatever time passes in it. */
const watched = 4;
const slowest = 60_000;

export const companyOf = ({ start }: Lesson) => start.lines[0]!.text;

/** What `live` asks: which lines hold now. */
export const checking = {
	get status() {
		return engine.status;
	},
	query: <T>(_: string, args: unknown) => {
		const { company, asked } = args as { company: string; asked: string[] };
		return engine.lessonChecks(company, asked) as Promise<T>;
	}
};

function told(error: unknown): void {
	toast(error instanceof Error ? error.message : String(error));
}

const show = (place: string, reset = true) => goto(resolve(place as '/'), { reset });

/** The person's session: not that of a show, which ends here. */
async function ownSession(): Promise<string | null> {
	if (engine.status?.session?.show) await engine.closeShow();
	// Where a lesson is opened by its address, the session is still on its way.
	for (let turn = 0; turn < 1000 && !engine.status?.session; turn++) await pause(40);
	return engine.status?.session?.id ?? null;
}

/** The commands of the open company, up to the moment that is shown. */
const journal = async () => (await engine.query<unknown[]>('journal')).map((line) => JSON.stringify(line));

const begun = { answer: null, given: false, ran: false, came: true, seq: null, help: 0 } as const;

async function open(lesson: Lesson, at: string, step: number): Promise<boolean> {
	if (desk.opening) return false;
	desk.opening = true;
	selection.close();
	const { hand } = desk;
	const old = hand?.session;
	const current = await ownSession();
	const before = old && current === old ? hand.before : current;
	try {
		const { id } = await engine.openLesson(`Lesson: ${lesson.title}`, wholeScriptOf(lesson), at);
		desk.hand = { lesson: lesson.id, session: id, before, step, ...begun };
		desk.change({ made: await journal() });
		if (old) void engine.removeSession(old).catch(() => {});
		return true;
	} catch (error) {
		told(error);
		return false;
	} finally {
		desk.opening = false;
	}
}

/** Opens a lesson from its beginning. */
export async function begin(lesson: Lesson): Promise<void> {
	if (!(await open(lesson, lesson.start.to, 0))) return;
	await show(lesson.steps[0]!.place ?? lesson.place);
	desk.begun = desk.hand?.session ?? null;
}

/** Goes on where it was left, in this tab or before a reload; begins anew where that is gone. */
export async function goOn(lesson: Lesson): Promise<void> {
	const { hand } = desk;
	if (hand?.lesson !== lesson.id) return begin(lesson);
	if (!desk.active) {
		try {
			const before = (await ownSession()) ?? hand.before;
			await engine.open(hand.session);
			desk.change({ before });
		} catch {
			return begin(lesson);
		}
	}
	await show(placeOf(lesson, desk.hand!.step));
}

/** Where the centre stands with a step: its own place, or that of the steps before. */
function placeOf(lesson: Lesson, step: number): string {
	return lesson.steps.slice(0, step + 1).findLast(({ place }) => place)?.place ?? lesson.place;
}

export async function turnTo(lesson: Lesson, step: number): Promise<void> {
	desk.change({ step });
	const { place } = lesson.steps[step]!;
	if (place) await show(place);
}

/** The answer counts from here on, and time may run. */
export async function runPrediction(lesson: Lesson): Promise<void> {
	desk.change({ given: true });
	await runTo(lesson.predict.to);
}

/** Lets time run to a moment, so fast that one can watch it. */
export async function runTo(time: string): Promise<void> {
	const { status } = engine;
	if (!status) return;
	try {
		if (!status.live) await engine.back();
		const to = momentIn(time, status.start);
		const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		const now = status.live ? status.clock : status.end.at;
		if (to > now) await engine.play(calm ? null : Math.max(slowest, (to - now) / watched), to);
	} catch (error) {
		told(error);
	}
}

const rowOf = async (lesson: Lesson, why: Lesson['predict']['why']) =>
	why && (await engine.lessonRow(companyOf(lesson), why.app, why.who));

/** The company has come to the moment of the prediction. */
export async function arrived(lesson: Lesson): Promise<void> {
	const { options, why } = lesson.predict;
	const asked = options.find(({ isRight }) => isRight)!.asked.map(({ text }) => text);
	try {
		const held = await engine.lessonChecks(companyOf(lesson), asked);
		// Nobody is created without an assignment either: what the lesson began with must be there still.
		const did = await journal();
		const isWhole = desk.hand?.made?.every((line, at) => line === did[at]) ?? true;
		desk.change({ ran: true, came: isWhole && held.every(({ holds }) => holds), seq: await rowOf(lesson, why) });
	} catch (error) {
		desk.change({ ran: true });
		return told(error);
	}
	// The focus stays beside the page, where the answer stands.
	if (lesson.predict.place) await show(lesson.predict.place, false);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Plays the solution from where the task begins, in a company that nobody has touched. */
export async function playSolution(lesson: Lesson): Promise<void> {
	const { hand } = desk;
	if (!hand || !(await open(lesson, lesson.predict.to, hand.step))) return;
	const { session } = desk.hand!;
	desk.solving = session;
	desk.change({ answer: hand.answer, given: true, ran: true, help: 3 });
	desk.change({ seq: await rowOf(lesson, lesson.predict.why).catch(() => null) });
	await doLines(lesson, session);
	if (desk.solving === session) desk.solving = null;
}

async function doLines(lesson: Lesson, session: string): Promise<void> {
	const company = companyOf(lesson);
	for (const { text } of lesson.solution.lines) {
		const time = /^do ((?:\d\d-\d\d )?\d\d:\d\d)/.exec(text)![1]!;
		if (!(await reached(time, session))) return;
		const outcome = await engine.lessonLine(company, text).catch((error: unknown) => String(error));
		if (outcome !== 'done') return told(new Error(`${text.slice(3)} was ${outcome}.`));
	}
	await reached(lesson.solution.to, session);
}

/** False where somebody stopped time on the way, or has gone on to another lesson, whose company it is none of. */
async function reached(time: string, session: string): Promise<boolean> {
	const isHere = () => desk.active?.session === session;
	if (!engine.status || !isHere()) return false;
	const to = momentIn(time, engine.status.start);
	await runTo(time);
	while (engine.status.playing && isHere() && engine.status.clock < to) await pause(60);
	return isHere() && engine.status.clock >= to;
}

/** The company that was open before; where that is gone, the one that was used last of the others, or a new one. */
async function openOwn({ before, session }: InHand): Promise<void> {
	const kept = await engine.sessions().catch(() => null);
	const others = kept?.filter(({ id }) => id !== session);
	const own = others?.find(({ id }) => id === before) ?? others?.[0];
	// Where nothing is kept, the worker opens a first company.
	if (own || !kept) await engine.open(own?.id);
	else await engine.create(firstCompany.name, firstCompany.options);
}

/** Back to the company that was open before. An unfinished lesson waits; a finished one is put away. */
export async function leave(): Promise<void> {
	const { hand } = desk;
	if (!hand) return;
	selection.close();
	try {
		await openOwn(hand);
		if (desk.done[hand.lesson]) {
			desk.hand = null;
			void engine.removeSession(hand.session).catch(() => {});
		}
	} catch (error) {
		told(error);
	}
	await goto(resolve('/learn'));
}
