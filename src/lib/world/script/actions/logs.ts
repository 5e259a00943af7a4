import { readTime } from '../parse/values';
import { ScriptError } from '../parse/error';
import { momentOf, sameMinute } from '../run/clock';
import { rowsOf, type LogRow } from '../run/rows';
import { shortName } from '../run/targets';
import { modifiedBy } from '../run/trace';
import type { Actions, Args } from './args';

/** Rows of the cycle that began at the time named, by default of every cycle of the job. */
function rows(args: Args): LogRow[] {
	const { sandbox } = args;
	const job = sandbox.job(args.app());
	const text = args.key('cycle');
	const time = text === undefined ? null : readTime(text);
	if (text !== undefined && !time) throw new ScriptError(`${text} is not a time`, args.statement.place);
	const at = time && momentOf(time, sandbox.start);
	return [
		...rowsOf(sandbox.sim, (cycle) => cycle.job === job.slot && (at === null || sameMinute(cycle.startedAt, at)))
	].filter(({ visible }) => visible);
}

/** C-521: the log has no action of its own for a re-enable. */
function shownAction({ action }: LogRow): string {
	return action === 'enable' ? 'update' : action === 'staged' ? 'stageddelete' : action;
}

export const logs: Actions = {
	'logs.filter'(args) {
		const action = args.key('action')?.toLowerCase();
		const found = rows(args).filter(
			(row) => action === undefined || shownAction(row) === action || row.action === action
		);
		args.sandbox.notes.filtered = { app: args.app(), rows: found.map(({ seq }) => seq) };
		return 'done';
	},
	'logs.restoreList'(args) {
		const { sandbox } = args;
		const values = new Map<string, Map<number, string | null>>();
		for (const row of rows(args)) {
			if (row.kind !== 'user' || row.status !== 'success' || row.action === 'create') continue;
			for (const { displayName, oldValue } of modifiedBy(sandbox, row.seq)) {
				const name = shortName(displayName);
				const before = values.get(name);
				if (before) before.set(row.slot, oldValue);
				else values.set(name, new Map([[row.slot, oldValue]]));
			}
		}
		sandbox.notes.restore = { app: args.app(), values };
		return 'done';
	}
};
