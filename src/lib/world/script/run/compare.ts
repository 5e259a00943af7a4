import { operations, type Expected, type Group, type Operation, type Result } from '../parse/tree';
import type { Sandbox } from './sandbox';
import { failureWords, type Entry, type Outcome } from './cycles';
import type { Failure } from './failure';
import { shortened } from './names';
import { whyDifferent } from './why';

/** Compared only where the line names them. */
const optional: ReadonlySet<Operation> = new Set(['ref', 'refFail']);

/** An object that a line expects under an operation, with the code it is expected to have. */
interface Wanted {
	readonly label: string;
	readonly code: string | null;
}

/** What differs between a result line and what the cycle did, one failure an operation. */
export function compareOutcome(sandbox: Sandbox, result: Result, outcome: Outcome): Failure[] {
	const failures: Failure[] = [];
	for (const operation of operations) {
		const lines = result.expected.filter((expected) => expected.operation === operation);
		const actual = outcome.get(operation) ?? [];
		if (lines.length === 0 && optional.has(operation)) continue;
		const failure = compareOperation(sandbox, result, operation, lines, actual, outcome);
		if (failure) failures.push(failure);
	}
	return failures;
}

function compareOperation(
	sandbox: Sandbox,
	result: Result,
	operation: Operation,
	lines: readonly Expected[],
	actual: readonly Entry[],
	outcome: Outcome
): Failure | null {
	const place = lines[0]?.place ?? result.place;
	const fail = (expected: string, saw: string, why: string): Failure => ({
		at: `${result.time.text} ${result.job} ${result.kind}`,
		expected,
		actual: saw,
		why,
		...place
	});
	const count = lines.reduce((sum, line) => sum + (line.count ?? 0), 0);
	const groups = lines.every((line) => line.groups !== null) ? lines.flatMap((line) => line.groups!) : null;
	const text = expectedText(operation, lines);
	if (!groups)
		return count === actual.length ? null : fail(text, actualText(operation, actual), whyCount(outcome, operation));
	const wanted = wantedBy(sandbox, operation, groups);
	if ('unknown' in wanted)
		return fail(text, actualText(operation, actual), `there is no ${wanted.unknown} in this sandbox`);
	const entries = byLabel(actual);
	const expected = byLabel(wanted);
	const missing = wanted.filter((one) => !entries.get(one.label)?.some((entry) => answers(sandbox, entry, one)));
	const surplus = actual.filter((entry) => !expected.get(entry.label)?.some((one) => answers(sandbox, entry, one)));
	if (missing.length + surplus.length > 0)
		return fail(text, actualText(operation, actual), whyDifferent(sandbox, result, outcome, missing, surplus));
	const counted = lines.some((line) => line.count !== null);
	if (counted && count !== wanted.length)
		return fail(text, actualText(operation, actual), `the line counts ${count} and lists ${wanted.length}`);
	return null;
}

function byLabel<L extends { readonly label: string }>(list: readonly L[]): Map<string, L[]> {
	const found = new Map<string, L[]>();
	for (const one of list) {
		const same = found.get(one.label);
		if (same) same.push(one);
		else found.set(one.label, [one]);
	}
	return found;
}

function wantedBy(sandbox: Sandbox, operation: Operation, groups: readonly Group[]): Wanted[] | { unknown: string } {
	const wanted: Wanted[] = [];
	for (const { ids, code } of groups) {
		const named = optional.has(operation) ? withMembers(sandbox, ids) : objects(sandbox, ids);
		if ('unknown' in named) return named;
		for (const label of named) wanted.push({ label, code });
	}
	return wanted;
}

function objects({ names }: Sandbox, ids: readonly string[]): string[] | { unknown: string } {
	return names.labels(ids);
}

/** Of references, ORG-Sales+3 and TEAM-6-9 are members that came and went: the last sign is the separator. */
function withMembers(sandbox: Sandbox, ids: readonly string[]): string[] | { unknown: string } {
	const labels: string[] = [];
	for (let from = 0; from < ids.length;) {
		let to = from + 1;
		let found = objectsOrMember(sandbox, ids.slice(from, to));
		// A group's name may hold blanks.
		while ('unknown' in found && to < ids.length) found = objectsOrMember(sandbox, ids.slice(from, ++to));
		if ('unknown' in found) return { unknown: ids[from]! };
		labels.push(...found);
		from = to;
	}
	return labels;
}

function objectsOrMember(sandbox: Sandbox, words: readonly string[]): string[] | { unknown: string } {
	const found = objects(sandbox, words);
	if (!('unknown' in found)) return found;
	const [, name, sign, member] = /^(.+)([+-])(\d+|[NG]\d+)$/.exec(words.join(' ')) ?? [];
	const group = name === undefined ? undefined : sandbox.names.group(name);
	if (group === undefined) return found;
	return [`${sandbox.names.label({ kind: 'group', slot: group })}${sign}${member}`];
}

function answers(sandbox: Sandbox, entry: Entry, { label, code }: Wanted): boolean {
	if (entry.label !== label) return false;
	if (code === null) return true;
	const words = entry.row ? failureWords(sandbox, entry.row) : { code: entry.code, reason: entry.code ?? '' };
	return words.code === code || words.reason.toLowerCase().includes(code.toLowerCase());
}

function expectedText(operation: Operation, lines: readonly Expected[]): string {
	if (lines.length === 0) return `no ${operation}`;
	return lines
		.map(({ count, groups }) => {
			const list = groups?.map(({ ids, code }) => [...ids, ...(code === null ? [] : [code])].join(' ')).join(', ');
			return [operation, count ?? '', list === undefined ? '' : `[${list}]`].filter((part) => part !== '').join(' ');
		})
		.join('; ');
}

export function actualText(operation: Operation, actual: readonly Entry[]): string {
	if (actual.length === 0) return 'none';
	const labels = actual.map(({ label }) => label);
	if (operation !== 'fail') return `${operation} ${actual.length} [${shortened(labels)}]`;
	const codes = new Map<string, string[]>();
	for (const { label, row, code: own } of actual) {
		const code = row?.code ?? own ?? '';
		codes.set(code, [...(codes.get(code) ?? []), label]);
	}
	const groups = [...codes].map(([code, some]) => `${shortened(some)} ${code}`.trim());
	return `fail ${actual.length} [${groups.join(', ')}]`;
}

function whyCount(outcome: Outcome, operation: Operation): string {
	const others = [...outcome]
		.filter(([other]) => other !== operation)
		.map(([other, list]) => `${other} ${list.length}`);
	return others.length > 0 ? `the cycle also did ${others.join('; ')}` : 'the cycle did nothing else';
}
