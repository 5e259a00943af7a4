import type { Fault as ListedFault } from '#lib/apps';

/** A fault of which parts can be taken away again. */
export type Fault = { [part in keyof ListedFault]?: ListedFault[part] | undefined } & Pick<ListedFault, 'kind'>;
export type Frequency = 'each' | 'every' | 'chance';

export const frequencyOf = ({ every, chance }: Fault): Frequency =>
	every !== undefined ? 'every' : chance !== undefined ? 'chance' : 'each';

export function withFrequency(fault: Fault, frequency: Frequency): Fault {
	const { every: _, chance: __, ...rest } = fault;
	if (frequency === 'every') return { ...rest, every: 5 };
	return frequency === 'chance' ? { ...rest, chance: 0.2 } : rest;
}

export const withTime = (fault: Fault, end: 'from' | 'to', at: number | undefined): Fault => ({ ...fault, [end]: at });

/** What a date field shows; the virtual clock is UTC, whatever the browser's is. */
export const localTime = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString().slice(0, 16));

export function msOf(text: string): number | undefined {
	const at = Date.parse(`${text}Z`);
	return Number.isNaN(at) ? undefined : at;
}

/** What the command takes: parts that were taken away are not there. */
export const plainFault = (fault: Fault): { [part: string]: string | number } =>
	Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined)) as {
		[part: string]: string | number;
	};
