import './jitless';
import * as z from 'zod/mini';
import { optionsSchema } from '#lib/session/options';
import { personOf, readCondition } from './stop-when';

/**
 * What the page may ask of the engine. Every request has a number, and its answer has the same; what the engine tells
 * of itself has none (see messages.ts). Only the worker loads the schemas: the page takes their types.
 */
const name = z.string().check(z.minLength(1), z.maxLength(200));
const seq = z.int().check(z.nonnegative());
const slot = z.int().check(z.nonnegative());
const script = z.string().check(z.maxLength(200_000));

export const stepUnits = ['fact', 'object', 'page', 'cycle', 'day'] as const;
export type StepUnit = (typeof stepUnits)[number];
export const stopConditions = ['cycle', 'failure', 'disable', 'delete', 'quarantine'] as const;
/** One of these, a person by slot, or a condition on facts as stop-when.ts writes it. */
export type StopCondition = (typeof stopConditions)[number] | `person:${number}` | `fact:${string}`;
const stopCondition = z.union([
	z.enum(stopConditions),
	z.custom<StopCondition>(
		(text) =>
			typeof text === 'string' && text.length <= 200 && (personOf(text) !== null || readCondition(text) !== null),
		'Time cannot stop at this.'
	)
]);
export const doors = ['msw', 'direct'] as const;
export type DoorName = (typeof doors)[number];

/** What can be tried before it is saved. */
export const previewVerbs = [
	'job.saveMapping',
	'job.saveSchema',
	'job.saveFilter',
	'job.setActions',
	'job.setGroupMapping',
	'job.setScope',
	'job.restoreDefaults'
] as const;

/** What a configuration can be changed by before everything is run again. */
export const whatIfVerbs = [
	'job.saveMapping',
	'job.saveFilter',
	'job.setActions',
	'job.setGroupMapping',
	'job.setScope',
	'job.setThreshold',
	'job.setCredential',
	'job.restoreDefaults',
	'job.restart'
] as const;

