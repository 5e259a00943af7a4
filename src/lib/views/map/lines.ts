import type { PlacedNode } from './places';
import type { MapNodeState } from './types';
import { cutTo, halved, textWidth } from './text';

/** A text of a node where it stands in its box. */
export interface NodeText {
	readonly text: string;
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly bold: boolean;
	readonly anchor: 'start' | 'end';
	/** What it says: the name, a fact, the node's state, a job or the job's state. */
	readonly is: 'name' | 'fact' | 'state' | 'job' | 'job-state';
	/** Of a job's state. */
	readonly state?: MapNodeState;
}

const PAD = 14;
const LINE = 20;
const LESS = 18;
const SIZES = [16, 14, 13];

/** All that a node says, each text as large as it fits. */
export function nodeTexts(placed: PlacedNode): NodeText[] {
	const { node, width, height, lines } = placed;
	const room = width - 2 * PAD;
	const isService = node.kind === 'service';
	const beside = lines === 1 ? besideName(placed, room) : '';
	const sizes = lines === 1 ? SIZES.slice(1) : SIZES;
	const nameRoom = beside ? room - textWidth(beside, 12, node.stateWords !== undefined) - 10 : room;
	const fitting = sizes.find((size) => textWidth(node.name, size, true) <= nameRoom);
	const halves = fitting === undefined && lines > 1 ? halved(node.name) : null;
	const name = (halves ?? [node.name]).map((text) => cutTo(text, nameRoom, fitting ?? 13, true));
	// What the second line of the name takes, a fact gives; the state stands last, and stays.
	const below = [...node.facts, ...(node.stateWords ? [node.stateWords] : [])];
	const free = isService ? 0 : Math.max(0, lines - name.length);
	const kept = node.stateWords && free < below.length ? below.slice(below.length - free) : below.slice(0, free);
	const first = isService ? 27 : Math.round((height - 18 * name.length - kept.length * LESS) / 2 + 14);

	const texts: NodeText[] = name.map((text, at) => ({
		text,
		x: PAD,
		y: first + at * LESS,
		size: fitting ?? 13,
		bold: true,
		anchor: 'start',
		is: 'name'
	}));
	const base = first + (name.length - 1) * LESS;
	if (beside)
		texts.push({
			text: beside,
			x: width - PAD,
			y: first,
			size: 12,
			bold: node.stateWords !== undefined,
			anchor: 'end',
			is: node.stateWords ? 'state' : 'fact'
		});
	kept.forEach((words, at) =>
		texts.push({
			text: cutTo(words, room, 13, words === node.stateWords),
			x: PAD,
			y: base + 1 + (at + 1) * LESS,
			size: 13,
			bold: words === node.stateWords,
			anchor: 'start',
			is: words === node.stateWords ? 'state' : 'fact'
		})
	);
	if (isService) texts.push(...jobTexts(placed, room, base));
	return texts;
}

/** The state beside the name of a low node. A fact that would cut the name off is left to the tooltip, a state is not. */
function besideName({ node, width }: PlacedNode, room: number): string {
	const isTerse = width < 200 && node.state !== 'running' && node.state !== 'quarantine';
	const beside = isTerse ? '' : (node.short ?? node.stateWords ?? node.facts[0] ?? '');
	const isState = node.stateWords !== undefined;
	const fits = textWidth(node.name, 13, true) + textWidth(beside, 12, isState) + 10 <= room;
	return fits ? beside : isState ? cutTo(beside, room * 0.55, 12, true) : '';
}

/** A line for each job: its name to the left, its state to the right, and air between them. */
function jobTexts({ jobs, moreJobs, width, height }: PlacedNode, room: number, base: number): NodeText[] {
	const lines = Math.max(0, Math.floor((height - base - 14) / LINE));
	const isFull = jobs.length + (moreJobs > 0 ? 1 : 0) > lines;
	const shown = isFull ? jobs.slice(0, Math.max(0, lines - 1)) : jobs;
	const more = moreJobs + jobs.length - shown.length;
	const texts = shown.flatMap(({ name, words, state }, at): NodeText[] => {
		const bold = state === 'running' || state === 'quarantine';
		const told = cutTo(words, room * 0.55, 13, bold);
		const left = room - textWidth(told, 13, bold) - 10;
		const y = base + 4 + (at + 1) * LINE;
		const line = { y, size: 13, x: PAD };
		return [
			{ ...line, text: cutTo(name, left, 13), bold: false, anchor: 'start', is: 'job' },
			{ ...line, text: told, x: width - PAD, bold, anchor: 'end', is: 'job-state', state }
		];
	});
	if (more > 0)
		texts.push({
			text: `${more} more ${more === 1 ? 'job' : 'jobs'}`,
			x: PAD,
			y: base + 4 + (shown.length + 1) * LINE,
			size: 13,
			bold: false,
			anchor: 'start',
			is: 'fact'
		});
	return texts;
}
