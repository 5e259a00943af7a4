import * as z from 'zod/mini';
import type { Ms, Slot } from '#lib/engine/base';
import type { Command } from '../commands';

/** What can be done in a test; the first eight to a person and an application, the others in human resources. */
export const actNames = [
	'joinGroup',
	'leaveGroup',
	'assign',
	'unassign',
	'change',
	'leaveScope',
	'block',
	'delete',
	'hire',
	'terminate',
	'move',
	'newManager',
	'rehireSame',
	'rehireNew',
	'convert',
	'changeWorker',
	'excludeWorker'
] as const;
export type ActName = (typeof actNames)[number];

/** What can be expected of it. */
export const expectNames = [
	'active',
	'removed',
	'inactive',
	'gone',
	'value',
	'signsIn',
	'signInRefused',
	'logged',
	'nothingWritten',
	'directoryActive',
	'directoryInactive',
	'moved',
	'managed',
	'sameAccount',
	'secondAccount',
	'oldInactive',
	'directoryValue',
	'inTenant'
] as const;
export type ExpectName = (typeof expectNames)[number];

const short = z.string().check(z.maxLength(200));
const actSchema = z.object({
	is: z.enum(actNames),
	/** Of `change` and `changeWorker`; without it the test chooses one that is mapped. */
	attribute: z.optional(short),
	value: z.optional(z.string().check(z.maxLength(1000)))
});
const expectSchema = z.object({
	is: z.enum(expectNames),
	attribute: z.optional(short),
	value: z.optional(z.string().check(z.maxLength(1000)))
});

/** One row of a test plan: what is done to whom, and what must come of it. Data, of ours or of a person's own. */
export const rowSchema = z.object({
	id: z.string().check(z.minLength(1), z.maxLength(60)),
	title: z.string().check(z.minLength(1), z.maxLength(300)),
	act: actSchema,
	expect: z.array(expectSchema).check(z.minLength(1), z.maxLength(8)),
	/** The application's key; without it the test chooses one. */
	app: z.optional(z.string().check(z.maxLength(60))),
	/** The person's place in the directory, or of a test in human resources the worker's. */
	person: z.optional(z.int().check(z.nonnegative()))
});
export type TestRow = z.output<typeof rowSchema>;
export type Act = TestRow['act'];
export type Expected = TestRow['expect'][number];

/** A row as it is shipped: with the words of the guide and the rules that it proves. */
export interface GuideRow extends TestRow {
	readonly plan: PlanName;
	/** What the guide says must happen. */
	readonly guide: string;
	readonly rules: readonly string[];
	/** What the simulation leaves out or assumes here. */
	readonly simulated?: string;
}
export type PlanName = 'saas' | 'leaving' | 'hr';

/** One line of the log, or one request, as evidence: the fork that it stood in is gone. */
export interface LogEvidence {
	readonly at: Ms;
	readonly app: string;
	readonly identity: string;
	readonly action: string;
	readonly status: string;
	readonly code: string;
	readonly rule: string;
	readonly modified: readonly { readonly name: string; readonly from: string | null; readonly to: string | null }[];
}
export interface RequestEvidence {
	readonly at: Ms;
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly body: string | null;
}

export interface CheckResult {
	readonly expected: string;
	readonly actual: string;
	readonly holds: boolean;
}

/** blocked: it could not be run, and `why` says what is missing. */
export interface RowResult {
	readonly id: string;
	readonly state: 'passed' | 'failed' | 'blocked';
	readonly why: string | null;
	readonly app: { readonly key: string; readonly name: string } | null;
	readonly person: { readonly slot: Slot; readonly name: string } | null;
	readonly preparation: readonly string[];
	readonly action: readonly string[];
	/** When the action was done, and when its outcome was settled. */
	readonly at: Ms;
	readonly end: Ms;
	readonly checks: readonly CheckResult[];
	readonly rows: readonly LogEvidence[];
	readonly requests: readonly RequestEvidence[];
	/** Everything that was done, so that it can be done again on a branch of the open session. */
	readonly commands: readonly Timed[];
}

export interface Timed {
	readonly at: Ms;
	readonly command: Command;
}
