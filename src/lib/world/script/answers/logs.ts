import { logsKeptMs } from '#lib/engine/edition';
import { logDelayMs } from '../../inbound/log-delay';
import { newestRow, rowsOf, unitOf, type LogRow } from '../run/rows';
import { shortName } from '../run/targets';
import { modifiedBy, refusedValue } from '../run/trace';
import { decision } from '../run/why';
import { NotThere } from '../run/unbuilt';
import { attributes, count, list, said, type Answer, type Answers, type Asked } from './answer';

function ofJob(asked: Asked): Answer {
	const { sandbox, path } = asked;
	// A manual application has no log.
	const job = sandbox.jobIfAny(asked.app());
	const { clock, facts } = sandbox.sim.ledger;
	// H-409: the rows of an API-driven job appear after a while.
	const shown = job?.listens ? clock - logDelayMs : clock;
	const rows = job
		? [...rowsOf(sandbox.sim, (cycle) => cycle.job === job.slot)].filter(({ seq }) => facts.at[seq]! <= shown)
		: [];
	const [name = 'rows'] = path;
	if (name === 'rows') return count(rows.filter(({ visible }) => visible).length);
	// C-527
	if (name === 'kept')
		return count(rows.filter(({ seq }) => facts.at[seq]! >= clock - logsKeptMs(sandbox.sim.host.edition)).length);
	return count(rows.filter(({ code }) => code === name).length);
}

function newest(asked: Asked): LogRow {
	const { sandbox } = asked;
	const job = sandbox.job(asked.argument(0, 'an application').value);
	const { value } = asked.argument(1, 'a person');
	const object = sandbox.subject(asked.argument(0, 'an application').value, value);
	if (!object) throw new NotThere(`there is no ${value}`);
	const found = newestRow(sandbox.sim, job.slot, object);
	if (!found) throw new NotThere(`the log of ${job.id.split('.')[0]} has no row of ${value}`);
	return found;
}

/** "attribute: value"; the attribute by its name or by its whole path. */
function refused({ sandbox }: Asked, row: LogRow): Answer {
	const why = decision(sandbox, row);
	const found = refusedValue(sandbox, row.seq);
	if (!found) return said(null, why);
	const text = `${shortName(found.attribute)}: ${found.value}`;
	return { text, equals: (expected) => [text, `${found.attribute}: ${found.value}`].includes(expected), why };
}

function ofRow(asked: Asked, row: LogRow): Answer {
	const { sandbox } = asked;
	switch (asked.path[0]) {
		case 'reason':
			return said(row.code, decision(sandbox, row));
		case 'clause': {
			const scope = unitOf(sandbox.sim, row.seq).find(({ kind }) => kind === 'scope');
			const clause = scope ? sandbox.world.detailText(scope) : '';
			return said(clause === '' ? null : `${clause}: false`);
		}
		case 'value':
			return refused(asked, row);
		case 'changed':
			return attributes(
				sandbox,
				asked.app(),
				modifiedBy(sandbox, row.seq).map(({ displayName }) => displayName)
			);
		default:
			throw asked.unknown(`log(...).${asked.path[0] ?? ''}`);
	}
}

export const logs: Answers = {
	log: (asked) => (asked.count < 2 ? ofJob(asked) : ofRow(asked, newest(asked))),
	logs(asked) {
		const { sandbox, path } = asked;
		const { filtered } = sandbox.notes;
		if (!filtered) throw new NotThere('there was no logs.filter before');
		if (path[0] === 'rows') return count(filtered.rows.length);
		if (path[0] !== 'changed') throw asked.unknown(`logs.${path[0] ?? ''}`);
		const paths = new Set(
			filtered.rows.flatMap((seq) => modifiedBy(sandbox, seq).map(({ displayName }) => displayName))
		);
		return attributes(sandbox, sandbox.app(filtered.app), [...paths]);
	},
	restore(asked) {
		const { sandbox, path, parts } = asked;
		const { restore } = sandbox.notes;
		if (!restore) throw new NotThere('there was no logs.restoreList before');
		if (path[0] !== 'recoverableFromSource') return restoreText(asked, path[0] ?? '');
		const attribute = parts[1]?.args?.[0]?.value ?? '';
		return { text: String(sameAsSource(asked, attribute) !== null) };
	}
};

/** The attribute of the source that has every old value. */
function sameAsSource({ sandbox }: Asked, attribute: string): string | null {
	const values = sandbox.notes.restore!.values.get(attribute);
	if (!values || values.size === 0) return null;
	const users = [...values].map(([slot, value]) => ({ attrs: sandbox.sim.tables.users.get(slot)?.attrs, value }));
	for (const name of Object.keys(users[0]!.attrs ?? {})) {
		const same = users.every(({ attrs, value }) => attrs !== undefined && (attrs[name] ?? null) === value);
		if (same && users.some(({ value }) => value !== null)) return name;
	}
	return null;
}

function restoreText(asked: Asked, attribute: string): Answer {
	const { sandbox } = asked;
	const values = sandbox.notes.restore!.values.get(attribute);
	if (!values) return said(null);
	const source = sameAsSource(asked, attribute);
	if (source) return { text: `${values.size} values, equal to ${source} in the source` };
	const [first] = values.values();
	const all = [...values.values()];
	if (first !== null && all.every((value) => value === first)) return { text: `${values.size} values: ${first}` };
	const shown = [...values].filter(([, value]) => value !== null && value !== '');
	const parts = shown.map(([slot, value]) => `${sandbox.names.label({ kind: 'user', slot })}: ${value}`);
	const empty = values.size - shown.length;
	return list(empty > 0 ? [...parts, `${empty} empty`] : parts);
}
