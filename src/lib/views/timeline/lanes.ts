import type { TimelineLane } from './types';

/** A row of the picture: usually one lane; on a phone the chosen lane with the person's commands over it. */
export interface LaneRow {
	lanes: number[];
	name: string;
	y: number;
	height: number;
	/** You, and the lane of the page that is open. */
	strong: boolean;
	/** The lane of the page that is open. */
	here: boolean;
	/** It stands for lanes without a fact in view. */
	quiet: number;
}

export interface LaneChoice {
	lanes: readonly TimelineLane[];
	/** Those that are drawn, from top to bottom. */
	order: readonly number[];
	/** Lanes that have something in view. */
	busy: ReadonlySet<number>;
	/** The id of the lane of the page that is open. */
	here: string | null;
	height: number;
	top: number;
	/** Quiet lanes are shown as well. */
	unfolded: boolean;
	/** Only this lane, with the commands over it. */
	phone: boolean;
}

/** Which lanes are drawn and where. Two or more lanes without a fact in view fold into one row at the end. */
export function rowsOf({ lanes, order: all, busy, here, height, top, unfolded, phone }: LaneChoice): LaneRow[] {
	const row = (members: number[], name: string, at: number, quiet = 0): LaneRow => ({
		lanes: members,
		name,
		y: top + at * height,
		height,
		strong: members.some((lane) => lanes[lane]?.kind === 'you' || lanes[lane]?.id === here),
		here: members.some((lane) => lanes[lane]?.id === here),
		quiet
	});
	const you = all.filter((lane) => lanes[lane]!.kind === 'you');
	if (phone) {
		const chosen = all.find((lane) => lanes[lane]!.id === here) ?? all.find((lane) => lanes[lane]!.kind !== 'you');
		const name = lanes[chosen ?? you[0] ?? 0]?.name ?? '';
		return [row([...new Set([...you, ...(chosen === undefined ? [] : [chosen])])], name, 0)];
	}
	const isQuiet = (lane: number) =>
		!busy.has(lane) && lanes[lane]!.kind !== 'you' && lanes[lane]!.id !== here && !lanes[lane]!.pinned;
	const quiet = unfolded ? [] : all.filter(isQuiet);
	const shown = quiet.length < 2 ? all : all.filter((lane) => !isQuiet(lane));
	const rows = shown.map((lane, at) => row([lane], lanes[lane]!.name, at));
	if (quiet.length >= 2) rows.push(row([], `${quiet.length} quiet lanes`, rows.length, quiet.length));
	return rows;
}
