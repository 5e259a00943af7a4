import type { Threshold } from '#lib/content/plans/pilot';
import type { RuleEntry } from '#lib/engine/rules/types';
import { amountWords, numberWords as n, ofWords } from '#lib/views/amounts';
import { isGo, verdictsOf } from '#lib/views/plan/verdict';
import { clockWords, spanWords } from '#lib/views/timeline/words';
import { skipWords } from '#lib/views/words';
import type { PilotReport, WaveReport } from '#lib/world/pilot';
import { configuration, ruleSources, simulated, type Inventory } from './configuration';
import { heading, list, table, text, type Block } from './document';

export interface Ticked {
	readonly text: string;
	readonly done: boolean;
	/** Who does it, or until when. */
	readonly note: string;
}

export interface PilotReported {
	readonly company: string;
	/** null: the waves were not worked out. */
	readonly report: PilotReport | null;
	/** The company or the plan is another one since the waves were worked out. */
	readonly isOld: boolean;
	/** Who comes in each wave, in words. */
	readonly waves: readonly { readonly name: string; readonly who: string }[];
	readonly gap: string;
	readonly thresholds: readonly Threshold[];
	readonly stakeholders: readonly Ticked[];
	readonly communications: readonly Ticked[];
	/** What has to be decided with human resources; empty: there are none (H-166). */
	readonly questions: readonly Ticked[];
	readonly inventory: readonly Inventory[];
	readonly register: readonly RuleEntry[];
}

const rules = ['C-066', 'C-069', 'C-101', 'C-158', 'C-174', 'C-441', 'G-035'];
const ticked = (items: readonly Ticked[]): Block => ({
	is: 'checklist',
	items: items.map(({ text: words, done, note }) => ({ text: note ? `${words}: ${note}` : words, done }))
});
const counted = (
	list: readonly { readonly name: string; readonly count: number }[],
	words: { readonly [name: string]: string } = {}
) => list.map(({ name, count }) => `${n(count)} ${words[name] ?? name}`).join(', ') || 'none';

export function pilotDocument(told: PilotReported): Block[] {
	const { company, report, isOld, waves, gap, thresholds, inventory, register } = told;
	const app = inventory[0]?.name ?? 'the application';
	const codes = report?.waves.flatMap(({ rows }) => rows.map(({ rule }) => rule)) ?? [];
	const ids = [...new Set([...rules, ...codes])];
	return [
		heading(1, `Pilot of ${app} at ${company}`),
		text(report ? summary(report, thresholds) : 'The waves have not been worked out yet.'),
		...(report ? notes(report, waves.length, isOld).map(text) : []),
		heading(2, 'Waves'),
		table(
			['Wave', 'Who'],
			waves.map(({ name, who }) => [name, who])
		),
		text(`Between two waves: ${gap}.`),
		...(report ? [overview(report, thresholds), ...report.waves.flatMap((wave) => ofWave(wave, thresholds))] : []),
		heading(2, 'Stakeholders'),
		ticked(told.stakeholders),
		heading(2, 'Communications'),
		ticked(told.communications),
		...(told.questions.length > 0 ? [heading(2, 'Design questions for human resources'), ticked(told.questions)] : []),
		heading(2, 'Inventory'),
		...configuration(inventory),
		...ruleSources(ids, register),
		...simulated(
			['Writing managers takes no time here, so it does not count towards the load of a minute.'],
			register.filter(({ id, status }) => status === 'assumed' && ids.includes(id))
		)
	];
}

/** What a reader must know before trusting the waves below. */
function notes({ waves, stopped }: PilotReport, planned: number, isOld: boolean): string[] {
	const old =
		'The company or the plan has changed since the waves were worked out: the inventory below is that of now.';
	const left = planned - waves.length;
	return [
		...(isOld ? [old] : []),
		...(!isOld && stopped === null && left > 0
			? [`${amountWords(left, 'wave')} of the plan ${left === 1 ? 'was' : 'were'} not worked out.`]
			: [])
	];
}

