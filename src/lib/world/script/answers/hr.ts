import { templateOf } from '#lib/hr/templates';
import { tableNames } from '#lib/engine/base';
import type { LinkRow } from '#lib/engine/job/records';
import type { Phone } from '#lib/hr/worker';
import type { WorkerRow } from '../../tables/hr';
import { localTime } from '../run/local-time';
import { NotThere } from '../run/unbuilt';
import { count, said, type Answer, type Answers, type Asked } from './answer';
import { unchangedOr, valueText } from './directory';

function phone({ number, extension }: Phone): string {
	return extension ? `${number} ext ${extension}` : number;
}

function attribute(asked: Asked, row: WorkerRow, name: string): Answer {
	if (name === 'numbers') return count(row.landlines.length);
	if (name === 'landline') {
		const last = row.landlines[row.landlines.length - 1];
		return said(last ? phone(last) : null);
	}
	if (name === 'WorkerID') return said(row.workerId);
	if (name === 'WID') return said(row.wid);
	if (name === 'manager')
		return said(
			row.manager === null ? null : asked.sandbox.names.label({ kind: 'user', slot: row.manager, source: 'hr' })
		);
	return valueText(row.fields[name]);
}

/** The stored id of a link, and the one it had first. */
export function linkWid(asked: Asked): Answer {
	const { sandbox } = asked;
	const key = asked.argument(0, 'a job').value;
	const job = sandbox.job(key).slot;
	const object = sandbox.subject(key, asked.argument(1, 'a person').value);
	const link = object && sandbox.sim.host.link(job, object.kind, object.slot);
	if (!link) return said(null, 'there is no link');
	const { tape } = sandbox.sim.ledger;
	const links = tableNames.indexOf('links');
	for (let op = 0; op < tape.n; op++) {
		if (tape.table[op] !== links) continue;
		const first = tape.after[op] as LinkRow | null;
		if (first?.job === job && first.source === link.source && first.kind === link.kind)
			return { text: first.sourceId === link.sourceId ? 'unchanged' : 'changed' };
	}
	return { text: 'unchanged' };
}

/** H-321: the attribute is written back to a field that the inbound job reads it from. */
function loops(asked: Asked): boolean {
	const { sandbox } = asked;
	const app = asked.app();
	const attribute = asked.argument(1, 'an attribute').value.toLowerCase();
	const system = templateOf(app.kind)?.system;
	const reads = (text: string) => [...text.matchAll(/\[([\w.]+)\]/g)].map(([, name]) => name!.toLowerCase());
	const mappingsOf = (key: string) => sandbox.sim.host.config(sandbox.job(key).config).users.attributes;
	const sources = (key: string) =>
		mappingsOf(key).map(({ target, source, flowType }) => ({
			target: target.toLowerCase(),
			once: flowType === 'ObjectAddOnly',
			from:
				source.type === 'Direct'
					? [source.attribute.toLowerCase()]
					: source.type === 'Expression'
						? reads(source.expression)
						: []
		}));
	const writesBack = sources(app.key).some(({ from }) => from.includes(attribute));
	const prefix = system === 'successfactors' ? 'sf' : 'wd';
	const inbound = [`${prefix}-ad`, `${prefix}-entra`].filter(
		(key) => sandbox.sim.tables.appsByKey.first(key) !== undefined
	);
	return writesBack && inbound.some((key) => sources(key).some(({ target, once }) => target === attribute && !once));
}

export const hr: Answers = {
	hr(asked) {
		const { sandbox, path } = asked;
		const slot = sandbox.names.worker(asked.argument(0, 'a worker').value);
		const { workers } = sandbox.sim.tables;
		const row = slot === undefined ? null : workers.get(slot);
		const name = path.join('.');
		const now = !row ? said(null) : name === '' ? { text: 'present' } : attribute(asked, row, name);
		return unchangedOr(sandbox, now, () => {
			const worker = slot === undefined ? null : workers.get(slot);
			return name === '' ? worker : worker?.fields[name];
		});
	},
	agents: ({ sandbox }) => ({
		text: [...sandbox.sim.tables.agents.all()]
			.map(({ name, active }) => `${name} ${active ? 'active' : 'inactive'}`)
			.join(', ')
	}),
	localTime({ sandbox, head }) {
		const city = head.args?.map(({ value }) => value).join(' ') ?? '';
		const text = localTime(city, sandbox.world.clock);
		if (text === null) throw new NotThere(`nobody is in ${city}`);
		return { text };
	},
	loop: (asked) => ({ text: String(loops(asked)) })
};