const asked = {
	/** Opens a stored session, the last one if none is named, or makes a new one; with a number it tells how far it is. */
	open: {
		session: z.optional(name),
		create: z.optional(z.object({ name: z.optional(name), options: optionsSchema, run: z.optional(slot) })),
		takeOver: z.optional(z.boolean())
	},
	/** What runs under that number is given up. */
	cancel: { run: slot },
	sessions: {},
	removeSession: { session: name },
	renameSession: { name },
	do: { verb: z.string().check(z.maxLength(60)), args: z.json() },
	/** Virtual milliseconds a second; null: as fast as possible. */
	play: { pace: z.nullable(z.number().check(z.positive())), to: z.optional(z.number()) },
	pause: {},
	step: { unit: z.enum(stepUnits), direction: z._default(z.union([z.literal(1), z.literal(-1)]), 1) },
	seek: { to: z.union([z.object({ seq }), z.object({ at: z.number() }), z.object({ index: slot })]) },
	back: {},
	fork: { name: z.optional(name), at: z.optional(z.union([z.object({ seq }), z.object({ at: z.number() })])) },
	activate: { branch: slot },
	renameBranch: { branch: slot, name },
	/** Puts a branch away, or takes it back. */
	discardBranch: { branch: slot, discarded: z.boolean() },
	undo: {},
	redo: {},
	query: { name: z.string().check(z.maxLength(60)), args: z.optional(z.unknown()) },
	/** A request of the page to an application, as the wire door brings it. */
	answer: {
		app: z.string().check(z.maxLength(60)),
		method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
		path: z.string().check(z.maxLength(8000)),
		headers: z.record(z.string(), z.string()),
		body: z.optional(z.string().check(z.maxLength(1_048_576)))
	},
	/** A call of Microsoft Graph: the path begins with the version. */
	graph: {
		method: z.string().check(z.maxLength(20)),
		path: z.string().check(z.maxLength(8000)),
		headers: z.optional(z.record(z.string(), z.string())),
		body: z.optional(z.string().check(z.maxLength(4_000_000))),
		base: z.optional(z.string().check(z.maxLength(2000))),
		/** Why time may not pass now: what would need it is refused. */
		held: z.optional(z.string().check(z.maxLength(200)))
	},
	setDoor: { door: z.enum(doors) },
	setStops: { stops: z.array(stopCondition).check(z.maxLength(20)) },
	visible: { visible: z.boolean() },
	/** From now on fact blocks are pushed, from this fact on; null: no more. */
	watchFacts: { from: z.nullable(seq) },
	/** Runs a script in worlds of its own; its blocks are pushed under the number that the page gave the run. */
	runScript: { run: slot, text: script },
	/** The same commands under a changed configuration, from a moment on, in a world of its own. */
	runWhatIf: {
		run: slot,
		app: name,
		commands: z.array(z.object({ verb: z.enum(whatIfVerbs), args: z.json() })).check(z.maxLength(20)),
		/** The beginning of the session, the first start of the application's job, or the moment that is shown. */
		from: z.enum(['start', 'job', 'shown']),
		until: z.number()
	},
	/** What the next cycle would do after these commands; without any, what it will do. */
	runPreview: {
		run: slot,
		app: name,
		commands: z.array(z.object({ verb: z.enum(previewVerbs), args: z.json() })).check(z.maxLength(10))
	},
	/** One expression for everybody, for the view that shows it: `question` is read where it is answered. */
	runEverybody: { run: slot, question: z.json() },
	/** Whether the next cycle would overwrite what is restored: `question` is read where it is answered, too. */
	runRehearsal: { run: slot, question: z.json() },
	/** A part of a download of the provisioning logs: the first settles which rows, a part of none ends it. */
	exportLogs: { run: slot, question: z.json(), from: slot, count: slot },
	/** More of what differs after the last run. */
	whatIfDifferences: {
		run: slot,
		search: z.string().check(z.maxLength(200)),
		from: slot,
		count: z.int().check(z.minimum(1), z.maximum(1000))
	},
	/** Makes a branch of what the last run came to. */
	keepWhatIf: { run: slot, name },
	/** What is wrong with a script, as far as reading tells. */
	checkScript: { text: script },
	scriptWords: {},
	/** Makes a session of the world that a block of a script comes to. */
	openScript: { name, text: script, block: slot },
	/** Runs the script of a show beside the open session, and stands in its world until it is closed. */
	openShow: {
		name,
		script,
		line: z.int().check(z.minimum(2), z.maximum(100_000)),
		/** These, and what is named in the open session, are read where they are used. */
		cues: z.unknown()
	},
	/** The story behind the start page: a show that comes without the language of the others. */
	openStory: {},
	closeShow: {},
	/** The moments that a person named in the open session. */
	cues: {},
	setCues: { cues: z.unknown() },
	/** Makes a session of the company of a script as it stands at a time: the beginning of a lesson. */
	openLesson: { name, text: script, at: name },
	/** Which lines of a script hold in the open company; \`company\` is the world line of their script. */
	lessonChecks: { company: name, asked: z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(50)) },
	/** Does what a line of a script says, now. */
	lessonLine: { company: name, line: z.string().check(z.maxLength(2000)) },
	/** The newest row of the log about somebody. */
	lessonRow: { company: name, app: name, who: name },
	/** What lines of a script are as commands, played in a company of its own that stands at a time. */
	lessonSteps: { text: script, at: name, lines: z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(50)) },
	/** Tries the rows of a test plan, or the waves of a pilot, in a copy of the open session; both are read there. */
	runTests: { run: slot, rows: z.unknown() },
	runPilot: { run: slot, pilot: z.unknown() },
	/** Does what was tried, on a branch of the open session. */
	openTest: { run: slot, row: z.unknown(), name },
	openPilot: { run: slot, pilot: z.unknown(), name },
	/** What a list of people would make of the company. */
	readPeople: { text: z.string().check(z.maxLength(60_000_000)), name },
	/** Makes users of everybody in it who is new; a cancel is heard meanwhile, and leaves none of them. */
	takePeople: {
		run: slot,
		text: z.string().check(z.maxLength(60_000_000)),
		name,
		groups: z.boolean(),
		app: z.nullable(name)
	},
	/** The script that the open session was made of, and what came of its lines. */
	scenario: {},
	/** The open session as a script. */
	recordScript: {},
	/** A script as the part of an address behind `#`, and back. Reading one runs nothing. */
	encodeScript: { text: script },
	decodeScript: { link: z.string().check(z.maxLength(400_000)) },
	exportSession: {},
	importSession: { text: z.string().check(z.maxLength(20_000_000)) },
	encodeLink: {},
	openLink: { link: z.string().check(z.maxLength(2_000_000)) }
} as const;

type Asked = typeof asked;
export type Kind = keyof Asked;
type Shape<K extends Kind> = z.ZodMiniObject<Asked[K]>;
/** What the page sends with a request of this kind. */
export type Ask<K extends Kind> = z.input<Shape<K>>;
/** What the worker reads from it. */
export type Heard<K extends Kind> = z.output<Shape<K>>;

const schemas = Object.fromEntries(
	Object.entries(asked).map(([kind, shape]) => [kind, z.object(shape)])
) as unknown as {
	readonly [K in Kind]: Shape<K>;
};

const envelope = z.looseObject({ n: z.int().check(z.nonnegative()), kind: z.string().check(z.maxLength(60)) });

export type Request = { [K in Kind]: { readonly n: number; readonly kind: K; readonly ask: Heard<K> } }[Kind];
export type Answer =
	| { readonly n: number; readonly ok: true; readonly value: unknown }
	| { readonly n: number; readonly ok: false; readonly error: string };

/** Reads a message. What is wrong with it is an answer, never an exception. */
export function read(message: unknown): Request | Answer {
	const opened = envelope.safeParse(message);
	if (!opened.success) return { n: -1, ok: false, error: `A message needs a number and a kind: ${why(opened.error)}` };
	const { n, kind } = opened.data;
	if (!Object.hasOwn(schemas, kind)) return { n, ok: false, error: `There is no request "${kind}".` };
	const parsed = schemas[kind as Kind].safeParse(message);
	if (!parsed.success) return { n, ok: false, error: `${kind}: ${why(parsed.error)}` };
	return { n, kind, ask: parsed.data } as Request;
}

export function why(error: z.core.$ZodError): string {
	return error.issues.map(({ path, message }) => `${path.map(String).join('.') || 'message'}: ${message}`).join('; ');
}
