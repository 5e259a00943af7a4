import type { ViewData } from '#lib/views';
import { numberWords } from '#lib/views/amounts';
import type { Bars } from './bars';

type Insights = ViewData<'insights'>;
type Count = Insights['byAction'][number];

/** Bars of one colour, a label each. */
export function horizontal(counts: readonly Count[], token = 'accent', label = 'Count'): Bars {
	return {
		labels: counts.map(({ name, count }) => `${name}  ${numberWords(count)}`),
		series: [{ label, token, values: counts.map(({ count }) => count) }],
		horizontal: true
	};
}

const statusTokens: { readonly [status: string]: string } = {
	Success: 'success',
	Skipped: 'skip',
	Warning: 'warn',
	Failure: 'failure'
};
const statusOrder = Object.keys(statusTokens);

/** A bar for each status, in its own colour and with its own label: never by colour alone. */
export function byStatus(counts: readonly Count[]): Bars {
	const known = statusOrder.flatMap((name) => counts.find((count) => count.name === name) ?? []);
	return {
		labels: known.map(({ name, count }) => `${name}  ${numberWords(count)}`),
		// One series a status, so that each has its colour; the others are 0 there.
		series: known.map(({ name }, at) => ({
			label: name,
			token: statusTokens[name]!,
			values: known.map(({ count }, other) => (other === at ? count : 0))
		})),
		horizontal: true
	};
}

/** The cycles as they ran, the oldest first, stacked by status. */
export function byCycle(cycles: Insights['byCycle'], withApp: boolean): Bars {
	const rows = cycles.toReversed();
	const values = (pick: (row: Insights['byCycle'][number]) => number) => rows.map(pick);
	return {
		labels: rows.map(({ name, app }) => (withApp ? `${app}, ${name}` : name)),
		series: [
			{ label: 'Success', token: 'success', values: values(({ success }) => success) },
			{ label: 'Skipped', token: 'skip', values: values(({ skipped }) => skipped) },
			{ label: 'Warning', token: 'warn', values: values(({ warning }) => warning) },
			{ label: 'Failure', token: 'failure', values: values(({ failure }) => failure) }
		],
		horizontal: false
	};
}
