import type { Ms, Seq, Slot } from '#lib/engine/base';
import { VIRTUAL_START } from '#lib/content/company/tenant';
import { kindOf, packSubject } from '../core/facts';
import type { World } from '../world';
import { ScriptError, type Place } from './parse/error';
import { parseScripts } from './parse/script';
import type { Check } from './parse/tree';
import { readTime } from './parse/values';
import { runBlock } from './run/block';
import { momentOf } from './run/clock';
import type { Failure } from './run/failure';
import { worldOptions } from './run/sandbox';

/** A moment of a script that somebody wants to show: what is expected of it, and who or what is lit. */
export interface CueAsked {
	/** 09:05, 09:05:20 or 03-05 08:01. */
	readonly time: string;
	/** Where it stands in its file, from 1. */
	readonly line: number;
	/** "app(slack).active = 3", each with its line. */
	readonly checks: readonly { readonly line: number; readonly text: string }[];
	/** Persons as scripts call them, and systems of the map. */
	readonly light: readonly string[];
}

/** Where a cue stands once the script has run. */
export interface CueMoment {
	readonly at: Ms;
	/** A boundary of the ledger: going there is one walk along the tape. */
	readonly index: number;
	/** Facts told up to there. */
	readonly seq: number;
	readonly people: readonly Slot[];
	readonly systems: readonly string[];
	/** The newest row of the log about the first of these people: the thread leads to it. */
	readonly spot: Seq | null;
}

export interface CuesRun {
	readonly world: World;
	readonly moments: readonly CueMoment[];
	readonly failures: readonly Failure[];
}

/** Runs the one block of a text, and stops at every cue. `line` is where the script begins in its file. */
export function runCues(script: string, line: number, cues: readonly CueAsked[]): CuesRun {
	// Between its fences every line is meant.
	const [block] = parseScripts(`${'\n'.repeat(line - 2)}\`\`\`\n${script}\n\`\`\``);
	const start = worldOptions(block!).options.start ?? VIRTUAL_START;
	const stops = cues.map((cue) => ({ at: cueMoment(cue, start), checks: cue.checks.map((one) => cueCheck(cue, one)) }));
	const late = stops.findIndex(({ at }, n) => n > 0 && at < stops[n - 1]!.at);
	if (late > 0) throw new ScriptError('This cue comes before the one above it', at(cues[late]!.line));
	const { world, failures, stops: indexes, names } = runBlock(block!, stops);
	const { boundaries } = world.sim.ledger;
	const moments = cues.map(({ light, line: where }, n): CueMoment => {
		const index = indexes[n];
		const boundary = index === undefined ? undefined : boundaries[index];
		if (!boundary) throw new ScriptError('The script never reached this cue', at(where));
		const systems = light.filter((word) => names.user(word) === undefined);
		const people = light.flatMap((word) => names.user(word) ?? []);
		const spot = people.length > 0 ? newestRow(world, people[0]!, boundary.seq) : null;
		return { at: stops[n]!.at, index: index!, seq: boundary.seq, people, systems, spot };
	});
	return { world, moments, failures };
}

const rowKind = kindOf('row');

function newestRow({ sim }: World, user: Slot, before: Seq): Seq | null {
	const { facts } = sim.ledger;
	const subject = packSubject('users', user);
	for (let seq = before - 1; seq > 0; seq--)
		if (facts.kind[seq] === rowKind && facts.subject[seq] === subject) return seq;
	return null;
}

const at = (line: number, column = 1): Place => ({ line, column });

const time = /^((?:\d\d-\d\d )?\d\d:\d\d)(?::([0-5]\d))?$/;

/** As in a script, and to the second: a cue may stand in the middle of a cycle. */
function cueMoment(cue: CueAsked, start: Ms): Ms {
	const [, minutes = '', seconds = '0'] = time.exec(cue.time) ?? [];
	const read = readTime(minutes);
	if (!read) throw new ScriptError(`${cue.time} is not a time: HH:MM, HH:MM:SS or MM-DD HH:MM`, at(cue.line, 4));
	return momentOf(read, start) + Number(seconds) * 1000;
}

const before = 'world cloud-only\n?? 00:00 ';

/** A check of a cue has the time of the cue. */
function cueCheck(cue: CueAsked, { line, text }: { line: number; text: string }): Check {
	// In its file the line begins with ?? alone.
	const shifted = ({ column }: Place) => at(line, Math.max(1, column - '00:00 '.length));
	try {
		const check = parseScripts(`${before}${text}`)[0]!.statements[0] as Check;
		return { ...check, place: at(line), time: { ...check.time!, text: cue.time } };
	} catch (error) {
		if (error instanceof ScriptError) throw new ScriptError(error.message, shifted(error.place));
		throw error;
	}
}
