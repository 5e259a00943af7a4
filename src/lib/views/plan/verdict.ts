import type { Measure, Threshold } from '#lib/content/plans/pilot';
import type { WaveReport } from '#lib/world/pilot';
import { amountWords, numberWords as n, ofWords } from '../amounts';

/** One check of a wave, in words. */
export interface Verdict {
	readonly id: Measure;
	readonly label: string;
	readonly told: string;
	readonly wanted: string;
	readonly holds: boolean;
}

const hour = 3_600_000;
const share = (part: number, of: number) => (of === 0 ? 0 : Math.round((1000 * part) / of) / 10);

/** What is measured, as a number, and in words with its denominator. */
type Measured = { readonly value: number; readonly told: string };

function written({ counts }: WaveReport): number {
	const { created, matched, updated, disabled, deleted, failed } = counts;
	return created + matched + updated + disabled + deleted + failed;
}

const measures: { readonly [id in Measure]: (wave: WaveReport) => Measured } = {
	reached({ people, reached }) {
		if (people === 0) return { value: 100, told: 'Nobody is new in this wave.' };
		return {
			value: share(reached, people),
			told: `${ofWords(reached, people, 'people')}, ${share(reached, people)} %.`
		};
	},
	failures(wave) {
		const of = written(wave);
		const { failed } = wave.counts;
		return { value: share(failed, of), told: `${ofWords(failed, of, 'objects')}, ${share(failed, of)} %.` };
	},
	duplicates({ failures }) {
		const count = failures.find(({ name }) => name === 'DuplicateTargetEntries')?.count ?? 0;
		return { value: count, told: `${amountWords(count, 'person', 'people')}.` };
	},
	suspects: ({ suspects: { count } }) => ({ value: count, told: `${amountWords(count, 'account')}.` }),
	removals({ counts: { disabled, deleted, staged } }) {
		const count = disabled + deleted + staged;
		return { value: count, told: `${n(disabled)} disabled, ${n(deleted)} deleted, ${n(staged)} held back.` };
	},
	overwritten({ changes }) {
		const worst = changes.reduce((most, one) => (one.overwritten > most.overwritten ? one : most), {
			name: '',
			overwritten: 0
		});
		return {
			value: worst.overwritten,
			told: worst.name ? `${amountWords(worst.overwritten, 'account')}: ${worst.name}.` : 'None.'
		};
	},
	quarantine: ({ quarantine }) => ({
		value: quarantine ? 1 : 0,
		told: quarantine ? `${quarantine}.` : 'The job runs.'
	}),
	hours({ took, end }) {
		const hours = Math.round((10 * took) / hour) / 10;
		if (end === null) return { value: Infinity, told: 'No cycle came to its end.' };
		return { value: took / hour, told: `${hours} ${hours === 1 ? 'hour' : 'hours'}.` };
	},
	throttled: ({ load: { throttled, requests } }) => ({
		value: throttled,
		told: `${ofWords(throttled, requests, 'requests')}.`
	}),
	load({ load }) {
		const spans = [
			...load.perMinute.map((one) => ({ ...one, what: `${one.what} a minute` })),
			{ what: 'requests a second', ...load.perSecond }
		];
		const limited = spans.filter(({ limit }) => limit !== null);
		if (limited.length === 0) return { value: 0, told: 'The application names no limit.' };
		const all = limited.map(({ what, peak, limit }) => ({ what, peak, limit: limit!, value: share(peak, limit!) }));
		const worst = all.reduce((most, one) => (one.value > most.value ? one : most));
		return { value: worst.value, told: `${ofWords(worst.peak, worst.limit, worst.what)}, ${worst.value} %.` };
	}
};

/** "1 person", "2 people", "95 %" */
function limitWords(limit: number, unit: string): string {
	return `${n(limit)} ${limit === 1 ? unit.replace('people', 'person').replace(/s$/, '') : unit}`;
}

/** The checks that are on, held against a wave. */
export function verdictsOf(wave: WaveReport, thresholds: readonly Threshold[]): Verdict[] {
	return thresholds
		.filter(({ on }) => on)
		.map(({ id, label, direction, limit, unit }) => {
			const { value, told } = measures[id](wave);
			const holds = direction === 'most' ? value <= limit : value >= limit;
			const wanted = `${direction === 'most' ? 'At most' : 'At least'} ${limitWords(limit, unit)}`;
			return { id, label, told, wanted, holds };
		});
}

export function isGo(wave: WaveReport, thresholds: readonly Threshold[]): boolean {
	return verdictsOf(wave, thresholds).every(({ holds }) => holds);
}
