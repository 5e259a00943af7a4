import { describe, expect, it } from 'vitest';
import { neighbour, hit } from './hit';
import { layout, scaleFor, type SceneInput } from './layout';
import { day, sample } from './sample.fixture';
import { followed } from './view';

const clock = day('09:41:12');
const measure = (text: string) => text.length * 6.5;

function scene(changes: Partial<SceneInput> = {}, zoom = 1, unfolded = new Set<number>()) {
	const data = sample();
	const now = changes.now ?? null;
	const at = changes.clock ?? clock;
	return layout({
		data,
		scale: scaleFor({ data, clock: at, now, unfolded }, zoom),
		view: followed(zoom, at, 1600),
		width: 1600,
		clock: at,
		now,
		here: 'slack',
		selected: null,
		thread: [],
		laneHeight: 28,
		axisHeight: 28,
		quietUnfolded: false,
		phone: false,
		measure,
		...changes
	});
}

describe('the picture of the timeline', () => {
	it('lays the lanes from cause to effect and marks You and the lane of the open page', () => {
		const { rows } = scene();
		expect(rows.map((row) => row.name)).toEqual([
			'You',
			'Workday',
			'Active Directory',
			'Connect sync',
			'Entra ID',
			'Slack',
			'GitHub',
			'Salesforce'
		]);
		expect(rows.filter((row) => row.strong).map((row) => row.name)).toEqual(['You', 'Slack']);
		expect(rows.filter((row) => row.here).map((row) => row.name)).toEqual(['Slack']);
	});

	it('folds lanes without a fact in view into one row', () => {
		const view = { zoom: 20, time: day('09:04:30'), at: 800 };
		const { rows } = scene({ view, width: 300 }, 20);
		expect(rows.at(-1)!.name).toMatch(/^\d quiet lanes$/);
		expect(rows.at(-1)!.quiet).toBeGreaterThanOrEqual(2);
		expect(rows.map((row) => row.name)).toContain('Slack');
	});

	it('lets no mark come closer than 8 px to a fold', () => {
		for (const zoom of [0.2, 1, 4]) {
			const { marks, folds } = scene({}, zoom);
			for (const mark of marks.filter((one) => one.kind === 'mark'))
				for (const fold of folds) expect(mark.x + 6 + 8 <= fold.x0 || mark.x - 6 - 8 >= fold.x1).toBe(true);
		}
	});

	it('writes a command beside its mark only where the words fit', () => {
		const { labels, folds, playhead } = scene();
		expect(labels.map((label) => label.text)).toContain('Unassign Ada');
		for (const label of labels) {
			const end = label.x + measure(label.text);
			for (const fold of folds) expect(end <= fold.x0 || label.x >= fold.x1).toBe(true);
			expect(end <= playhead || label.x >= playhead).toBe(true);
		}
	});

	it('draws no cycle narrower than 8 px', () => {
		for (const bar of scene({}, 0.01).bars) expect(bar.width).toBeGreaterThanOrEqual(8);
	});

	it('draws a quarantine through to the playhead and dotted after it', () => {
		const [line] = scene().lasting;
		expect(line!.turn).toBeCloseTo(scene().playhead);
		expect(line!.x1).toBeGreaterThan(line!.turn);
	});

	it('leads the thread from the command through the facts to the selected mark', () => {
		const seqs = { command: 26, entra: 27, disable: 40 };
		const data = sample();
		const of = (time: string, lane: number) => {
			for (let at = 0; at < data.events.n; at++)
				if (data.events.at[at] === day(time) && data.events.lane[at] === lane) return data.events.seq[at]!;
			return -1;
		};
		seqs.command = of('09:05:00', 0);
		seqs.entra = of('09:05:01', 4);
		seqs.disable = of('09:41:07', 5);
		const { thread, selected } = scene({ selected: seqs.disable, thread: Object.values(seqs) });
		expect(selected).not.toBeNull();
		expect(thread.every((line) => line.x0 === line.x1 || line.y0 === line.y1)).toBe(true);
		expect(thread[0]!.y0).toBe(28 + 14);
		expect(thread.at(-1)).toMatchObject({ x1: selected!.x, y1: selected!.y });
	});

	it('finds the mark under the pointer, the fold beside it, and the plot between', () => {
		const picture = scene();
		const mark = picture.marks.find((one) => one.kind === 'pill')!;
		expect(hit(picture, mark.x + 3, mark.y + 4)).toEqual({ on: 'mark', mark });
		const fold = picture.folds[0]!;
		expect(hit(picture, (fold.x0 + fold.x1) / 2, picture.rows[1]!.y + 4)).toEqual({ on: 'fold', from: fold.idle });
		expect(hit(picture, mark.x, 4)).toEqual({ on: 'plot' });
	});

	it('opens a fold by the name that a click on it gives', () => {
		const fold = scene().folds.find((one) => one.label.endsWith('min'))!;
		const opened = scene({}, 1, new Set([fold.idle]));
		expect(opened.folds.map((one) => one.idle)).not.toContain(fold.idle);
	});

	it('moves from mark to mark with the arrows: along the lane, or to the nearest of the next', () => {
		const picture = scene();
		const first = picture.marks[0]!;
		const right = neighbour(picture, first, 'right')!;
		expect(right.y).toBe(first.y);
		expect(right.x).toBeGreaterThan(first.x);
		expect(neighbour(picture, right, 'left')).toBe(first);
		expect(neighbour(picture, first, 'down')!.y).toBeGreaterThan(first.y);
		expect(neighbour(picture, first, 'up')).toBeUndefined();
	});

	it('shows one lane on a phone, with the commands over it, without axis labels and folds', () => {
		const picture = scene({ phone: true, axisHeight: 0, laneHeight: 36, width: 390 });
		expect(picture.rows).toHaveLength(1);
		expect(picture.rows[0]).toMatchObject({ name: 'Slack', lanes: [0, 5] });
		expect([picture.ticks, picture.folds]).toEqual([[], []]);
	});

	it('has a line for now when an earlier moment is shown', () => {
		const picture = scene({ clock: day('09:05:30'), now: clock });
		expect(picture.now!).toBeGreaterThan(picture.playhead);
		expect(scene().now).toBeNull();
	});
});
