/** What the run bar's keys do. */
export interface RunActions {
	/** To the start. */
	first: () => void;
	/** One step back. */
	back: () => void;
	/** Play or pause. */
	play: () => void;
	/** One step on. */
	forward: () => void;
	/** Back to the present. */
	last: () => void;
}

export interface RunChoice {
	id: string;
	label: string;
}

/** How much simulated time passes in a second; null: as fast as possible. */
export const PACES: readonly (RunChoice & { perSecond: number | null })[] = [
	{ id: '1s', label: '1 s = 1 s', perSecond: 1000 },
	{ id: '1m', label: '1 s = 1 min', perSecond: 60_000 },
	{ id: '10m', label: '1 s = 10 min', perSecond: 600_000 },
	{ id: '1h', label: '1 s = 1 h', perSecond: 3_600_000 },
	{ id: '6h', label: '1 s = 6 h', perSecond: 21_600_000 },
	{ id: '1d', label: '1 s = 1 day', perSecond: 86_400_000 },
	{ id: 'fast', label: 'as fast as possible', perSecond: null }
];

export const STEPS: readonly RunChoice[] = [
	{ id: 'fact', label: 'fact' },
	{ id: 'object', label: 'object' },
	{ id: 'page', label: 'page' },
	{ id: 'cycle', label: 'cycle' },
	{ id: 'day', label: 'day' }
];

export const STOPS: readonly RunChoice[] = [
	{ id: 'never', label: 'nothing' },
	{ id: 'cycle', label: 'the end of a cycle' },
	{ id: 'failure', label: 'a failure' },
	{ id: 'disable', label: 'a disable' },
	{ id: 'delete', label: 'a delete' },
	{ id: 'quarantine', label: 'a quarantine' }
];

/** What runs by itself stops at a touch; a press of Pause does that too, and would begin anew what had stopped before it. */
export const pausesItself = ({ target }: Event): boolean =>
	target instanceof Element && target.closest('[data-pauses]') !== null;