function summary(report: PilotReport, thresholds: readonly Threshold[]): string {
	const go = report.waves.filter((wave) => isGo(wave, thresholds)).length;
	const all = report.waves.length;
	const people = report.waves.reduce((sum, wave) => sum + wave.people, 0);
	const reached = report.waves.reduce((sum, wave) => sum + wave.reached, 0);
	const stopped = report.stopped ? ` ${report.stopped}` : '';
	return `${ofWords(go, all, all === 1 ? 'wave is' : 'waves are')} go. ${ofWords(reached, people, 'people')} have an account in use when their wave is over. The pilot begins on ${clockWords(report.from.at)} UTC (virtual time), in a company of ${amountWords(report.from.users, 'user')}.${stopped}`;
}

function overview({ waves }: PilotReport, thresholds: readonly Threshold[]): Block {
	return table(
		['Wave', 'Starts', 'People', 'Created', 'Matched', 'Updated', 'Disabled', 'Failed', 'Takes', 'Verdict'],
		waves.map((wave) => [
			wave.name,
			clockWords(wave.at),
			n(wave.people),
			n(wave.counts.created),
			n(wave.counts.matched),
			n(wave.counts.updated),
			n(wave.counts.disabled + wave.counts.deleted),
			n(wave.counts.failed),
			spanWords(wave.took),
			isGo(wave, thresholds) ? 'Go' : 'No-go'
		])
	);
}

/** "1 request", "2 requests". */
const one = (count: number, words: string) => (count === 1 ? words.replace(/s$/, '') : words);

function ofWave(wave: WaveReport, thresholds: readonly Threshold[]): Block[] {
	const { load } = wave;
	const limits = load.perMinute.map(
		({ what, peak, limit }) =>
			`${n(peak)}${limit === null ? '' : ` of ${n(limit)}`} ${one(limit ?? peak, what)} a minute`
	);
	return [
		heading(3, `${wave.name}: ${isGo(wave, thresholds) ? 'Go' : 'No-go'}`),
		list([
			`Done: ${wave.told.join('; ') || 'nothing, everybody in it is assigned already'}.`,
			`Matched by: ${counted(wave.matchedBy)}. Failures: ${counted(wave.failures)}. Skipped: ${counted(wave.skips, skipWords)}.`,
			`Accounts in the application that belong to nobody: ${n(wave.unmatched.count)}.`,
			`Load: ${amountWords(load.requests, 'request')}, ${n(load.writes)} of them ${one(load.writes, 'writes')}; at most ${limits.join(', ')}; ${n(load.perSecond.peak)}${load.perSecond.limit === null ? '' : ` of ${n(load.perSecond.limit)}`} ${one(load.perSecond.limit ?? load.perSecond.peak, 'requests')} a second; ${n(load.throttled)} refused as too many.`,
			...(wave.others > 0
				? [`Outside this wave, written in the same time: ${amountWords(wave.others, 'object')}.`]
				: []),
			...(wave.nested > 0
				? [`Left out: the members of ${amountWords(wave.nested, 'group')} inside these groups (C-069).`]
				: [])
		]),
		table(
			['Check', 'Wanted', 'Found', 'Holds'],
			verdictsOf(wave, thresholds).map(({ label, wanted, told, holds }) => [label, wanted, told, holds ? 'Yes' : 'No'])
		),
		...(wave.changes.length > 0
			? [
					text('Attributes written to existing accounts:'),
					table(
						['Attribute', 'Accounts', 'Overwritten'],
						wave.changes.map(({ name, count, overwritten }) => [name, n(count), n(overwritten)])
					)
				]
			: []),
		...people(wave)
	];
}

/** Everybody that somebody has to look at; who was simply created is only counted. */
function people({ rows, suspects }: WaveReport): Block[] {
	const shown = rows.filter(({ outcome }) => outcome !== 'created' && outcome !== 'skipped');
	const blocks: Block[] = [];
	if (shown.length > 0)
		blocks.push(
			table(
				['Who', 'Outcome', 'Matched by or code', 'Changes'],
				shown.map(({ name, outcome, code, matchedBy, modified }) => [
					name,
					outcome,
					code || (matchedBy ? `${matchedBy.attribute} = ${matchedBy.value}` : ''),
					modified.map((one) => `${one.name}: ${one.from ?? 'empty'} to ${one.to ?? 'empty'}`).join('; ')
				])
			)
		);
	if (suspects.first.length > 0)
		blocks.push(
			text('Second accounts of people who seem to have one already:'),
			table(
				['Who', 'Account', 'Alike in'],
				suspects.first.map(({ person, account, by }) => [person, account, by])
			)
		);
	return blocks;
}
