import { orphansOf, type FileVerdict } from '../../apps/timecard-file';
import { userNameOf } from '../run/accounts';
import type { Sandbox } from '../run/sandbox';
import { NotThere } from '../run/unbuilt';
import { count, list, said, type Answer, type Answers, type Asked } from './answer';

/** Whose row it is: the person with this employee number, else the row's number. */
export function labelOf(sandbox: Sandbox, { values, row }: FileVerdict): string {
	for (const { slot, attrs } of sandbox.sim.tables.users.all())
		if (typeof attrs.employeeId === 'string' && attrs.employeeId.padStart(8, '0') === values.employee_no)
			return sandbox.names.label({ kind: 'user', slot });
	return `row ${row}`;
}

function report(asked: Asked): Answer {
	const { sandbox } = asked;
	const verdicts = sandbox.notes.report;
	if (!verdicts) throw new NotThere('there was no upload before');
	const [name = ''] = asked.path;
	const having = (...results: FileVerdict['result'][]) => verdicts.filter(({ result }) => results.includes(result));
	const labels = (found: readonly FileVerdict[]) => found.map((one) => labelOf(sandbox, one));
	switch (name) {
		case 'updated':
			return count(having('updated', 'reactivated', 'deactivated').length);
		case 'created':
		case 'reactivated':
		case 'deactivated':
			return said(labels(having(name)).join(' '));
		case 'rejected':
		case 'ignored':
			return reasons(having(name), (one) => labelOf(sandbox, one));
		default:
			throw asked.unknown(`report.${name}`);
	}
}

/** 15: no email; persons of one reason stand together. */
function reasons(found: readonly FileVerdict[], label: (one: FileVerdict) => string): Answer {
	const byReason = new Map<string, string[]>();
	for (const one of found) byReason.set(one.reason, [...(byReason.get(one.reason) ?? []), label(one)]);
	return said([...byReason].map(([reason, labels]) => `${labels.join(' ')}: ${reason}`).join(', '));
}

export const files: Answers = {
	csv(asked) {
		const { exported } = asked.sandbox.notes;
		if (exported === null) throw new NotThere('no file was exported before');
		if (asked.path[0] !== 'rows') throw asked.unknown(`csv.${asked.path[0] ?? ''}`);
		return count(exported.split(/\r?\n/).filter((line) => line !== '').length - 1);
	},
	report,
	compare(asked) {
		const { sandbox } = asked;
		if (asked.path[0] !== 'orphans') throw asked.unknown(`compare.${asked.path[0] ?? ''}`);
		const app = sandbox.app(sandbox.notes.compared ?? 'timecard');
		return list(orphansOf(sandbox.sim, app).map((one) => userNameOf(app, one).split('@')[0]!));
	}
};
