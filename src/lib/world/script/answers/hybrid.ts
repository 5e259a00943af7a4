import type { AdRow } from '../../tables/hybrid';
import { noJob } from '../../connect/mail';
import { NotThere } from '../run/unbuilt';
import { count, said, type Answer, type Answers, type Asked } from './answer';
import { unchangedOr, valueText } from './directory';

/** Names that scripts have for attributes of an account. */
const alias: Readonly<Record<string, string>> = { dn: 'distinguishedName' };

function attribute(asked: Asked, row: AdRow, name: string): Answer {
	const stored = alias[name] ?? name;
	if (name === 'manager' && typeof row.attrs.manager === 'number')
		return said(asked.sandbox.names.accountLabel(row.attrs.manager));
	return valueText(row.attrs[stored]);
}

function ofOne(asked: Asked): Answer {
	const { sandbox, path } = asked;
	const slot = sandbox.names.account(asked.argument(0, 'a person').value);
	const { adUsers } = sandbox.sim.tables;
	const row = slot === undefined ? null : adUsers.get(slot);
	const [name] = path;
	const now = !row ? said(null) : name === undefined ? { text: 'present' } : attribute(asked, row, name);
	const stored = name === undefined ? undefined : (alias[name] ?? name);
	return unchangedOr(sandbox, now, () => {
		const attrs = slot === undefined ? undefined : adUsers.get(slot)?.attrs;
		return stored === undefined ? attrs : attrs?.[stored];
	});
}

export const hybrid: Answers = {
	ad(asked) {
		if (asked.head.args) return ofOne(asked);
		if (asked.path[0] !== 'users') throw asked.unknown(`ad.${asked.path[0] ?? ''}`);
		const persons = [...asked.sandbox.sim.tables.adUsers.all()].filter(({ attrs }) => attrs.employeeType !== null);
		return count(persons.length);
	},
	connect(asked) {
		const { tables } = asked.sandbox.sim;
		const state = tables.connect.get(0);
		if (!state) throw new NotThere('there is no Connect in this company');
		const last = tables.connectRuns.get(state.run ?? state.last ?? -1);
		switch (asked.path[0]) {
			case 'status':
				return said(last?.status ?? null);
			case 'event':
				return said(last?.event ?? null);
			case 'mails':
				return count([...tables.mails.all()].filter(({ job }) => job === noJob).length);
			default:
				throw asked.unknown(`connect.${asked.path[0] ?? ''}`);
		}
	}
};
