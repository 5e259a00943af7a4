import { SvelteSet } from 'svelte/reactivity';
import {
	cyclesIn,
	eventOfSeq,
	fitted,
	followed,
	FOLLOW_AT,
	PAST_AT,
	layout,
	markOf,
	offsetOf,
	panned,
	scaleAround,
	scaleFor,
	timeAt,
	timeWords,
	xOf,
	zoomed,
	type LaidMark,
	type TimelineData,
	type View
} from '#lib/views/timeline';

export interface TimelineInput {
	data: TimelineData;
	clock: number;
	now: number | null;
	playing: boolean;
	here: string | null;
	selected: number | null;
	thread: readonly number[];
	phone: boolean;
	full: boolean;
	/** Of the window, px: lanes are lower in a low window, higher in a wide one. */
	windowWidth: number;
	windowHeight: number;
}

/** What the timeline shows and where: the view, and the picture that follows from it and the data. */
export class TimelineState {
	/** Of the canvas, in px at a 16 px root. */
	width = $state(0);
	scroll = $state(0);
	hovered = $state<number | null>(null);
	focused = $state<number | null>(null);
	scrubbing = $state(false);
	quietUnfolded = $state(false);
	private held = $state.raw<View>({ zoom: 1, time: 0, at: 0 });
	private following = $state(true);
	private readonly unfolded = new SvelteSet<number>();
	private readonly input: () => TimelineInput;
	private readonly measure: (text: string) => number;

	constructor(input: () => TimelineInput, measure: (text: string) => number) {
		this.input = input;
		this.measure = measure;
	}

	names = $derived.by(() => {
		const { phone, full, windowWidth, data } = this.input();
		if (phone) return 0;
		const least = full ? 160 : windowWidth >= 1600 ? 144 : 128;
		// The names of the systems are not cut off only because the font is wide.
		const widest = Math.max(...data.order.slice(0, 40).map((lane) => this.measure(data.lanes[lane]!.name) * (13 / 12)));
		return Math.round(Math.max(least, Math.min(least + 48, widest + 28)));
	});
	axisHeight = $derived.by(() => (this.input().phone ? 0 : 28));
	laneHeight = $derived.by(() => {
		const { phone, full, windowWidth, windowHeight } = this.input();
		if (phone || full) return 36;
		return windowHeight < 860 ? 24 : windowWidth >= 1600 ? 32 : 28;
	});
	plot = $derived(Math.max(1, this.width - this.names));
	private zoom = $derived.by(() => this.held.zoom);
	private sheet = $derived.by(() => {
		const { data, clock, now } = this.input();
		return { data, clock, now, unfolded: this.unfolded };
	});
	view = $derived.by(() => {
		if (!this.following) return this.held;
		const { clock, now } = this.input();
		return followed(this.zoom, clock, this.plot, now === null ? FOLLOW_AT : PAST_AT);
	});
	private scale = $derived.by(() => this.around(100));

	scene = $derived.by(() => {
		const { clock, now, here, selected, thread, phone } = this.input();
		return layout({
			data: this.input().data,
			scale: this.scale,
			view: this.view,
			width: this.plot,
			clock,
			now,
			here,
			selected,
			thread,
			laneHeight: this.laneHeight,
			axisHeight: this.axisHeight,
			quietUnfolded: this.quietUnfolded,
			phone,
			measure: this.measure
		});
	});

	/** The mark that the keyboard is on: a pill, where the sheet was zoomed out and it took in what had the focus. */
	current = $derived.by(() => markOf(this.scene, this.input().data.events, this.focused));

	/** The flag says the time; while it is dragged also the cycle that it is in. */
	flag = $derived.by(() => {
		const { data, clock } = this.input();
		const words = timeWords(clock);
		if (!this.scrubbing) return words;
		const around = data.cycles.slice(...cyclesIn(data, clock, clock));
		const cycle = around.find(({ name, to }) => name && clock <= (to ?? clock));
		return cycle ? `${words} ${cycle.name}` : words;
	});

	/** The scale of the window, and of so many px beyond its edges. */
	private around(beyond: number) {
		const { zoom, time, at } = this.view;
		return scaleAround(this.sheet, zoom, time, at + beyond, this.plot - at + beyond);
	}

	private hold(view: View): void {
		this.held = view;
		this.following = false;
	}

	/** Stays where it is, though the clock moves on. */
	rest(): void {
		if (this.following) this.hold(this.view);
	}

	follow(): void {
		this.following = true;
	}

	pan(dx: number): void {
		this.hold(panned(this.around(Math.abs(dx)), this.view, dx, this.plot));
	}

	zoomBy(factor: number, x: number): void {
		// While time runs the playhead stays where it is; else what is pointed at.
		if (this.following && this.input().playing)
			this.held = { ...this.held, zoom: zoomed(this.scale, this.view, factor, x).zoom };
		else this.hold(zoomed(this.scale, this.view, factor, x));
	}

	/** Where a time stands in the plot. */
	xOf(time: number): number {
		return xOf(this.scale, time) - offsetOf(this.scale, this.view);
	}

	timeAt(x: number): number {
		return timeAt(this.scale, this.view, x);
	}

	/** The span in view, and how much of it is drawn: what is folded away takes next to no room. */
	get span(): { readonly from: number; readonly to: number; readonly drawn: number } {
		const [from, to] = [this.timeAt(0), this.timeAt(this.plot)];
		const folded = (fold: { from: number; to: number }) => Math.min(fold.to, to) - Math.max(fold.from, from);
		const idle = this.scene.folds.reduce((sum, fold) => sum + Math.max(0, folded(fold)), 0);
		return { from, to, drawn: to - from - idle };
	}

	/** Opens a pill by zooming to its span. */
	open(mark: LaidMark): void {
		const { at } = this.input().data.events;
		this.show(at[mark.first]!, at[mark.last]!);
	}

	/** Shows a span of time, with room on both sides. */
	show(from: number, to: number): void {
		const to1 = Math.max(to, from + 1);
		const view = fitted((zoom) => scaleFor(this.sheet, zoom, from, to1), from, to1, this.plot);
		this.hold({ ...view, zoom: Math.min(view.zoom, 400) });
	}

	/** Brings a fact into view where it is not. */
	reveal(seq: number): void {
		const { events } = this.input().data;
		const at = eventOfSeq(events, seq);
		if (at < 0) return;
		const x = this.xOf(events.at[at]!);
		if (this.plot > 1 && x >= 0 && x <= this.plot) return;
		this.hold({ zoom: this.zoom, time: events.at[at]!, at: this.plot / 2 });
	}

	unfold(idle: number): void {
		this.rest();
		this.unfolded.add(idle);
	}

	foldAll(): void {
		this.unfolded.clear();
		this.quietUnfolded = false;
	}

	/** Scrolls the lane of the open page into view. */
	showLane(height: number): void {
		this.scrollBy(0, height);
		const row = this.scene.rows.find((one) => one.here);
		const room = height - this.axisHeight;
		if (!row || room < row.height) return;
		const top = row.y - this.axisHeight;
		if (top < this.scroll || top + row.height > this.scroll + room)
			this.scroll = Math.max(0, Math.min(top - room / 2 + row.height / 2, this.scene.height - height));
	}

	/** Vertical scrolling, where the lanes are higher than their place. */
	scrollBy(dy: number, height: number): void {
		this.scroll = Math.max(0, Math.min(this.scroll + dy, this.scene.height - height));
	}
}
