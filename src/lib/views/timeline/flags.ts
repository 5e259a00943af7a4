import type { Scene } from './layout';

/** A flag on the axis, px of the plot. */
export interface Flag {
	is: 'playhead' | 'now';
	words: string;
	/** Where it points to, and where its words begin and end. */
	x: number;
	from: number;
	to: number;
}

const PAD = 6;

/** The playhead's flag, and before it that of the present when it is another moment: it makes room to the right. */
export function flagsOf(
	{ playhead, now, width }: Pick<Scene, 'playhead' | 'now' | 'width'>,
	words: string,
	measure: (text: string) => number
): Flag[] {
	const flag = (is: Flag['is'], x: number, told: string): Flag => {
		const half = measure(told) / 2 + PAD;
		return { is, words: told, x, from: x - half, to: x + half };
	};
	const flags = [flag('playhead', playhead, words)];
	if (now !== null) {
		const present = flag('now', now, 'now');
		const aside = Math.max(0, flags[0]!.to + 1 - present.from);
		const isHidden = present.from < flags[0]!.to && present.to > flags[0]!.from;
		flags.unshift(isHidden ? { ...present, from: present.from + aside, to: present.to + aside } : present);
	}
	return flags.filter(({ x }) => x >= -1 && x <= width + 1);
}
