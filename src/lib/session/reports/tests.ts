import type { RuleEntry } from '#lib/engine/rules/types';
import { amountWords } from '#lib/views/amounts';
import { clockWords, spanWords, timeWords } from '#lib/views/timeline/words';
import type { GuideRow, RowResult, TestRow } from '#lib/world/plan';
import { csv } from '../csv';
import { configuration, ruleSources, simulated, type Inventory } from './configuration';
import { heading, list, table, text, type Block } from './document';
import { summaryOf } from './summary';
import { resultWords } from './words';

/** A row and what came of it; null: it was not run. */
export interface TestedRow {
	readonly row: TestRow & Partial<GuideRow>;
	/** "Applications", "Own rows". */
	readonly plan: string;
	readonly result: RowResult | null;
}

export interface TestsReported {
	readonly company: string;
	readonly users: number;
	/** The virtual moment from which the rows started. */
	readonly at: number;
	/** The company is another one since: its users and its configuration are those of now. */
	readonly isOld: boolean;
	readonly rows: readonly TestedRow[];
	readonly inventory: readonly Inventory[];
	readonly register: readonly RuleEntry[];
}

export const resultOf = ({ result }: TestedRow) => (result ? resultWords[result.state] : 'Not run');

/** Applications that rows were tried on. */
export function appsOf(rows: readonly TestedRow[]): string[] {
	return [...new Set(rows.flatMap(({ result }) => (result?.app ? [result.app.key] : [])))];
}

export function testsDocument(told: TestsReported): Block[] {
	const { company, users, at, isOld, rows, inventory, register } = told;
	const keys = new Set(appsOf(rows));
	const ids = [
		...new Set(
			rows.flatMap(({ row, result }) => [...(row.rules ?? []), ...(result?.rows.map(({ rule }) => rule) ?? [])])
		)
	];
	const notes = [...new Set(rows.flatMap(({ row }) => (row.simulated ? [`${row.title}: ${row.simulated}`] : [])))];
	return [
		heading(1, `Test plan of ${company}`),
		text(
			`${summaryOf(rows)} Every row started on ${clockWords(at)} UTC (virtual time)${isOld ? '' : `, in a company of ${amountWords(users, 'user')}`}, and was taken back afterwards.`
		),
		...(isOld ? [text('The company has changed since: the configuration below is that of now.')] : []),
		heading(2, 'Results'),
		table(
			['Plan', 'What is done', 'Application', 'Person', 'Expected', 'Actual', 'Result'],
			rows.map((one) => [
				one.plan,
				one.row.title,
				one.result?.app?.name ?? '',
				one.result?.person?.name ?? '',
				one.row.guide ?? one.result?.checks.map(({ expected }) => expected).join(' ') ?? '',
				one.result ? actualOf(one.result) : 'It was not run.',
				resultOf(one)
			])
		),
		heading(2, 'Evidence'),
		...rows.flatMap(evidence),
		heading(2, 'Configuration'),
		...configuration(inventory.filter(({ key }) => keys.has(key))),
		...ruleSources(ids, register),
		...simulated(
			notes,
			register.filter(({ id, status }) => status === 'assumed' && ids.includes(id))
		)
	];
}

export function actualOf({ state, why, checks }: RowResult): string {
	const told = checks.map(({ actual }) => actual).join(' ');
	return state === 'blocked' ? (why ?? '') : why ? `${told} ${why}` : told;
}

function evidence(one: TestedRow): Block[] {
	const { row, result } = one;
	if (!result || result.state === 'blocked') return [];
	const span = spanWords(result.end - result.at);
	return [
		heading(3, `${row.title}: ${resultOf(one)}`),
		list([
			`Preparation: ${result.preparation.length > 0 ? result.preparation.join('; ') : 'none was needed'}.`,
			`Action, ${timeWords(result.at)}: ${result.action.join('; ')}. Looked at ${span} later.`,
			...result.checks.map(
				({ expected, actual, holds }) => `${holds ? 'Holds' : 'Does not hold'}: ${expected} ${actual}`
			)
		]),
		...(result.rows.length > 0 ? [logRows(result)] : []),
		...(result.requests.length > 0 ? [requests(result)] : [])
	];
}

const logRows = ({ rows }: RowResult) =>
	table(
		['Time', 'Identity', 'Action', 'Status', 'Code', 'Rule', 'Modified'],
		rows.map(({ at, identity, action, status, code, rule, modified }) => [
			timeWords(at),
			identity,
			action,
			status,
			code,
			rule,
			modified.map(({ name, from, to }) => `${name}: ${from ?? 'empty'} to ${to ?? 'empty'}`).join('; ')
		])
	);

const requests = ({ requests: all }: RowResult) =>
	table(
		['Time', 'Request', 'Status'],
		all.map(({ at, method, path, status }) => [timeWords(at), `${method} ${path}`, String(status)])
	);

/** One line a check, so that a spreadsheet can count. */
export function testsCsv({ rows }: Pick<TestsReported, 'rows'>): string {
	const heads = [
		'plan',
		'id',
		'title',
		'application',
		'person',
		'preparation',
		'action',
		'expected',
		'actual',
		'holds',
		'result',
		'why',
		'rules'
	];
	return csv(
		heads,
		rows.flatMap((one) => {
			const { row, result, plan } = one;
			const base = [
				plan,
				row.id,
				row.title,
				result?.app?.name,
				result?.person?.name,
				result?.preparation.join('; '),
				result?.action.join('; ')
			];
			const end = [resultOf(one), result?.why, row.rules?.join(' ')];
			if (!result || result.checks.length === 0) return [[...base, row.guide, '', '', ...end]];
			return result.checks.map(({ expected, actual, holds }) => [...base, expected, actual, holds, ...end]);
		})
	);
}
